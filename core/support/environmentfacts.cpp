// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/environmentfacts.h"

#include "core/account/tokenfiles.h"
#include "core/log/redaction.h"
#include "hubdesk_version.h"

#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

bool hasToken(const Environment &env)
{
    return !env.token().isEmpty() || !TokenFiles(env).active().value_or(QString()).isEmpty();
}

} // namespace

std::vector<EnvironmentFact> environmentFacts(const Environment &env)
{
    const auto progress = env.progressBarsDisabled();
    return {
        {u"hubdesk version"_s, QStringLiteral(HUBDESK_VERSION)},
        {u"Platform"_s,
         u"%1-%2 (%3)"_s.arg(QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                             QSysInfo::prettyProductName())},
        {u"Architecture"_s, QSysInfo::currentCpuArchitecture()},
        {u"Qt version"_s, QString::fromLatin1(qVersion())},
        {u"TLS library"_s, QSslSocket::sslLibraryVersionString()},
        {u"Token path ?"_s, env.tokenPath()},
        {u"Has saved token ?"_s, hasToken(env)},
        {u"ENDPOINT"_s, redactedUrl(env.endpoint())},
        {u"HF_HOME"_s, env.home()},
        {u"HF_HUB_CACHE"_s, env.hubCache()},
        {u"HF_ASSETS_CACHE"_s, env.assetsCache()},
        {u"HF_TOKEN_PATH"_s, env.tokenPath()},
        {u"HF_STORED_TOKENS_PATH"_s, env.storedTokensPath()},
        {u"HF_HUB_OFFLINE"_s, env.offline()},
        {u"HF_HUB_DISABLE_TELEMETRY"_s, env.telemetryDisabled()},
        {u"HF_HUB_DISABLE_PROGRESS_BARS"_s, progress ? QJsonValue(*progress) : QJsonValue()},
        {u"HF_HUB_DISABLE_SYMLINKS"_s, env.symlinksDisabled()},
        {u"HF_HUB_DISABLE_SYMLINKS_WARNING"_s, env.symlinksWarningDisabled()},
        {u"HF_HUB_DISABLE_EXPERIMENTAL_WARNING"_s, env.experimentalWarningDisabled()},
        {u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, env.implicitTokenDisabled()},
        {u"HF_HUB_ENABLE_HF_TRANSFER"_s, env.hfTransferEnabled()},
        {u"HF_HUB_DISABLE_XET"_s, env.xetDisabled()},
        {u"HF_HUB_ETAG_TIMEOUT"_s, env.etagTimeout()},
        {u"HF_HUB_DOWNLOAD_TIMEOUT"_s, env.downloadTimeout()},
        {u"HF_XET_HIGH_PERFORMANCE"_s, env.xet().highPerformance},
    };
}

} // namespace hubdesk
