// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/clihub.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

bool CliHub::start()
{
    if (!hub.start())
        return false;
    seed = hub.seed();
    return true;
}

void CliHub::reset()
{
    home = std::make_unique<QTemporaryDir>();
    cli = std::make_unique<CliProcess>(home->path());
    cli->setVariable(u"HF_ENDPOINT"_s, hub.endpoint().toString());
    cli->setVariable(u"HF_HUB_CACHE"_s, cache());
    hub.clearRequests();
    hub.clearFaults();
}

} // namespace hubdesk
