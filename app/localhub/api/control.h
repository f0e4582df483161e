// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"
#include "app/localhub/server/request.h"
#include "app/localhub/server/response.h"

namespace hubdesk::localhub {

//! `/_localhub/...`: faults, request log, seed and OAuth decisions, for tests.
Response controlReply(Hub &hub, const Request &request);

} // namespace hubdesk::localhub
