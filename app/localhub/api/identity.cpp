// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/identity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QString bearerOf(const QByteArray &header)
{
    const bool bearer =
        header.first(std::min<qsizetype>(7, header.size())).compare("Bearer ", Qt::CaseInsensitive)
        == 0;
    return bearer ? QString::fromUtf8(header.sliced(7).trimmed()) : QString();
}

// Personal tokens are named in the refusal, so that people find out which one to renew.
Response expired(const Token &token)
{
    return Response::error(401, {},
                           token.isOAuth()
                               ? u"Invalid credentials in Authorization header"_s
                               : u"User Access Token \"%1\" is expired"_s.arg(token.displayName));
}

} // namespace

bool Identity::belongsTo(const QString &ns) const
{
    return token
        && (token->user.compare(ns, Qt::CaseInsensitive) == 0
            || std::ranges::any_of(memberships, [&](const Membership &membership) {
                   return membership.org.compare(ns, Qt::CaseInsensitive) == 0;
               }));
}

bool Identity::mayAct(Hub &hub) const
{
    const auto account = token ? hub.accounts.find(token->user) : std::nullopt;
    return account && !account->isOrg && token->role == "write"_L1;
}

std::expected<Identity, Response> Identity::of(Hub &hub, const Request &request)
{
    Identity who;
    const QByteArray header = request.header("authorization");
    if (header.isEmpty())
        return who;
    if (const QString bearer = bearerOf(header); !bearer.isEmpty())
        who.token = hub.accounts.token(bearer);
    if (!who.token)
        return std::unexpected(
            Response::error(401, {}, u"Invalid credentials in Authorization header"_s));
    if (who.token->expires.isValid() && who.token->expires <= hub.clock())
        return std::unexpected(expired(*who.token));
    who.memberships = hub.accounts.membershipsOf(who.token->user);
    return who;
}

bool mayKnow(const Identity &who, const Repository &repo)
{
    return !repo.isPrivate
        || (who.belongsTo(repo.ns)
            && who.token->allows(u"repo.content.read"_s, typeName(repo.type), repo.ns, repo.name));
}

bool mayWrite(const Identity &who, const Repository &repo)
{
    if (!who.belongsTo(repo.ns) || who.token->role == "read"_L1
        || !who.token->allows(u"repo.write"_s, typeName(repo.type), repo.ns, repo.name))
        return false;
    // A token from before fine-grained ones had permissions has none to write.
    if (who.token->role == "fineGrained"_L1 && who.token->permissions.isEmpty())
        return false;
    return std::ranges::none_of(who.memberships, [&](const Membership &membership) {
        return membership.org.compare(repo.ns, Qt::CaseInsensitive) == 0
            && (membership.role == "read"_L1 || membership.role == "no_access"_L1);
    });
}

Response repoNotFound(const Identity &who)
{
    return who.isAnonymous()
        ? Response::error(401, "RepoNotFound", u"Invalid username or password."_s)
        : Response::error(404, "RepoNotFound", u"Repository not found"_s);
}

std::optional<Response> refuseFiles(Hub &hub, const Request &request, const Identity &who,
                                    const Repository &repo)
{
    if (repo.disabled)
        return Response::error(403, {}, u"Access to this resource is disabled."_s);
    if (repo.gated.isEmpty())
        return {};
    const QString what = typeName(repo.type) + u' ' + repo.id();
    if (who.isAnonymous()) {
        return Response::error(401, "GatedRepo",
                               u"Access to %1 is restricted. You must have access to it and be"
                               " authenticated to access it. Please log in."_s.arg(what));
    }
    if (!who.token->canReadGated) {
        return Response::error(403, "GatedRepo",
                               u"Please enable access to public gated repositories in your"
                               " fine-grained token settings to view this repository."_s);
    }
    const QString status = hub.catalog.accessStatus(repo, who.user());
    if (who.belongsTo(repo.ns) || status == "accepted"_L1)
        return {};
    if (status == "pending"_L1) {
        return Response::error(403, "GatedRepo",
                               u"Your request to access %1 is awaiting a review from the repo"
                               " authors."_s.arg(what));
    }
    if (status == "rejected"_L1) {
        return Response::error(403, "GatedRepo",
                               u"Your request to access %1 has been rejected by the repo's"
                               " authors."_s.arg(what));
    }
    return Response::error(
        403, "GatedRepo",
        u"Access to %1 is restricted and you are not in the authorized list. Visit %2 to ask for"
        " access."_s.arg(what, QString::fromLatin1(request.origin()) + repo.webPath()));
}

} // namespace hubdesk::localhub
