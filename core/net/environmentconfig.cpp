// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/environmentconfig.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

ClientConfig clientConfigFrom(const Environment &environment)
{
    ClientConfig config;
    config.endpoint = environment.endpoint();
    config.userAgent = defaultUserAgent();
    if (const QString origin = environment.userAgentOrigin(); !origin.isEmpty())
        config.userAgent += "; origin/" + origin.toUtf8();
    config.caFile = environment.caFile();
    config.proxies = environment.proxies();
    config.offline = environment.offline();
    config.metadataTimeout = std::chrono::seconds(environment.etagTimeout());
    config.downloadTimeout = std::chrono::seconds(environment.downloadTimeout());
    return config;
}

} // namespace hubdesk
