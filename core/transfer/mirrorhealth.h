// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/retrycounter.h"

#include <QHash>
#include <QUrl>

#include <chrono>

namespace hubdesk {

//! What all downloads of one engine know about mirrors: which of them is down just now, and which
//! sent wrong content and is not asked any more for as long as the engine lives. Pure, with times
//! given by the caller; on the transfer thread.
class MirrorHealth
{
public:
    using Time = std::chrono::steady_clock::time_point;

    //! Not asked by anybody any more. False when it was dropped before.
    bool drop(const QUrl &mirror);
    [[nodiscard]] bool isDropped(const QUrl &mirror) const;

    //! It failed with \a error at \a now: nobody asks it for a while, longer each time in a row.
    //! \a delay: the first wait.
    void rest(const QUrl &mirror, const Error &error, Time now, std::chrono::milliseconds delay);
    //! Bytes came from it: the next rest is a short one.
    void works(const QUrl &mirror);
    [[nodiscard]] bool isResting(const QUrl &mirror, Time now) const;
    //! The network is another one: what was found out about it counts no more.
    void forgetRests();

private:
    struct State
    {
        bool dropped = false;
        Time restsUntil{};
        RetryCounter failures{std::chrono::milliseconds(0), -1};
        bool hasFailed = false;
    };
    QHash<QUrl, State> m_states;
};

} // namespace hubdesk
