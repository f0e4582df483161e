// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"
#include "app/localhub/server/request.h"
#include "app/localhub/server/response.h"

namespace hubdesk::localhub {

//! `POST /oauth/device`
Response deviceCodeReply(Hub &hub, const Request &request);
//! `POST /oauth/token`: device code and refresh token
Response oauthTokenReply(Hub &hub, const Request &request);
//! `/device`: the page on which somebody lets an application in, or does not
Response devicePageReply(Hub &hub, const Request &request);
//! `/_localhub/oauth`: the same by a test
Response oauthControlReply(Hub &hub, const Request &request);

} // namespace hubdesk::localhub
