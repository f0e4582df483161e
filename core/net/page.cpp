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

} // namespace hubdesk
