// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/contentrange.h"

#include <QByteArray>

namespace hubdesk {

namespace {

//! Digits only: toLongLong() alone would take signs and spaces.
std::optional<qint64> number(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 18)
        return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
    }
    return text.toLongLong();
}

} // namespace

std::optional<ContentRange> ContentRange::parse(QByteArrayView header)
{
    const QByteArrayView text = header.trimmed();
    if (text.size() < 6 || text.first(5).compare("bytes", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArrayView value = text.sliced(5).trimmed();
    const qsizetype dash = value.indexOf('-');
    const qsizetype slash = value.indexOf('/');
    if (dash < 0 || slash < dash)
        return std::nullopt;
    const auto first = number(value.first(dash));
    const auto last = number(value.sliced(dash + 1, slash - dash - 1));
    if (!first || !last || *last < *first)
        return std::nullopt;
    const QByteArrayView end = value.sliced(slash + 1);
    if (end == "*")
        return ContentRange{*first, *last, -1};
    const auto total = number(end);
    if (!total || *total <= *last)
        return std::nullopt;
    return ContentRange{*first, *last, *total};
}

} // namespace hubdesk
