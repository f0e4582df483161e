// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/request.h"

namespace hubdesk::localhub {

QByteArray Request::header(QByteArrayView lowerName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerName)
            return value;
    }
    return {};
}

QByteArray Request::rawTarget() const
{
    return rawQuery.isNull() ? rawPath : rawPath + '?' + rawQuery;
}

QByteArray Request::origin() const
{
    return (tls ? "https://" : "http://") + header("host");
}

QByteArrayList Request::segments() const
{
    QByteArrayList parts = rawPath.split('/');
    parts.removeAll(QByteArray());
    return parts;
}

} // namespace hubdesk::localhub
