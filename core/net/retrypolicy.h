// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <array>
#include <chrono>
#include <optional>

namespace hubdesk {

//! How often and after how long a failed idempotent request is sent again. One row an error kind;
//! kinds that are not listed are final. The waits double from ClientConfig::retryDelay up to eight
//! times that, as the official client does (reference: files 1.10), with fewer tries because a
//! person is waiting.
struct RetryRule
{
    ErrorKind kind;
    int tries; //!< The first one included.
};
constexpr std::array kRetryTable{
    RetryRule{ErrorKind::Network, 3},
    RetryRule{ErrorKind::Timeout, 2},
    RetryRule{ErrorKind::RateLimited, 4},
    RetryRule{ErrorKind::Server, 4},
};

//! Longest `Retry-After` that a call waits for by itself; beyond it the error is shown with the
//! time.
constexpr std::chrono::seconds kLongestWait{30};

//! The wait before the next try, or nothing when \a error after \a tries attempts is final. \a base
//! is the first wait; \a maxTries 0 leaves the number of tries to the table.
[[nodiscard]] std::optional<std::chrono::milliseconds>
retryWait(const Error &error, int tries, std::chrono::milliseconds base, int maxTries = 0);

} // namespace hubdesk
