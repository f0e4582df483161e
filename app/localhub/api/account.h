// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/identity.h"

namespace hubdesk::localhub {

//! `GET /api/whoami-v2`
Response whoamiReply(Hub &hub, const Identity &who);
//! `GET /api/users/{name}/overview` and `/api/organizations/{name}/overview`
Response overviewReply(Hub &hub, const Identity &who, const QString &name, bool organisation);
//! `GET /avatars/{id}.svg`
Response avatarReply(const QByteArray &fileName);
//! `POST /api/validate-yaml`
Response validateYamlReply(const Request &request);

} // namespace hubdesk::localhub
