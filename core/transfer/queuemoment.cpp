// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/queuemoment.h"

namespace hubdesk {

QueueMoment QueueMoment::at(const QDateTime &now, const EngineConfig &config)
{
    QueueMoment moment;
    moment.mayRun = config.windows.isEmpty() || config.windows.valueAt(now).has_value();
    moment.downloadLimit = config.downloadLimits.valueAt(now).value_or(config.downloadLimit);
    moment.uploadLimit = config.uploadLimits.valueAt(now).value_or(config.uploadLimit);
    if (!moment.mayRun)
        moment.goesOnAt = config.windows.nextChange(now);
    for (const auto *schedule : {&config.windows, &config.downloadLimits, &config.uploadLimits}) {
        const QDateTime change = schedule->nextChange(now);
        if (change.isValid() && (!moment.nextChange.isValid() || change < moment.nextChange))
            moment.nextChange = change;
    }
    return moment;
}

} // namespace hubdesk
