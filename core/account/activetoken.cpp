// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/activetoken.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kMaxTokenFile = 65'536; // bytes; JSON web tokens are long

} // namespace

ActiveToken activeToken(const Environment &environment)
{
    return environment.implicitTokenDisabled() ? ActiveToken{} : storedToken(environment);
}

ActiveToken storedToken(const Environment &environment)
{
    if (const QString token = environment.token(); !token.isEmpty()) {
        const bool current = !Environment::cleanToken(environment.value(u"HF_TOKEN"_s)).isEmpty();
        return {token, current ? u"HF_TOKEN"_s : u"HUGGING_FACE_HUB_TOKEN"_s};
    }
    QFile file(environment.tokenPath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString token = Environment::cleanToken(QString::fromUtf8(file.read(kMaxTokenFile)));
    return token.isEmpty() ? ActiveToken{} : ActiveToken{token, file.fileName()};
}

ClientConfig clientConfigFrom(const Environment &environment)
{
    ClientConfig config;
    config.endpoint = environment.endpoint();
    config.token = activeToken(environment).token;
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
