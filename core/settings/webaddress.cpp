// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/webaddress.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

std::expected<QUrl, QString> parseWebAddress(const QString &text, const WebAddressTexts &texts)
{
    QString trimmed = text.trimmed();
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return std::unexpected(texts.example);
    if (!url.userInfo().isEmpty())
        return std::unexpected(texts.login);
    if (url.hasQuery() || url.hasFragment())
        return std::unexpected(texts.end);
    return url;
}

} // namespace hubdesk
