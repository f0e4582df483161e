// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

std::unexpected<Error> notAListing()
{
    return failure(
        ErrorKind::Protocol,
        QCoreApplication::translate("hubdesk::Page", "The Hub sent an answer that is not a list."),
        u"expected a JSON array"_s);
}

std::unexpected<Error> endlessListing(const QString &requestId)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = QCoreApplication::translate("hubdesk::Page", "The Hub's list does not end.");
    error.detail = u"a page names itself as the next one"_s;
    error.requestId = requestId;
    return std::unexpected(error);
}

} // namespace hubdesk
