// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/request.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

QString portName(Port port)
{
    switch (port) {
    case Port::Hub:
        return u"hub"_s;
    case Port::Cdn:
        return u"cdn"_s;
    case Port::Proxy:
        return u"proxy"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

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
