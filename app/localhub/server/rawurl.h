// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace hubdesk::localhub {

//! Percent-decodes raw bytes of a URL path segment as UTF-8; `+` stays a plus.
QString decodeSegment(QByteArrayView raw);
//! Percent-encodes everything but unreserved characters and those in `keep`.
QByteArray encodeUrl(QStringView text, QByteArrayView keep = {});

//! The query part of a request: keys may repeat, `key[]` is the same key as `key`.
class Query
{
public:
    Query() = default;
    explicit Query(QByteArrayView raw);

    [[nodiscard]] bool has(QStringView key) const;
    [[nodiscard]] QString value(QStringView key) const;
    [[nodiscard]] QStringList values(QStringView key) const;
    //! True for true, True, 1 and yes, as every client of the Hub writes booleans its own way.
    [[nodiscard]] bool flag(QStringView key) const;
    [[nodiscard]] qint64 number(QStringView key, qint64 otherwise) const;

private:
    QList<std::pair<QString, QString>> m_items;
};

//! The raw query with the keys named `drop` left out, so that a link can carry a new value for one.
QByteArray queryWithout(QByteArrayView rawQuery, QByteArrayView drop);

} // namespace hubdesk::localhub
