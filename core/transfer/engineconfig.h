// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheplaces.h"
#include "core/net/clientconfig.h"
#include "core/transfer/transfertuning.h"
#include "core/transfer/weeklyschedule.h"

#include <QString>

#include <map>

namespace hubdesk {

//! What the engine works with. A value; setConfig() applies to transfers that start afterwards,
//! those that have begun keep their account and the folder of the cache. Limits, windows and the
//! order count for all at once.
struct EngineConfig
{
    ClientConfig client;
    QString accountId; //!< Whose \a client is; empty: nobody's in particular.
    //! Clients of other accounts, and under an empty id that of nobody in particular, for transfers
    //! that were added as them: such a transfer stays with its Hub and its token whoever is in use.
    std::map<QString, ClientConfig> others;
    CachePlaces cache; //!< Where downloads go that are not for a folder.
    QString journalFolder; //!< One small JSON file a transfer; empty: nothing survives a restart
                           //!< (cli). Taken once.
    QString marksFolder; //!< Where proved blobs are noted, see VerifiedMarks; empty: nowhere. Taken
                         //!< once.
    int parallelFiles = 4; //!< Files at once over all transfers, 1 to 16.
    bool symlinksDisabled = false;
    bool symlinksWarningDisabled = false; //!< A disk without links is not reported.
    TransferTuning tuning;
    bool waitForSpace = false; //!< A full disk makes transfers wait for room instead of failing.

    int maxActive = 4; //!< Transfers at once, 1 or more.
    bool smallestFirst = false; //!< Within a priority by what is left, not by order.
    WeeklySchedule windows; //!< When transfers may run, values do not matter; empty: always.
    qint64 downloadLimit = 0; //!< bytes/s of all together; 0: none
    qint64 uploadLimit = 0; //!< bytes/s of all together; 0: none
    WeeklySchedule downloadLimits; //!< In force instead of downloadLimit in their spans, bytes/s.
    WeeklySchedule uploadLimits; //!< In force instead of uploadLimit in their spans, bytes/s.

    bool operator==(const EngineConfig &) const = default;
};

} // namespace hubdesk
