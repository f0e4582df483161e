// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"
#include "app/localhub/server/request.h"
#include "app/localhub/server/response.h"

#include <QStringList>

#include <expected>
#include <optional>

namespace hubdesk::localhub {

//! Who asks: nobody in particular, or the user of a token.
struct Identity
{
    std::optional<Token> token;
    std::vector<Membership> memberships;

    [[nodiscard]] bool isAnonymous() const { return !token; }
    [[nodiscard]] QString user() const { return token ? token->user : QString(); }
    //! The namespace is the user's own or one of an organisation of theirs.
    [[nodiscard]] bool belongsTo(const QString &ns) const;
    //! The token may do things in the name of a user: not a read or fine-grained token, and not one
    //! of an organisation.
    [[nodiscard]] bool mayAct(Hub &hub) const;

    //! Reads the Authorization header; the error reply for one that is no good.
    static std::expected<Identity, Response> of(Hub &hub, const Request &request);
};

//! What a request that names a repository found out about it.
bool mayKnow(const Identity &who, const Repository &repo);
bool mayWrite(const Identity &who, const Repository &repo);
//! The refusal of a repository that is missing or hidden: nobody learns which of the two.
Response repoNotFound(const Identity &who);
//! The refusal of the files of a gated or disabled repository; nothing when they may be read.
std::optional<Response> refuseFiles(Hub &hub, const Request &request, const Identity &who,
                                    const Repository &repo);

} // namespace hubdesk::localhub
