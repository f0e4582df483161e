// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/identity.h"

#include <functional>

namespace hubdesk::localhub {

//! `GET /api/users/{name}/{part}` and `/api/organizations/{name}/{part}`: overview, followers,
//! following, members, likes, avatar, socials; nothing for any other part.
std::optional<Response> peopleReply(Hub &hub, const Request &request, const Identity &who,
                                    const QByteArrayList &parts);

//! A page of a list of people; `slice` fetches part of the list.
Response peoplePage(Hub &hub, const Request &request, const Identity &who, qint64 total,
                    const std::function<std::vector<Account>(Slice)> &slice);

Response unknownUser();

} // namespace hubdesk::localhub
