// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"
#include "core/settings/environment.h"

namespace hubdesk {

//! The token in force and where it comes from, so that the window can say so.
struct ActiveToken
{
    QString token; //!< Empty: anonymous.
    QString source; //!< Name of the environment variable or path of the file; empty: none.

    bool operator==(const ActiveToken &) const = default;
};

//! Stored token resolution of reference files 1.4: `HF_TOKEN`, `HUGGING_FACE_HUB_TOKEN`, the token
//! file; none when `HF_HUB_DISABLE_IMPLICIT_TOKEN` is set. Reads at most 64 KiB of one local file.
[[nodiscard]] ActiveToken activeToken(const Environment &environment);

//! The same without regard to `HF_HUB_DISABLE_IMPLICIT_TOKEN`: for questions about the token
//! itself.
[[nodiscard]] ActiveToken storedToken(const Environment &environment);

//! What \a environment says a client should use: endpoint, active token, certificates, proxies,
//! time-outs, offline switch.
[[nodiscard]] ClientConfig clientConfigFrom(const Environment &environment);

} // namespace hubdesk
