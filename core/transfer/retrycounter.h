// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <chrono>
#include <optional>

namespace hubdesk {

//! How often a download may fail in a row without a byte of progress, or its planning without an
//! answer, and how long it waits in
//! between: 1, 2, 4, 8 ... 32 seconds with the usual base (reference: files 1.10, 4.4), or what the
//! Hub asks for.
class RetryCounter
{
public:
    //! \a most failures in a row are retried; -1: it never gives up.
    RetryCounter(std::chrono::milliseconds base, int most)
        : m_base(base),
          m_most(most)
    { }

    //! Bytes arrived.
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; } //!< In a row so far.
    //! The wait before the next try; nothing when it is time to give up.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next(const Error &error);

private:
    std::chrono::milliseconds m_base;
    int m_most;
    int m_failures = 0;
};

} // namespace hubdesk
