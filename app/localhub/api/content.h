// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/reporoutes.h"

namespace hubdesk::localhub {

//! `/{prefix}{id}/resolve/{rev}/{path}`: a redirect to where the content is.
Response resolveReply(const RepoCall &call);
//! `/{prefix}{id}/raw/{rev}/{path}`: the git blob itself, of large files the pointer.
Response rawReply(const RepoCall &call);
//! `/api/resolve-cache/{type}s/{id}/{commit}/{path}`: the content of a file that is in git.
Response resolveCacheReply(const RepoCall &call);
//! `/lfs/{sha256}` of the second port.
Response largeFileReply(Hub &hub, const Request &request);

} // namespace hubdesk::localhub
