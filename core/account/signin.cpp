// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/signin.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct SignInTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::SignIn)
};

std::unexpected<Error> ofOrganization()
{
    return failure(
        ErrorKind::Invalid,
        SignInTexts::tr("You must use your personal account token, not an organization token."));
}

} // namespace

Result<void> checkTokenText(const QString &token)
{
    if (token.isEmpty())
        return failure(ErrorKind::Invalid, SignInTexts::tr("There is no token."));
    if (token.startsWith("api_org"_L1))
        return ofOrganization();
    if (!std::ranges::all_of(token, [](QChar c) { return c > u' ' && c < u'\x7f'; }))
        return failure(ErrorKind::Invalid,
                       SignInTexts::tr("A token is one word of plain letters and digits."));
    return {};
}

Result<void> checkTokenOwner(const Identity &identity)
{
    return identity.type == "org"_L1 ? ofOrganization() : Result<void>();
}

} // namespace hubdesk
