// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/rawurl.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

QString decodeSegment(QByteArrayView raw)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(raw.toByteArray()));
}

QByteArray encodeUrl(QStringView text, QByteArrayView keep)
{
    return text.toUtf8().toPercentEncoding(keep.toByteArray());
}

Query::Query(QByteArrayView raw)
{
    const QByteArray bytes = raw.toByteArray();
    for (const QByteArray &part : bytes.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        QByteArray key = equals < 0 ? part : part.first(equals);
        QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
        key.replace('+', ' ');
        value.replace('+', ' ');
        QString name = decodeSegment(key);
        if (name.endsWith("[]"_L1))
            name.chop(2);
        m_items.emplaceBack(name, decodeSegment(value));
    }
}

bool Query::has(QStringView key) const
{
    return std::ranges::any_of(m_items, [&](const auto &item) { return item.first == key; });
}

QString Query::value(QStringView key) const
{
    for (const auto &[name, text] : m_items) {
        if (name == key)
            return text;
    }
    return {};
}

QStringList Query::values(QStringView key) const
{
    QStringList found;
    for (const auto &[name, text] : m_items) {
        if (name == key)
            found.append(text);
    }
    return found;
}

bool Query::flag(QStringView key) const
{
    const QString text = value(key).toLower();
    return text == "true"_L1 || text == "1"_L1 || text == "yes"_L1;
}

qint64 Query::number(QStringView key, qint64 otherwise) const
{
    bool ok = false;
    const qint64 parsed = value(key).toLongLong(&ok);
    return ok ? parsed : otherwise;
}

QByteArray queryWithout(QByteArrayView rawQuery, QByteArrayView drop)
{
    QByteArrayList kept;
    const QByteArray bytes = rawQuery.toByteArray();
    for (const QByteArray &part : bytes.split('&')) {
        if (!part.isEmpty() && part.split('=').first() != drop)
            kept.append(part);
    }
    return kept.join('&');
}

} // namespace hubdesk::localhub
