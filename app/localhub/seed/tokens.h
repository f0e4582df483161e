// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"

namespace hubdesk::localhub {

//! The access tokens of the demo seed.
void seedTokens(Hub &hub);

//! What tests are told about them: by token its user, type ("user" or "org"), role and name, and
//! whether it has expired.
QJsonObject seedTokenRoles();

} // namespace hubdesk::localhub
