// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/retrypolicy.h"

#include "core/net/errormapping.h"

#include <algorithm>

namespace hubdesk {

std::optional<std::chrono::milliseconds> retryWait(const Error &error, int tries,
                                                   std::chrono::milliseconds base, int maxTries)
{
    const auto rule = std::ranges::find(kRetryTable, error.kind, &RetryRule::kind);
    if (rule == kRetryTable.end())
        return std::nullopt;
    if (tries >= (maxTries > 0 ? std::min(maxTries, rule->tries) : rule->tries))
        return std::nullopt;
    // Only a person can give another login.
    if (error.code == kProxyLogin)
        return std::nullopt;
    // 501 and 505 say "never", not "not now".
    if (error.kind == ErrorKind::Server && (error.httpStatus == 501 || error.httpStatus == 505))
        return std::nullopt;
    if (error.retryAfter >= 0) {
        // One second more than told: the Hub counts whole seconds.
        const std::chrono::seconds told(error.retryAfter + 1);
        if (told > kLongestWait)
            return std::nullopt;
        return told;
    }
    const int doublings = std::min(tries - 1, 3);
    return base * (1 << doublings);
}

} // namespace hubdesk
