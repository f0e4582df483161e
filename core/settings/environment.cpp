// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/environment.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kDefaultEndpoint = "https://huggingface.co"_L1;
constexpr auto kStagingEndpoint = "https://hub-ci.huggingface.co"_L1;
constexpr int kDefaultTimeout = 10; // seconds
constexpr int kDefaultRangeGets = 16;
constexpr qint64 kDefaultSymlinkThreshold = 5 * 1024 * 1024; // bytes

} // namespace

Environment::Environment(const QProcessEnvironment &variables)
    : m_variables(variables)
{ }

bool Environment::isTrue(const QString &value)
{
    static const std::array words{"1"_L1, "ON"_L1, "YES"_L1, "TRUE"_L1};
    return std::ranges::any_of(
        words, [&value](auto word) { return value.compare(word, Qt::CaseInsensitive) == 0; });
}

QString Environment::cleanToken(QString token)
{
    return token.remove(u'\r').remove(u'\n').trimmed();
}

QString Environment::decidingVariable(const QStringList &names) const
{
    for (const QString &name : names) {
        if (!m_variables.value(name).isEmpty())
            return name;
    }
    return {};
}

QString Environment::firstSet(const QStringList &names) const
{
    return m_variables.value(decidingVariable(names));
}

//! `~` and `$VARS`, as today's official client expands them.
QString Environment::expanded(const QString &path) const
{
    QString result;
    qsizetype i = 0;
    while (i < path.size()) {
        if (path.at(i) != u'$') {
            result += path.at(i++);
            continue;
        }
        const bool braces = i + 1 < path.size() && path.at(i + 1) == u'{';
        const qsizetype start = i + (braces ? 2 : 1);
        qsizetype end = start;
        while (end < path.size() && (path.at(end).isLetterOrNumber() || path.at(end) == u'_'))
            ++end;
        const QString name = path.mid(start, end - start);
        const bool closed = !braces || (end < path.size() && path.at(end) == u'}');
        if (name.isEmpty() || !closed || !m_variables.contains(name)) {
            result += path.at(i++); // an unknown variable stays as it was written
            continue;
        }
        result += m_variables.value(name);
        i = end + (braces ? 1 : 0);
    }
    const QString userHome = m_variables.value(u"HOME"_s, QDir::homePath());
    if (result == "~"_L1 || result.startsWith("~/"_L1))
        result.replace(0, 1, userHome);
    return QDir::cleanPath(QDir().absoluteFilePath(result));
}

QUrl Environment::endpoint() const
{
    if (isTrue(m_variables.value(u"HUGGINGFACE_CO_STAGING"_s))
        && m_variables.value(u"HF_ENDPOINT"_s).isEmpty())
        return QUrl(kStagingEndpoint);
    QString endpoint = m_variables.value(u"HF_ENDPOINT"_s).trimmed();
    while (endpoint.endsWith(u'/'))
        endpoint.chop(1);
    return QUrl(endpoint.isEmpty() ? QString(kDefaultEndpoint) : endpoint);
}

QString Environment::home() const
{
    const QString home = m_variables.value(u"HF_HOME"_s);
    if (!home.isEmpty())
        return expanded(home);
    const QString cache = m_variables.value(u"XDG_CACHE_HOME"_s);
    return expanded((cache.isEmpty() ? u"~/.cache"_s : cache) + "/huggingface"_L1);
}

QString Environment::hubCache() const
{
    const QString path = firstSet({u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s});
    return path.isEmpty() ? home() + "/hub"_L1 : expanded(path);
}

QString Environment::assetsCache() const
{
    const QString path = firstSet({u"HF_ASSETS_CACHE"_s, u"HUGGINGFACE_ASSETS_CACHE"_s});
    return path.isEmpty() ? home() + "/assets"_L1 : expanded(path);
}

QString Environment::tokenPath() const
{
    const QString path = m_variables.value(u"HF_TOKEN_PATH"_s);
    return path.isEmpty() ? home() + "/token"_L1 : expanded(path);
}

QString Environment::storedTokensPath() const
{
    return QFileInfo(tokenPath()).path() + "/stored_tokens"_L1;
}

QString Environment::token() const
{
    const QString token = cleanToken(m_variables.value(u"HF_TOKEN"_s));
    return token.isEmpty() ? cleanToken(m_variables.value(u"HUGGING_FACE_HUB_TOKEN"_s)) : token;
}

bool Environment::offline() const
{
    return isTrue(firstSet({u"HF_HUB_OFFLINE"_s, u"TRANSFORMERS_OFFLINE"_s}));
}

bool Environment::implicitTokenDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s));
}

int Environment::seconds(const QString &name) const
{
    bool ok = false;
    const int value = m_variables.value(name).trimmed().toInt(&ok);
    return ok && value > 0 ? value : kDefaultTimeout;
}

int Environment::etagTimeout() const
{
    return seconds(u"HF_HUB_ETAG_TIMEOUT"_s);
}

int Environment::downloadTimeout() const
{
    return seconds(u"HF_HUB_DOWNLOAD_TIMEOUT"_s);
}

bool Environment::symlinksDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_SYMLINKS"_s));
}

bool Environment::symlinksWarningDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_SYMLINKS_WARNING"_s));
}

bool Environment::telemetryDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_TELEMETRY"_s))
        || isTrue(m_variables.value(u"DISABLE_TELEMETRY"_s))
        || isTrue(m_variables.value(u"DO_NOT_TRACK"_s));
}

std::optional<bool> Environment::progressBarsDisabled() const
{
    const QString value = m_variables.value(u"HF_HUB_DISABLE_PROGRESS_BARS"_s);
    return value.isEmpty() ? std::nullopt : std::optional(isTrue(value));
}

bool Environment::experimentalWarningDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_EXPERIMENTAL_WARNING"_s));
}

QString Environment::verbosity() const
{
    return m_variables.value(u"HF_HUB_VERBOSITY"_s).trimmed().toLower();
}

QString Environment::inferenceEndpoint() const
{
    const QString value = m_variables.value(u"HF_INFERENCE_ENDPOINT"_s);
    return value.isEmpty() ? u"https://api-inference.huggingface.co"_s : value;
}

bool Environment::debug() const
{
    return isTrue(m_variables.value(u"HF_DEBUG"_s));
}

bool Environment::xetDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_XET"_s));
}

QString Environment::xetCache() const
{
    const QString path = m_variables.value(u"HF_XET_CACHE"_s);
    return path.isEmpty() ? home() + "/xet"_L1 : expanded(path);
}

bool Environment::updateCheckDisabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_DISABLE_UPDATE_CHECK"_s));
}

//! Whole and not negative, or \a standard: a slip of the keyboard must not stop the program.
qint64 Environment::number(const QString &name, qint64 standard) const
{
    bool ok = false;
    const qint64 value = m_variables.value(name).trimmed().toLongLong(&ok);
    return ok && value >= 0 ? value : standard;
}

XetVariables Environment::xet() const
{
    XetVariables xet;
    xet.highPerformance = isTrue(m_variables.value(u"HF_XET_HIGH_PERFORMANCE"_s));
    xet.chunkCacheSize = number(u"HF_XET_CHUNK_CACHE_SIZE_BYTES"_s, 0);
    if (const qint64 limit = number(u"HF_XET_SHARD_CACHE_SIZE_LIMIT"_s, -1); limit >= 0)
        xet.shardCacheSizeLimit = limit;
    const qint64 gets = number(u"HF_XET_NUM_CONCURRENT_RANGE_GETS"_s, kDefaultRangeGets);
    xet.concurrentRangeGets =
        static_cast<int>(std::min<qint64>(gets, std::numeric_limits<int>::max()));
    xet.sequentialWrites = isTrue(m_variables.value(u"HF_XET_RECONSTRUCT_WRITE_SEQUENTIALLY"_s));
    return xet;
}

OidcVariables Environment::oidc() const
{
    return {
        .resource = m_variables.value(u"HF_OIDC_RESOURCE"_s),
        .idToken = cleanToken(m_variables.value(u"HF_OIDC_ID_TOKEN"_s)),
        .githubActions = isTrue(m_variables.value(u"GITHUB_ACTIONS"_s)),
        .requestUrl = QUrl(m_variables.value(u"ACTIONS_ID_TOKEN_REQUEST_URL"_s), QUrl::StrictMode),
        .requestToken = cleanToken(m_variables.value(u"ACTIONS_ID_TOKEN_REQUEST_TOKEN"_s)),
    };
}

SpaceVariables Environment::space() const
{
    return {
        .spaceId = m_variables.value(u"SPACE_ID"_s),
        .spaceHost = m_variables.value(u"SPACE_HOST"_s),
        .oauthClientId = m_variables.value(u"OAUTH_CLIENT_ID"_s),
        .oauthClientSecret = m_variables.value(u"OAUTH_CLIENT_SECRET"_s),
        .oauthScopes = m_variables.value(u"OAUTH_SCOPES"_s),
        .openIdProviderUrl = m_variables.value(u"OPENID_PROVIDER_URL"_s),
        .webhookSecret = m_variables.value(u"WEBHOOK_SECRET"_s),
    };
}

QString Environment::proxy(const QString &lowerCaseName) const
{
    return m_variables.contains(lowerCaseName)
        ? m_variables.value(lowerCaseName).trimmed()
        : m_variables.value(lowerCaseName.toUpper()).trimmed();
}

ProxyVariables Environment::proxies() const
{
    return {.http = proxy(u"http_proxy"_s),
            .https = proxy(u"https_proxy"_s),
            .all = proxy(u"all_proxy"_s),
            .none = proxy(u"no_proxy"_s),
            .script = {}};
}

bool Environment::isColabEnterprise() const
{
    return m_variables.value(u"VERTEX_PRODUCT"_s) == "COLAB_ENTERPRISE"_L1;
}

bool Environment::hfTransferEnabled() const
{
    return isTrue(m_variables.value(u"HF_HUB_ENABLE_HF_TRANSFER"_s));
}

qint64 Environment::autoSymlinkThreshold() const
{
    return number(u"HF_HUB_LOCAL_DIR_AUTO_SYMLINK_THRESHOLD"_s, kDefaultSymlinkThreshold);
}

QStringList Environment::deprecatedVariables() const
{
    QStringList found;
    for (const QString &name :
         {u"HF_HUB_ENABLE_HF_TRANSFER"_s, u"HF_HUB_LOCAL_DIR_AUTO_SYMLINK_THRESHOLD"_s}) {
        if (!m_variables.value(name).isEmpty())
            found << name;
    }
    return found;
}

QString Environment::userAgentOrigin() const
{
    return m_variables.value(u"HF_HUB_USER_AGENT_ORIGIN"_s);
}

QString Environment::deviceCodeClientId() const
{
    return m_variables.value(u"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_s);
}

QString Environment::caFile() const
{
    const QString path = firstSet({u"REQUESTS_CA_BUNDLE"_s, u"SSL_CERT_FILE"_s});
    return path.isEmpty() ? QString() : expanded(path);
}

bool Environment::noColor() const
{
    return !m_variables.value(u"NO_COLOR"_s).isEmpty();
}

} // namespace hubdesk
