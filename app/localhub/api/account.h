// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/identity.h"

namespace hubdesk::localhub {

//! `GET /api/whoami-v2`
Response whoamiReply(Hub &hub, const Identity &who);
//! `GET` and `POST /oauth/userinfo`
Response userInfoReply(Hub &hub, const Request &request, const Identity &who);
//! `POST /api/validate-yaml`
Response validateYamlReply(const Request &request);

} // namespace hubdesk::localhub
