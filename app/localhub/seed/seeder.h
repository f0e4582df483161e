// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/hub.h"

#include <expected>

namespace hubdesk::localhub {

//! Fills an empty Hub with the demo content: the same commits, hashes and numbers every time.
std::expected<void, QString> seedDemo(Hub &hub);

} // namespace hubdesk::localhub
