// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/identity.h"

namespace hubdesk::localhub {

//! What every route below one repository works with.
struct RepoCall
{
    Hub &hub;
    const Request &request;
    const Identity &who;
    Repository repo;
    //! Segments after the repository id, still encoded.
    QByteArrayList rest;

    //! The commit of an encoded revision, or the reply that there is none.
    [[nodiscard]] std::expected<QByteArray, Response>
    commit(const QByteArray &encodedRevision) const;
};

//! The routes under `/api/{type}s/{ns}/{name}`.
Response routeRepo(const RepoCall &call);

Response repoInfoReply(const RepoCall &call);
Response treeReply(const RepoCall &call);
Response pathsInfoReply(const RepoCall &call);
Response refsReply(const RepoCall &call);
Response commitsReply(const RepoCall &call);

} // namespace hubdesk::localhub
