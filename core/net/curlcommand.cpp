// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/curlcommand.h"

#include "core/log/redaction.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! What is known to be harmless; everything else may be a secret.
bool isHarmless(const QByteArray &name)
{
    static constexpr std::array kNames{
        "accept"_L1,     "accept-encoding"_L1, "content-length"_L1, "content-type"_L1,
        "if-match"_L1,   "if-none-match"_L1,   "if-range"_L1,       "range"_L1,
        "user-agent"_L1, "x-amzn-trace-id"_L1};
    return std::ranges::any_of(kNames, [&name](QLatin1StringView known) {
        return known.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', uR"('\'')"_s) + u'\'';
}

} // namespace

QString curlCommand(const QByteArray &method, const QNetworkRequest &request, qint64 bodySize)
{
    QStringList words{u"curl"_s, u"-X"_s, QString::fromLatin1(method)};
    auto names = request.rawHeaderList();
    std::ranges::sort(names);
    for (const QByteArray &name : std::as_const(names)) {
        const QByteArray value = request.rawHeader(name);
        if (value.isEmpty())
            continue;
        QString shown = u"<HIDDEN>"_s;
        if (name.compare("authorization", Qt::CaseInsensitive) == 0)
            shown = u"<TOKEN>"_s;
        else if (isHarmless(name))
            shown = redact(QString::fromUtf8(value));
        words << u"-H"_s << quoted(QString::fromLatin1(name) + ": "_L1 + shown);
    }
    if (bodySize >= 0)
        words << u"-d"_s << quoted(u"<%1 bytes>"_s.arg(bodySize));
    words << quoted(redactedUrl(request.url()));
    return words.join(u' ');
}

} // namespace hubdesk
