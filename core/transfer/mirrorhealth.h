// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/retrycounter.h"

#include <QHash>
#include <QUrl>

#include <chrono>
#include <vector>

namespace hubdesk {

//! What all downloads of one engine know about mirrors: which of them is down just now, and which
//! sent wrong content and is not asked any more for as long as the engine lives. Of endpoints that
//! have mirrors it knows the first, too. Pure, with times given by the caller; on the transfer
//! thread.
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
    //! It is asked for the first time since it failed: nobody else does so before there is an
    //! answer, or \a patience is over.
    void probe(const QUrl &mirror, Time now, std::chrono::milliseconds patience);
    //! Bytes came from it: the next rest is a short one.
    void works(const QUrl &mirror);
    [[nodiscard]] bool isResting(const QUrl &mirror, Time now) const;
    //! Zero: it does not rest.
    [[nodiscard]] std::chrono::milliseconds restLeft(const QUrl &mirror, Time now) const;
    //! One of \a mirrors may be asked.
    [[nodiscard]] bool isAnyReady(const std::vector<QUrl> &mirrors, Time now) const;
    //! The network is another one: what was found out about it counts no more.
    void forgetRests();

private:
    struct State
    {
        bool dropped = false;
        Time restsUntil{};
        RetryCounter failures{std::chrono::milliseconds(0), -1};
        bool hasFailed = false;
        bool isProbed = false; // which is all it rests for
    };
    QHash<QUrl, State> m_states;
};

} // namespace hubdesk
