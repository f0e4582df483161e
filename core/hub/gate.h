// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

namespace hubdesk {

//! Why a gated repo does not open, and so which button helps.
enum class GateState {
    NotSignedIn, //!< Sign in.
    MissingScope, //!< The fine-grained token lacks "read gated repos": token settings.
    TermsNotAccepted, //!< Ask for access on the repo's page.
    Pending, //!< Asked, awaiting the authors.
    Rejected,
};

//! Reads the state from an error of kind Gated (status and the Hub's sentence). The Hub has no code
//! for it, so the sentences decide and NotSignedIn/TermsNotAccepted are the fallbacks for 401/403.
[[nodiscard]] GateState gateState(const Error &error);

//! The state as one sentence for the user.
[[nodiscard]] QString gateText(GateState state);

} // namespace hubdesk
