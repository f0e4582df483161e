// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace hubdesk {

//! Keeps an idle computer awake. What the user orders (closing the lid, "suspend") still happens.
//! Called on the engine's thread; must return at once.
class SleepInhibitor
{
public:
    SleepInhibitor() = default;
    SleepInhibitor(const SleepInhibitor &) = delete;
    SleepInhibitor &operator=(const SleepInhibitor &) = delete;
    virtual ~SleepInhibitor() = default;

    //! \a reason: plain words, the desktop may show them. Never called twice in a row.
    virtual void block(const QString &reason) = 0;
    virtual void release() = 0; //!< Follows each block().
};

} // namespace hubdesk
