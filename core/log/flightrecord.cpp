// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/flightrecord.h"

#include "core/log/redaction.h"
#include "core/log/safewords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qsizetype kMostRedirects = 10;
constexpr qsizetype kMostStalls = 8;

constexpr std::array<QByteArrayView, 8> kMethods{"GET",    "HEAD",  "POST",    "PUT",
                                                 "DELETE", "PATCH", "OPTIONS", "*"};
constexpr std::array<QByteArrayView, 4> kPhases{"connect", "firstByte", "body", "*"};
constexpr std::array<QByteArrayView, 4> kOutcomes{"open", "done", "failed", "stopped"};
//! errorKindName() of core/net, which stands above this folder; a test compares the two.
constexpr std::array<QByteArrayView, 16> kErrorKinds{
    "canceled", "offline",  "network",   "timeout",     "unauthorized", "forbidden",
    "gated",    "notFound", "conflict",  "rateLimited", "quota",        "server",
    "protocol", "file",     "integrity", "invalid"};

template <std::size_t n>
QByteArray known(const std::array<QByteArrayView, n> &list, QByteArrayView word)
{
    // The literal's own memory is used: no allocation for a record.
    const auto it = std::ranges::find(list, word);
    return it == list.end() ? QByteArray("*") : QByteArray::fromRawData(it->data(), it->size());
}

bool sameOrigin(const QUrl &url, const QUrl &endpoint)
{
    const auto portOf = [](const QUrl &address) {
        return address.port(address.scheme() == "https"_L1 ? 443 : 80);
    };
    return url.host() == endpoint.host() && url.scheme() == endpoint.scheme()
        && portOf(url) == portOf(endpoint);
}

//! ISO 8601 with milliseconds; many times faster than QDateTime.
QByteArray utcText(qint64 ms)
{
    const std::time_t seconds = ms / 1000;
    std::tm utc = {};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 40> text{};
    std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
    length += std::size_t(
        std::snprintf(text.data() + length, text.size() - length, ".%03dZ", int(ms % 1000)));
    return {text.data(), qsizetype(length)};
}

// A hand-made writer: every text in a record consists of characters that JSON need not escape, and
// a request should not pay for building a tree.
void put(QByteArray &line, QByteArrayView name)
{
    line += line.size() > 1 ? ",\"" : "\"";
    line += name;
    line += "\":";
}

void putText(QByteArray &line, QByteArrayView name, const QByteArray &text)
{
    if (text.isEmpty())
        return;
    put(line, name);
    line += '"' + text + '"';
}

void putNumber(QByteArray &line, QByteArrayView name, qint64 number)
{
    put(line, name);
    line += QByteArray::number(number);
}

void putTime(QByteArray &line, QByteArrayView name, qint64 ms)
{
    if (ms >= 0)
        putNumber(line, name, ms);
}

template <class Item>
void putPairs(QByteArray &line, QByteArrayView name, const QList<Item> &items,
              QByteArray Item::*text)
{
    if (items.isEmpty())
        return;
    put(line, name);
    line += '[';
    for (const Item &item : items) {
        if (!line.endsWith('['))
            line += ',';
        line += "[\"" + item.*text + "\"," + QByteArray::number(item.ms) + ']';
    }
    line += ']';
}

//! The second line of defence: looks for what must never be there, and if so lets redact() work.
QByteArray checked(QByteArray line)
{
    static constexpr std::array<QByteArrayView, 5> kSigns{"hf_", "api_org_", "eyJ", "Bearer",
                                                          "Basic"};
    const bool clean =
        std::ranges::none_of(kSigns, [&line](QByteArrayView sign) { return line.contains(sign); });
    return clean ? line : redact(QString::fromUtf8(line)).toUtf8();
}

QByteArray textOf(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString().toUtf8();
}

qint64 timeOf(const QJsonObject &object, QLatin1StringView name)
{
    return std::max<qint64>(-1, object.value(name).toInteger(-1));
}

} // namespace

void FlightRecord::setRequest(const QByteArray &method, const QUrl &url, const QUrl &endpoint)
{
    m_method = known(kMethods, method);
    m_host = safeHost(url);
    m_path = "*";
    m_queryKeys.clear();
    const QByteArray prefix = endpoint.path(QUrl::FullyEncoded).toLatin1();
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (!sameOrigin(url, endpoint) || !path.startsWith(prefix))
        return;
    m_path = safePath(path.sliced(prefix.size()));
    if (url.hasQuery())
        m_queryKeys = safeQueryKeys(url.query(QUrl::FullyEncoded).toLatin1());
}

void FlightRecord::addRedirect(const QUrl &target, qint64 ms)
{
    if (m_redirects.size() < kMostRedirects)
        m_redirects.append({safeHost(target), ms});
}

void FlightRecord::noteStall(const QByteArray &phase, qint64 ms, bool goesOn)
{
    const QByteArray name = known(kPhases, phase);
    if (goesOn && !m_stalls.isEmpty() && m_stalls.last().phase == name)
        m_stalls.last().ms = ms;
    else if (m_stalls.size() < kMostStalls)
        m_stalls.append({name, ms});
}

void FlightRecord::setError(const QByteArray &kind)
{
    m_error = kind.isEmpty() ? QByteArray() : known(kErrorKinds, kind);
}

void FlightRecord::setReason(const QByteArray &kind)
{
    m_reason = kind.isEmpty() ? QByteArray() : known(kErrorKinds, kind);
}

void FlightRecord::setRequestId(const QByteArray &id)
{
    m_requestId = safeRequestId(id);
}

void FlightRecord::setRun(const QByteArray &run)
{
    constexpr qsizetype kDigits = 8;
    m_run = run.size() == kDigits ? safeRequestId(run) : QByteArray("*");
}

void FlightRecord::hideNames(const std::function<QByteArray(const QByteArray &)> &rename)
{
    if (m_path != "*")
        m_path = pathWithoutNames(m_path, rename);
}

QByteArray FlightRecord::toLine() const
{
    constexpr qsizetype kUsual = 512;
    QByteArray line;
    line.reserve(kUsual);
    line += '{';
    putText(line, "at", utcText(startedAt));
    putText(line, "run", m_run);
    putNumber(line, "n", qint64(number));
    putText(line, "outcome", known(kOutcomes, kOutcomes.at(std::size_t(outcome))));
    putText(line, "method", m_method);
    putText(line, "host", m_host);
    putText(line, "path", m_path);
    if (!m_queryKeys.isEmpty()) {
        put(line, "query_keys");
        line += "[\"" + m_queryKeys.join("\",\"") + "\"]";
    }
    if (rangeFrom >= 0) {
        put(line, "range");
        line += '[' + QByteArray::number(rangeFrom) + ',' + QByteArray::number(rangeTo) + ']';
    }
    putNumber(line, "try", attempt);
    putText(line, "why", m_reason);
    putTime(line, "connecting_ms", connectingMs);
    putTime(line, "encrypted_ms", encryptedMs);
    putTime(line, "sent_ms", sentMs);
    putTime(line, "first_byte_ms", firstByteMs);
    putTime(line, "ms", endMs);
    putPairs(line, "redirects", m_redirects, &Redirect::host);
    putPairs(line, "stalls", m_stalls, &Stall::phase);
    if (status > 0)
        putNumber(line, "status", status);
    putNumber(line, "bytes", bytes);
    putTime(line, "length", length);
    putText(line, "error", m_error);
    putText(line, "request_id", m_requestId);
    line += '}';
    return checked(std::move(line));
}

std::optional<FlightRecord> FlightRecord::fromLine(const QByteArray &line)
{
    if (line.size() > kLongestLine)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto start =
        QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs).toUTC();
    const auto outcome = std::ranges::find(kOutcomes, QByteArrayView(textOf(object, "outcome"_L1)));
    if (!start.isValid() || outcome == kOutcomes.end())
        return std::nullopt;
    FlightRecord record;
    record.startedAt = start.toMSecsSinceEpoch();
    record.outcome = static_cast<Outcome>(outcome - kOutcomes.begin());
    record.number = static_cast<quint64>(object.value("n"_L1).toInteger());
    record.attempt = object.value("try"_L1).toInt(1);
    record.connectingMs = timeOf(object, "connecting_ms"_L1);
    record.encryptedMs = timeOf(object, "encrypted_ms"_L1);
    record.sentMs = timeOf(object, "sent_ms"_L1);
    record.firstByteMs = timeOf(object, "first_byte_ms"_L1);
    record.endMs = timeOf(object, "ms"_L1);
    record.status = object.value("status"_L1).toInt();
    record.bytes = object.value("bytes"_L1).toInteger();
    record.length = timeOf(object, "length"_L1);
    const QJsonArray range = object.value("range"_L1).toArray();
    if (range.size() == 2) {
        record.rangeFrom = range.at(0).toInteger(-1);
        record.rangeTo = range.at(1).toInteger(-1);
    }
    record.setRun(textOf(object, "run"_L1));
    record.setError(textOf(object, "error"_L1));
    record.setReason(textOf(object, "why"_L1));
    record.setRequestId(textOf(object, "request_id"_L1));
    record.m_method = known(kMethods, textOf(object, "method"_L1));
    record.m_host = safeHost(textOf(object, "host"_L1));
    const QByteArray path = textOf(object, "path"_L1);
    record.m_path = path == "*" ? path : safePath(path);
    QByteArrayList keys;
    for (const QJsonValue &key : object.value("query_keys"_L1).toArray())
        keys.append(key.toString().toUtf8());
    record.m_queryKeys = safeQueryKeys(keys.join('&'));
    for (const QJsonValue &value : object.value("redirects"_L1).toArray()) {
        if (record.m_redirects.size() < kMostRedirects)
            record.m_redirects.append(
                {safeHost(value[0].toString().toUtf8()), value[1].toInteger()});
    }
    for (const QJsonValue &value : object.value("stalls"_L1).toArray()) {
        if (record.m_stalls.size() < kMostStalls)
            record.m_stalls.append(
                {known(kPhases, value[0].toString().toUtf8()), value[1].toInteger()});
    }
    return record;
}

} // namespace hubdesk
