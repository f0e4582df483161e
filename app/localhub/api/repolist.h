// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/identity.h"

namespace hubdesk::localhub {

//! `GET /api/models`, `/api/datasets`, `/api/spaces`
Response listRepos(Hub &hub, const Request &request, const Identity &who, RepoType type);

} // namespace hubdesk::localhub
