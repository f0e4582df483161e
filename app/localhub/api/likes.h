// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/reporoutes.h"

namespace hubdesk::localhub {

//! `POST` and `DELETE /api/{type}s/{id}/like`
Response likeReply(const RepoCall &call);
//! `GET /api/{type}s/{id}/likers`
Response likersReply(const RepoCall &call);
//! `GET /api/users/{name}/likes`: public repositories only, the newest like first
Response likesReply(Hub &hub, const Request &request, const QString &name);
//! How many entries that list has.
qint64 likesCount(Hub &hub, const QString &name);

} // namespace hubdesk::localhub
