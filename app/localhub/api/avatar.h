// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"
#include "app/localhub/server/request.h"
#include "app/localhub/server/response.h"

namespace hubdesk::localhub {

//! Where the picture of an account is. As on the real Hub it is absolute and elsewhere (here on the
//! second port) when somebody uploaded one, and a relative path to a drawn one for all others.
QString avatarUrl(const Hub &hub, const Account &account);

//! `GET /avatars/{id}.svg`: the drawn one
Response drawnAvatarReply(const QByteArray &fileName);
//! `GET /avatars/{id}.png` of the second port: the uploaded one
Response uploadedAvatarReply(const QByteArray &fileName);
//! `GET /api/users/{name}/avatar`, `/api/organizations/{name}/avatar`
Response avatarReply(Hub &hub, const Request &request, const QString &name, bool organisation);
//! `GET /api/avatars/{name}`
Response avatarRedirect(Hub &hub, const QString &name);

} // namespace hubdesk::localhub
