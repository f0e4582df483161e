// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/pacfunctions.h"

#include "core/log/categories.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QJSEngine>
#include <QNetworkInterface>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

// Written after the description of the functions that browsers publish.
constexpr auto kFunctions = R"JS(
(function (host, global) {
    const lower = text => String(text).toLowerCase();
    const days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                    "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    // Some functions take "GMT" behind everything else.
    function takeGmt(values) {
        const list = Array.from(values);
        const gmt = list.length > 0 && list[list.length - 1] === "GMT";
        return { gmt: gmt, list: gmt ? list.slice(0, -1) : list };
    }
    // From a to b, perhaps over the end of the week, the year or the day.
    function between(a, x, b) {
        return a <= b ? a <= x && x <= b : x >= a || x <= b;
    }
    function parts(date, gmt) {
        return gmt
            ? { day: date.getUTCDay(), date: date.getUTCDate(), month: date.getUTCMonth(),
                year: date.getUTCFullYear(), hour: date.getUTCHours(),
                minute: date.getUTCMinutes(), second: date.getUTCSeconds() }
            : { day: date.getDay(), date: date.getDate(), month: date.getMonth(),
                year: date.getFullYear(), hour: date.getHours(), minute: date.getMinutes(),
                second: date.getSeconds() };
    }

    global.isPlainHostName = name => !/[.:]/.test(name);
    global.dnsDomainIs = (name, domain) => lower(name).endsWith(lower(domain));
    global.localHostOrDomainIs = (name, full) =>
        lower(name) === lower(full)
        || (!String(name).includes(".") && lower(full).startsWith(lower(name) + "."));
    global.dnsResolve = name => host.resolve(String(name)) || null;
    global.isResolvable = name => host.resolve(String(name)) !== "";
    global.myIpAddress = () => host.myAddress();
    global.isInNet = (name, pattern, mask) =>
        host.isInNet(String(name), String(pattern), String(mask));
    global.dnsDomainLevels = name => String(name).split(".").length - 1;
    global.convert_addr = address => {
        const bytes = String(address).split(".").map(Number);
        return ((bytes[0] & 255) << 24 | (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8
                | bytes[3] & 255) >>> 0;
    };
    global.shExpMatch = (text, pattern) => {
        const source = String(pattern).replace(/[.+^${}()|[\]\\]/g, "\\$&")
                           .replace(/\*/g, "[^]*").replace(/\?/g, "[^]");
        return new RegExp("^" + source + "$").test(String(text));
    };
    global.alert = () => undefined;

    global.weekdayRange = function () {
        const { gmt, list } = takeGmt(arguments);
        const [from, to] = [days.indexOf(list[0]), days.indexOf(list[list.length - 1])];
        return from >= 0 && to >= 0 && between(from, parts(new Date(), gmt).day, to);
    };
    global.dateRange = function () {
        const { gmt, list } = takeGmt(arguments);
        if (list.length === 0)
            return false;
        const now = parts(new Date(), gmt);
        // Day, month and year are told apart by what they look like.
        const kind = value => typeof value === "string" ? "month" : value > 31 ? "year" : "date";
        const number = value => typeof value === "string" ? months.indexOf(value) : value;
        const half = list.length === 1 ? 1 : list.length / 2;
        const order = value => {
            const fields = {};
            value.forEach(field => { fields[kind(field)] = number(field); });
            return fields;
        };
        const from = order(list.slice(0, half));
        const to = list.length === 1 ? from : order(list.slice(half));
        const scale = fields => ("year" in from ? fields.year * 10000 : 0)
            + ("month" in from ? fields.month * 100 : 0) + ("date" in from ? fields.date : 0);
        return "year" in from ? scale(from) <= scale(now) && scale(now) <= scale(to)
                              : between(scale(from), scale(now), scale(to));
    };
    global.timeRange = function () {
        const { gmt, list } = takeGmt(arguments);
        const now = parts(new Date(), gmt);
        const seconds = (hour, minute, second) =>
            hour * 3600 + (minute || 0) * 60 + (second || 0);
        const time = seconds(now.hour, now.minute, now.second);
        switch (list.length) {
        case 1:
            return now.hour === list[0];
        case 2:
            return between(list[0], now.hour, list[1]);
        case 4:
            return between(seconds(list[0], list[1]), time, seconds(list[2], list[3]));
        case 6:
            return between(seconds(list[0], list[1], list[2]), time,
                           seconds(list[3], list[4], list[5]));
        }
        return false;
    };
})
)JS";

} // namespace

QString PacHost::resolve(const QString &host) const
{
    if (const QHostAddress literal(host); !literal.isNull())
        return literal.toString();
    const QList<QHostAddress> addresses = m_lookUp(host).addresses();
    for (const QHostAddress &address : addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return address.toString();
    }
    return addresses.isEmpty() ? QString() : addresses.first().toString();
}

QString PacHost::myAddress() const
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            return address.toString();
    }
    return QHostAddress(QHostAddress::LocalHost).toString();
}

bool PacHost::isInNet(const QString &address, const QString &pattern, const QString &mask) const
{
    bool isAddress = false;
    const quint32 bits = QHostAddress(resolve(address)).toIPv4Address(&isAddress);
    const quint32 maskBits = QHostAddress(mask).toIPv4Address();
    return isAddress && (bits & maskBits) == (QHostAddress(pattern).toIPv4Address() & maskBits);
}

void installPacFunctions(QJSEngine *engine, std::function<QHostInfo(const QString &name)> lookUp)
{
    QJSValue install = engine->evaluate(QString::fromUtf8(kFunctions));
    // The engine owns the object.
    const QJSValue done =
        install.call({engine->newQObject(new PacHost(std::move(lookUp))), engine->globalObject()});
    if (done.isError()) // a mistake of ours
        qCCritical(lcHub).noquote() << "the functions of PAC files:" << done.toString();
}

} // namespace hubdesk
