// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/identity.h"

namespace hubdesk::localhub {

//! Answers any request of the Hub's own port. Routes on the raw path, before any decoding.
Response routeHub(Hub &hub, const Request &request);

} // namespace hubdesk::localhub
