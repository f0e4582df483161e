// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/paging.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

qint64 pageBegin(const Request &request)
{
    const QByteArray cursor = QByteArray::fromBase64(request.query.value(u"cursor").toLatin1(),
                                                     QByteArray::Base64UrlEncoding);
    return std::max<qint64>(QJsonDocument::fromJson(cursor).object()[u"skip"].toInteger(), 0);
}

Response pageOf(const Request &request, qint64 total, qint64 pageSize,
                const std::function<QJsonValue(qint64)> &item)
{
    const qint64 begin = std::min(pageBegin(request), total);
    const qint64 end = std::min(begin + pageSize, total);
    QJsonArray items;
    for (qint64 i = begin; i < end; ++i)
        items.append(item(i));
    Response reply = Response::json(items);
    if (end < total) {
        const QByteArray cursor =
            QJsonDocument(QJsonObject{{u"skip"_s, end}})
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const QByteArray query = queryWithout(request.rawQuery, "cursor");
        reply.setHeader("Link",
                        '<' + request.origin() + request.rawPath + '?' + query
                            + (query.isEmpty() ? "" : "&") + "cursor=" + cursor
                            + ">; rel=\"next\"");
    }
    return reply;
}

} // namespace hubdesk::localhub
