// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/faults/faultlist.h"

#include "app/localhub/faults/glob.h"

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

struct KindName
{
    FaultKind kind;
    QLatin1StringView name;
};

constexpr std::array kKindNames{
    KindName{FaultKind::Stall, "stall"_L1},     KindName{FaultKind::Cut, "cut"_L1},
    KindName{FaultKind::Reset, "reset"_L1},     KindName{FaultKind::Corrupt, "corrupt"_L1},
    KindName{FaultKind::Delay, "delay"_L1},     KindName{FaultKind::Status, "status"_L1},
    KindName{FaultKind::Expired, "expired"_L1}, KindName{FaultKind::FullReply, "full_reply"_L1},
    KindName{FaultKind::Length, "length"_L1},   KindName{FaultKind::Etag, "etag"_L1},
};

QString kindName(FaultKind kind)
{
    for (const KindName &entry : kKindNames) {
        if (entry.kind == kind)
            return entry.name;
    }
    return {};
}

std::optional<FaultKind> kindFrom(const QString &name)
{
    for (const KindName &entry : kKindNames) {
        if (entry.name == name)
            return entry.kind;
    }
    return {};
}

} // namespace

std::expected<Fault, QString> Fault::fromJson(const QJsonObject &object)
{
    static const QStringList kKnown{u"match"_s, u"method"_s, u"port"_s,    u"kind"_s, u"at"_s,
                                    u"ms"_s,    u"status"_s, u"headers"_s, u"times"_s};
    for (const QString &key : object.keys()) {
        if (!kKnown.contains(key))
            return std::unexpected(u"unknown member \"%1\" of a fault"_s.arg(key));
    }
    Fault fault;
    const auto kind = kindFrom(object[u"kind"].toString());
    if (!kind)
        return std::unexpected(u"unknown kind of fault \"%1\""_s.arg(object[u"kind"].toString()));
    fault.kind = *kind;
    fault.match = object[u"match"].toString(u"*"_s).toUtf8();
    fault.method = object[u"method"].toString().toLatin1().toUpper();
    const QString port = object[u"port"].toString(u"any"_s);
    if (port != "hub"_L1 && port != "cdn"_L1 && port != "any"_L1)
        return std::unexpected(u"port must be hub, cdn or any"_s);
    if (port != "any"_L1)
        fault.port = port == "hub"_L1 ? Port::Hub : Port::Cdn;
    fault.atGiven = object.contains(u"at");
    fault.at = object[u"at"].toInteger(0);
    fault.ms = object[u"ms"].toInteger(0);
    fault.status = object[u"status"].toInt(500);
    fault.headers = object[u"headers"].toObject();
    fault.times = object[u"times"].toInteger(1);
    if (fault.at < 0 || fault.ms < 0 || fault.times < 0)
        return std::unexpected(u"at, ms and times must not be negative"_s);
    if (fault.status < 200 || fault.status > 599)
        return std::unexpected(u"status must be between 200 and 599"_s);
    return fault;
}

QJsonObject Fault::toJson() const
{
    const QString where = port ? portName(*port) : u"any"_s;
    return QJsonObject{{u"id"_s, id},
                       {u"match"_s, QString::fromUtf8(match)},
                       {u"method"_s, QString::fromLatin1(method)},
                       {u"port"_s, where},
                       {u"kind"_s, kindName(kind)},
                       {u"at"_s, at},
                       {u"ms"_s, ms},
                       {u"status"_s, status},
                       {u"headers"_s, headers},
                       {u"times"_s, times},
                       {u"hits"_s, hits}};
}

bool Fault::matches(const Request &request) const
{
    return (times == 0 || hits < times) && (!port || *port == request.port)
        && (method.isEmpty() || method == "*" || method == request.method)
        && globMatches(match, request.rawTarget());
}

std::expected<QJsonArray, QString> FaultList::add(const QJsonValue &value)
{
    std::vector<Fault> fresh;
    const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &item : all) {
        if (!item.isObject())
            return std::unexpected(u"a fault is a JSON object"_s);
        auto fault = Fault::fromJson(item.toObject());
        if (!fault)
            return std::unexpected(fault.error());
        fresh.push_back(*std::move(fault));
    }
    const std::scoped_lock lock(m_mutex);
    QJsonArray ids;
    for (Fault &fault : fresh) {
        fault.id = m_nextId++;
        ids.append(fault.id);
        m_faults.push_back(std::move(fault));
    }
    return ids;
}

void FaultList::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_faults.clear();
}

QJsonArray FaultList::toJson() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray all;
    for (const Fault &fault : m_faults)
        all.append(fault.toJson());
    return all;
}

std::optional<Fault> FaultList::take(const Request &request, FaultKind kind,
                                     const std::function<bool(const Fault &)> &applies)
{
    const std::scoped_lock lock(m_mutex);
    for (Fault &fault : m_faults) {
        if (fault.kind == kind && fault.matches(request) && (!applies || applies(fault))) {
            ++fault.hits;
            return fault;
        }
    }
    return {};
}

} // namespace hubdesk::localhub
