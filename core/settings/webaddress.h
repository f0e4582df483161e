// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <expected>

namespace hubdesk {

//! What to say of an address that cannot be: sentences, translated.
struct WebAddressTexts
{
    QString example; //!< It is no http or https address at all.
    QString login; //!< There is a user in it.
    QString end; //!< There is a query or fragment behind it.
};

//! \a text as an http or https address without user, query and slash at the end, or which of
//! \a texts it is.
[[nodiscard]] std::expected<QUrl, QString> parseWebAddress(const QString &text,
                                                           const WebAddressTexts &texts);

} // namespace hubdesk
