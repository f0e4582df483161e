// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"
#include "core/settings/environment.h"

namespace hubdesk {

//! What \a environment says a client should use: endpoint, certificates, proxies, time-outs,
//! offline switch. No token: see chooseToken().
[[nodiscard]] ClientConfig clientConfigFrom(const Environment &environment);

} // namespace hubdesk
