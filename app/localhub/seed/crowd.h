// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"

namespace hubdesk::localhub {

//! The many users who only follow and like: as many followers as a known name has, and for every
//! public repository as many likers as it has likes. To be called after the repositories are made.
void seedCrowd(Hub &hub);

} // namespace hubdesk::localhub
