// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/byterange.h"

#include <QByteArray>

#include <algorithm>

namespace hubdesk::localhub {

std::optional<ByteRange> ByteRange::parse(QByteArrayView header, qint64 size)
{
    const QByteArray text = header.toByteArray().trimmed();
    if (!text.startsWith("bytes=") || text.contains(','))
        return {};
    const QByteArray spec = text.sliced(6).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return {};
    bool firstOk = false;
    bool lastOk = false;
    const QByteArray firstText = spec.first(dash).trimmed();
    const QByteArray lastText = spec.sliced(dash + 1).trimmed();
    const qint64 first = firstText.toLongLong(&firstOk);
    const qint64 last = lastText.toLongLong(&lastOk);
    if ((!firstText.isEmpty() && (!firstOk || first < 0))
        || (!lastText.isEmpty() && (!lastOk || last < 0))
        || (firstText.isEmpty() && lastText.isEmpty()))
        return {};
    if (firstText.isEmpty()) {
        const qint64 count = std::min(last, size);
        return ByteRange{.begin = size - count, .end = size, .satisfiable = count > 0};
    }
    if (!lastText.isEmpty() && last < first)
        return {};
    const qint64 end = lastText.isEmpty() ? size : std::min(last, size - 1) + 1;
    return ByteRange{.begin = first, .end = end, .satisfiable = first < size};
}

} // namespace hubdesk::localhub
