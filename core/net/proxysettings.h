// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/environmentgroups.h"
#include "core/settings/settings.h"

#include <QString>

namespace hubdesk {

//! The proxies in force: those that the settings choose, with \a password for their user; when they
//! follow the system, \a environment, and behind it the desktop; \a script where a script is to
//! decide. A proxy that was chosen but not
//! named is none that works: nothing goes past it. Pure.
[[nodiscard]] ProxyVariables proxiesInForce(const Settings &settings,
                                            const ProxyVariables &environment,
                                            const QString &password,
                                            std::shared_ptr<ProxyScript> script = {});

//! What is wrong with \a text as the host of a proxy, translated; empty: nothing. Nothing at all is
//! fine, too: the user is still typing.
[[nodiscard]] QString proxyHostProblem(const QString &text);
//! The same for a script: an http, https or file address, or the whole path of a file.
[[nodiscard]] QString pacSourceProblem(const QString &text);

} // namespace hubdesk
