// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/linkheader.h"
#include "core/net/request.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <vector>

namespace hubdesk {

//! One page of a listing and where the next one is (reference: files 1.11).
template <class T> struct Page
{
    std::vector<T> items;
    QUrl next; //!< Complete, to be requested verbatim; empty on the last page.
    qint64 total = -1; //!< `X-Total-Count`, -1 when the Hub does not say.
    QString requestId; //!< Of the reply, for errors that are found later.

    bool operator==(const Page &) const = default;
};

//! ErrorKind::Protocol: a listing that is no JSON array.
[[nodiscard]] std::unexpected<Error> notAListing();

//! ErrorKind::Protocol: a page that names itself as the next one.
[[nodiscard]] std::unexpected<Error> endlessListing(const QString &requestId);

//! Reads a page whose body is an array of objects; \a fromJson makes an item or an error, which
//! fails the whole page.
template <class T, class FromJson>
[[nodiscard]] Result<Page<T>> pageFromJson(const ReplyData &reply, FromJson fromJson)
{
    const auto json = parseJson(reply);
    if (!json)
        return std::unexpected(json.error());
    if (!json->isArray())
        return notAListing();
    const QJsonArray array = json->array();
    Page<T> page;
    page.items.reserve(static_cast<size_t>(array.size()));
    for (const QJsonValue &value : array) {
        Result<T> item = fromJson(value.toObject());
        if (!item)
            return std::unexpected(item.error());
        page.items.push_back(std::move(*item));
    }
    page.next = nextLink(reply.headers.combinedValue("link"));
    bool ok = false;
    const qint64 total = reply.header("x-total-count").toLongLong(&ok);
    page.total = ok ? total : -1;
    page.requestId = reply.requestId;
    return page;
}

} // namespace hubdesk
