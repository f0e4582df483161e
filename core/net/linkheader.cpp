// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/linkheader.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! True when the parameters behind `<...>` name the relation "next".
bool isNext(QByteArrayView parameters)
{
    for (const QByteArray &parameter : parameters.toByteArray().split(';')) {
        const qsizetype equals = parameter.indexOf('=');
        if (equals < 0 || parameter.left(equals).trimmed().toLower() != "rel")
            continue;
        QByteArray value = parameter.mid(equals + 1).trimmed();
        if (value.startsWith('"') && value.endsWith('"') && value.size() >= 2)
            value = value.mid(1, value.size() - 2);
        // One link may carry several relations, separated by spaces.
        if (value.toLower().split(' ').contains("next"))
            return true;
    }
    return false;
}

} // namespace

QUrl nextLink(const QByteArray &header)
{
    qsizetype at = 0;
    while ((at = header.indexOf('<', at)) >= 0) {
        const qsizetype close = header.indexOf('>', at);
        if (close < 0)
            return {};
        // The parameters end at the comma before the next `<`; a URL may hold commas of its own.
        const qsizetype nextOpen = header.indexOf('<', close);
        const qsizetype end = nextOpen < 0 ? header.size() : nextOpen;
        QByteArrayView parameters = QByteArrayView(header).sliced(close + 1, end - close - 1);
        if (nextOpen >= 0 && parameters.lastIndexOf(',') >= 0)
            parameters = parameters.first(parameters.lastIndexOf(','));
        if (isNext(parameters)) {
            const QUrl url =
                QUrl::fromEncoded(header.mid(at + 1, close - at - 1), QUrl::StrictMode);
            const bool absolute =
                !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
            return absolute ? url : QUrl();
        }
        at = end;
    }
    return {};
}

} // namespace hubdesk
