// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/engineconfig.h"

#include <QDateTime>

namespace hubdesk {

//! What the clock says about the queue as a whole.
struct QueueMoment
{
    bool mayRun = true; //!< Inside a window, or there are none.
    QDateTime goesOnAt; //!< When the next window opens, if it may not run.
    qint64 downloadLimit = 0; //!< bytes/s in force; 0: none
    qint64 uploadLimit = 0; //!< bytes/s in force; 0: none
    QDateTime nextChange; //!< When one of these is another; invalid: never.

    bool operator==(const QueueMoment &) const = default;

    //! At \a now, whose time zone is that of the schedules.
    [[nodiscard]] static QueueMoment at(const QDateTime &now, const EngineConfig &config);
};

} // namespace hubdesk
