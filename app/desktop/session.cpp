// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/session.h"

#include "core/account/accounts.h"
#include "core/cache/cachefolders.h"
#include "core/log/categories.h"
#include "core/net/environmentconfig.h"
#include "core/net/proxysettings.h"
#include "core/settings/mirrorlist.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kThousand = 1000; // the settings count in thousands of bytes

//! What makes no sense counts as nothing.
WeeklySchedule schedule(const Settings &settings, SettingKey key)
{
    const QString text = settings.text(key);
    const auto parsed = WeeklySchedule::parse(text);
    if (!parsed)
        qCWarning(lcTransfer).noquote() << "no schedule:" << text;
    return parsed.value_or(WeeklySchedule());
}

//! Never more than \a most, bytes/s; 0 is no limit.
qint64 capped(qint64 limit, qint64 most)
{
    return limit == 0 ? most : std::min(limit, most);
}

WeeklySchedule capped(const WeeklySchedule &limits, qint64 most)
{
    WeeklySchedule result;
    for (int day = 1; day <= 7; ++day) {
        for (const WeeklySchedule::Span &span : limits.spans(day))
            result.set(day, span.from, span.to, capped(span.value, most));
    }
    return result;
}

} // namespace

Session::Session(const Environment *environment, Settings *settings, QUrl endpoint,
                 QString journalFolder, std::shared_ptr<FlightRecorder> recorder,
                 const Accounts *accounts, QObject *parent)
    : QObject(parent),
      m_environment(environment),
      m_settings(settings),
      m_endpoint(std::move(endpoint)),
      m_journalFolder(std::move(journalFolder)),
      m_recorder(std::move(recorder)),
      m_accounts(accounts)
{
    if (accounts)
        connect(accounts, &Accounts::credentialsChanged, this, &Session::changed);
    connect(settings, &Settings::changed, this, [this](SettingKey key) {
        followScript();
        switch (key) {
        case SettingKey::Endpoint:
        case SettingKey::Mirrors:
        case SettingKey::CacheFolder:
        case SettingKey::ModelsFolder:
        case SettingKey::DatasetsFolder:
        case SettingKey::SpacesFolder:
        case SettingKey::ParallelDownloads:
        case SettingKey::ConnectionsPerFile:
        case SettingKey::Connections:
        case SettingKey::MaxActiveTransfers:
        case SettingKey::SmallestFirst:
        case SettingKey::TransferWindows:
        case SettingKey::DownloadLimit:
        case SettingKey::UploadLimit:
        case SettingKey::DownloadLimitSchedule:
        case SettingKey::UploadLimitSchedule:
        case SettingKey::SlowDown:
        case SettingKey::SlowDownLimit:
        case SettingKey::Offline:
        case SettingKey::CaFile:
        case SettingKey::ProxyMode:
        case SettingKey::ProxyHost:
        case SettingKey::ProxyPort:
        case SettingKey::ProxyUser:
        case SettingKey::ProxyExceptions:
        case SettingKey::PacSource:
        case SettingKey::MetadataTimeout:
        case SettingKey::DownloadTimeout:
            Q_EMIT
            changed();
            break;
        default:
            break;
        }
    });
}

TokenChoice Session::tokenChoice() const
{
    return choiceOf(m_accounts);
}

TokenChoice Session::choiceOf(const Accounts *accounts) const
{
    TokenWishes wishes;
    wishes.commandLine = m_endpoint;
    wishes.settings = QUrl(m_settings->text(SettingKey::Endpoint));
    return chooseToken(*m_environment, accounts, wishes, m_fileToken);
}

void Session::setProxyScripts(
    std::function<std::shared_ptr<ProxyScript>(const QString &source)> make)
{
    m_makeScript = std::move(make);
    followScript();
}

//! One script for all configurations: what it has answered is known to all of them.
void Session::followScript()
{
    const QString source = m_settings->text(SettingKey::ProxyMode) == "pac"_L1
        ? m_settings->text(SettingKey::PacSource)
        : QString();
    if (source == m_scriptSource || !m_makeScript)
        return;
    m_scriptSource = source;
    m_script = source.isEmpty() ? nullptr : m_makeScript(source);
}

void Session::refresh()
{
    Q_EMIT changed();
}

ClientConfig Session::clientConfig() const
{
    ClientConfig config = clientConfigFrom(*m_environment);
    // An unreadable file is no token, as for the official client.
    m_fileToken = TokenFiles(*m_environment).active().value_or(QString());
    const TokenChoice choice = tokenChoice();
    config.endpoint = choice.endpoint;
    config.token = choice.token;
    config.tokenRules = choice.rules;
    if (const QString caFile = m_settings->text(SettingKey::CaFile); !caFile.isEmpty())
        config.caFile = caFile;
    config.proxies = proxiesInForce(*m_settings, config.proxies,
                                    m_proxyPassword ? m_proxyPassword() : QString(), m_script);
    if (m_environment->value(u"HF_HUB_ETAG_TIMEOUT"_s).isEmpty())
        config.metadataTimeout =
            std::chrono::seconds(m_settings->number(SettingKey::MetadataTimeout));
    if (m_environment->value(u"HF_HUB_DOWNLOAD_TIMEOUT"_s).isEmpty())
        config.downloadTimeout =
            std::chrono::seconds(m_settings->number(SettingKey::DownloadTimeout));
    config.offline = config.offline || m_settings->flag(SettingKey::Offline);
    config.recorder = m_recorder;
    return config;
}

CachePlaces Session::cachePlaces() const
{
    return cachePlacesInForce(*m_settings, *m_environment);
}

//! For transfers of accounts that are not in use, and of nobody in particular.
void Session::addOthers(EngineConfig &config) const
{
    const TokenChoice choice = tokenChoice();
    if (!m_accounts)
        return;
    if (choice.source == TokenChoice::Source::Account)
        config.accountId = choice.accountId;
    const bool isDisabled = m_environment->implicitTokenDisabled();
    for (const Account &account : m_accounts->list().accounts) {
        ClientConfig &other = config.others[account.id];
        other = config.client;
        other.endpoint = account.endpoint;
        other.token = isDisabled ? QString() : m_accounts->token(account.id);
        other.tokenRules =
            isDisabled ? std::vector<TokenRule>() : m_accounts->tokenRules(account.endpoint);
    }
    const TokenChoice nobody = choiceOf(nullptr);
    ClientConfig &plain = config.others[QString()];
    plain = config.client;
    plain.endpoint = nobody.endpoint;
    plain.token = nobody.token;
    const bool isFixed = isDisabled || nobody.source == TokenChoice::Source::Variable;
    plain.tokenRules = isFixed ? std::vector<TokenRule>() : m_accounts->tokenRules(nobody.endpoint);
}

EngineConfig Session::engineConfig() const
{
    EngineConfig config;
    config.client = clientConfig();
    addOthers(config);
    config.cache = cachePlaces();
    config.journalFolder = m_journalFolder;
    config.parallelFiles = m_settings->number(SettingKey::ParallelDownloads);
    config.symlinksDisabled = m_environment->symlinksDisabled();
    config.waitForSpace = true;
    config.symlinksWarningDisabled = m_environment->symlinksWarningDisabled();
    config.tuning.connectionsPerFile = m_settings->number(SettingKey::ConnectionsPerFile);
    config.tuning.connections = m_settings->number(SettingKey::Connections);
    config.tuning.mirrors = MirrorList::parse(m_settings->text(SettingKey::Mirrors)).urls();
    config.maxActive = m_settings->number(SettingKey::MaxActiveTransfers);
    config.smallestFirst = m_settings->flag(SettingKey::SmallestFirst);
    config.windows = schedule(*m_settings, SettingKey::TransferWindows);
    config.downloadLimit = kThousand * m_settings->number(SettingKey::DownloadLimit);
    config.uploadLimit = kThousand * m_settings->number(SettingKey::UploadLimit);
    config.downloadLimits = schedule(*m_settings, SettingKey::DownloadLimitSchedule);
    config.uploadLimits = schedule(*m_settings, SettingKey::UploadLimitSchedule);
    if (m_settings->flag(SettingKey::SlowDown)) {
        const qint64 most = kThousand * m_settings->number(SettingKey::SlowDownLimit);
        config.downloadLimit = capped(config.downloadLimit, most);
        config.uploadLimit = capped(config.uploadLimit, most);
        config.downloadLimits = capped(config.downloadLimits, most);
        config.uploadLimits = capped(config.uploadLimits, most);
    }
    return config;
}

} // namespace hubdesk
