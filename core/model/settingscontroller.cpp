// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settingscontroller.h"

#include "core/cache/cachefolders.h"
#include "core/log/logfile.h"
#include "core/log/verbosity.h"
#include "core/net/errormapping.h"
#include "core/net/originpolicy.h"
#include "core/net/proxyrules.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QTcpSocket>
#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! The smallest question to a Hub, asked once: whoever presses a button wants the answer now.
struct ProbeRequest
{
    using Response = SearchRequest::Response;

    std::chrono::milliseconds patience;

    [[nodiscard]] RequestSpec spec() const
    {
        SearchRequest one;
        one.limit = 1;
        RequestSpec spec = one.spec();
        spec.maxTries = 1;
        spec.timeout = patience;
        return spec;
    }
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply)
    {
        return SearchRequest().parse(reply);
    }
};

std::expected<void, QString> writeFile(const QString &name, const QByteArray &data)
{
    QSaveFile out(name);
    out.setDirectWriteFallback(true); // a folder that we may not write to, a file that we may
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || out.write(data) < 0 || !out.commit())
        return std::unexpected(
            SettingsController::tr("The file could not be written: %1").arg(out.errorString()));
    return {};
}

std::expected<QByteArray, QString> readFile(const QString &name)
{
    constexpr qint64 kEnough = 2'000'000; // bytes, more than importedSettings() takes
    QFile in(name);
    if (!in.open(QIODevice::ReadOnly))
        return std::unexpected(
            SettingsController::tr("The file could not be read: %1").arg(in.errorString()));
    return in.read(kEnough);
}

QString trimmedEndpoint(QString text)
{
    text = text.trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

} // namespace

SettingsController::SettingsController(Settings *settings, const Environment *environment,
                                       std::function<ClientConfig()> current,
                                       QNetworkAccessManager *network, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_environment(environment),
      m_current(std::move(current)),
      m_network(network)
{ }

SettingsController::~SettingsController() = default;

SettingInForce SettingsController::endpoint() const
{
    const QString variable = m_environment->decidingVariable({u"HF_ENDPOINT"_s});
    const QString chosen = trimmedEndpoint(m_settings->text(SettingKey::Endpoint));
    if (!variable.isEmpty())
        return {m_environment->endpoint().toString(), variable, !chosen.isEmpty()};
    return {chosen.isEmpty() ? m_environment->endpoint().toString() : chosen, {}, false};
}

SettingInForce SettingsController::cacheFolder() const
{
    const QString variable = cacheVariable(*m_environment);
    const QString chosen = m_settings->text(SettingKey::CacheFolder);
    return {cachePlacesInForce(*m_settings, *m_environment).root(), variable,
            !variable.isEmpty() && !chosen.isEmpty()};
}

SettingInForce SettingsController::cacheFolder(RepoType type) const
{
    const QString variable = cacheVariable(*m_environment);
    const QString chosen = m_settings->text(cacheFolderKey(type));
    return {cachePlacesInForce(*m_settings, *m_environment).rootFor(type), variable,
            !variable.isEmpty() && !chosen.isEmpty()};
}

SettingInForce SettingsController::caFile() const
{
    const QString chosen = m_settings->text(SettingKey::CaFile);
    if (!chosen.isEmpty())
        return {chosen, {}, false};
    return {m_environment->caFile(),
            m_environment->decidingVariable({u"REQUESTS_CA_BUNDLE"_s, u"SSL_CERT_FILE"_s}), false};
}

SettingInForce SettingsController::oauthClientId() const
{
    const QString chosen = m_settings->text(SettingKey::OAuthClientId).trimmed();
    const QString given = m_environment->deviceCodeClientId();
    if (given.isEmpty())
        return {chosen, {}, false};
    return {given, u"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_s, !chosen.isEmpty() && chosen != given};
}

SettingInForce SettingsController::offline() const
{
    const bool forced = m_environment->offline();
    const bool chosen = m_settings->flag(SettingKey::Offline);
    return {forced || chosen ? u"1"_s : u"0"_s,
            forced
                ? m_environment->decidingVariable({u"HF_HUB_OFFLINE"_s, u"TRANSFORMERS_OFFLINE"_s})
                : QString(),
            forced && !chosen};
}

SettingInForce SettingsController::home() const
{
    return {m_environment->home(),
            m_environment->decidingVariable({u"HF_HOME"_s, u"XDG_CACHE_HOME"_s}), false};
}

SettingInForce SettingsController::metadataTimeout() const
{
    const QString variable = m_environment->decidingVariable({u"HF_HUB_ETAG_TIMEOUT"_s});
    const int seconds = variable.isEmpty() ? m_settings->number(SettingKey::MetadataTimeout)
                                           : m_environment->etagTimeout();
    return {QString::number(seconds), variable, !variable.isEmpty()};
}

SettingInForce SettingsController::downloadTimeout() const
{
    const QString variable = m_environment->decidingVariable({u"HF_HUB_DOWNLOAD_TIMEOUT"_s});
    const int seconds = variable.isEmpty() ? m_settings->number(SettingKey::DownloadTimeout)
                                           : m_environment->downloadTimeout();
    return {QString::number(seconds), variable, !variable.isEmpty()};
}

SettingInForce SettingsController::logLevel() const
{
    if (m_environment->debug())
        return {u"debug"_s, u"HF_DEBUG"_s, true};
    const QString named = m_environment->verbosity();
    if (verbosityFromName(named))
        return {named, u"HF_HUB_VERBOSITY"_s, true};
    return {m_settings->text(SettingKey::LogLevel), {}, false};
}

QString SettingsController::logFolder() const
{
    const QString chosen = m_settings->text(SettingKey::LogFolder);
    return chosen.isEmpty() ? standardLogFolder() : QDir::cleanPath(chosen);
}

std::vector<EnvironmentRow> SettingsController::environment() const
{
    return environmentOverview(*m_environment);
}

QStringList SettingsController::proxyVariables() const
{
    QStringList names;
    for (const QString &name : {u"http_proxy"_s, u"https_proxy"_s, u"all_proxy"_s}) {
        // As Environment::proxies(): the lower-case name wins, even when it is set to nothing.
        const QString set = m_environment->contains(name) ? name : name.toUpper();
        if (!m_environment->value(set).isEmpty())
            names.append(set);
    }
    return names;
}

EndpointProfiles SettingsController::profiles() const
{
    return EndpointProfiles::parse(m_settings->text(SettingKey::EndpointProfiles));
}

void SettingsController::setProfiles(const EndpointProfiles &profiles)
{
    m_settings->setValue(SettingKey::EndpointProfiles, profiles.toString());
}

void SettingsController::change(const SettingValues &values, const QString &what)
{
    SettingValues before;
    for (const auto &[key, value] : values) {
        if (m_settings->value(key) != value)
            before.emplace_back(key, m_settings->value(key));
    }
    for (const auto &[key, value] : values)
        m_settings->setValue(key, value);
    if (before.empty())
        return;
    m_undo = std::move(before);
    m_undoText = what;
    Q_EMIT
    undoChanged();
}

void SettingsController::reset(const QList<SettingKey> &keys, const QString &what)
{
    SettingValues values;
    for (const SettingKey key : keys)
        values.emplace_back(key, m_settings->defaultValue(key));
    change(values, what);
}

void SettingsController::undo()
{
    const SettingValues values = std::exchange(m_undo, {});
    m_undoText.clear();
    for (const auto &[key, value] : values)
        m_settings->setValue(key, value);
    Q_EMIT
    undoChanged();
}

void SettingsController::exportTo(
    const QString &file, QObject *context,
    std::function<void(const std::expected<void, QString> &)> done) const
{
    QtConcurrent::run(writeFile, file, exportedSettings(*m_settings))
        .then(context, std::move(done));
}

void SettingsController::importFrom(
    const QString &file, QObject *context,
    std::function<void(const std::expected<SettingsImport, QString> &)> done) const
{
    QtConcurrent::run(readFile, file)
        .then(context,
              [settings = QPointer(m_settings),
               done = std::move(done)](const std::expected<QByteArray, QString> &data) {
                  if (!data)
                      done(std::unexpected(data.error()));
                  else if (settings)
                      done(importedSettings(*data, *settings));
              });
}

QString SettingsController::endpointProblem(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    const auto url = EndpointProfiles::parseUrl(text);
    return url ? QString() : url.error();
}

QString SettingsController::folderProblem(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    if (!QDir::isAbsolutePath(folder))
        return tr("Give the whole path, beginning with a slash.");
    QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return tr("This is a file, not a folder.");
    // What does not exist yet is made by the first download: look at what is there above it.
    while (!info.exists() && !info.isRoot())
        info = QFileInfo(info.absolutePath());
    return info.isDir() && info.isWritable() ? QString() : tr("You may not write to this folder.");
}

QString SettingsController::cacheFolderProblem(SettingKey key, const QString &folder) const
{
    if (const QString problem = folderProblem(folder); !problem.isEmpty())
        return problem;
    const auto folderOf = [&](SettingKey each) {
        const QString text = each == key ? folder : m_settings->text(each);
        const bool isStandard = text.isEmpty() && each == SettingKey::CacheFolder;
        return QDir::cleanPath(isStandard ? m_environment->hubCache() : text);
    };
    const QString mine = folderOf(key);
    for (const SettingKey other : kCacheFolderKeys) {
        const QString theirs = folderOf(other);
        if (mine.isEmpty() || theirs.isEmpty())
            continue;
        // A cache in a cache would be taken for a repo that is damaged.
        if (mine.startsWith(theirs + u'/') || theirs.startsWith(mine + u'/'))
            return tr("One cache folder may not lie in another one: %1").arg(theirs);
    }
    return {};
}

void SettingsController::testEndpoint(const QString &text, const QString &caFile)
{
    m_probe = {};
    m_identity = {};
    m_socket.reset();
    if (const QString problem = endpointProblem(text); !problem.isEmpty()) {
        report(
            failedReport(EndpointHop::Address, failure(ErrorKind::Invalid, problem).error(), {}));
        return;
    }
    const ClientConfig current = m_current();
    ClientConfig config = current;
    const QString trimmed = trimmedEndpoint(text);
    config.endpoint = trimmed.isEmpty() ? m_environment->endpoint() : QUrl(trimmed);
    // The tokens were made for the endpoint in force and are shown to no other.
    if (!sameOriginForToken(current.endpoint, config.endpoint))
        config.forgetTokens();
    if (!caFile.isEmpty())
        config.caFile = caFile;
    if (config.offline) { // a socket for a test is one, too
        report({.reached = false,
                .hop = {},
                .text = offlineError().message,
                .advice = {},
                .error = offlineError()});
        return;
    }
    m_client = std::make_unique<HubClient>(config, m_network);
    m_probe = m_client->send(ProbeRequest{config.metadataTimeout});
    m_probe.then(this, [this](const Result<Page<RepoInfo>> &page) {
        if (page) {
            askIdentity();
            return;
        }
        if (page.error().kind == ErrorKind::Timeout && page.error().httpStatus == 0)
            connectAlone(page.error());
        else
            report(failedReport(page.error(), m_client->config().endpoint.host(),
                                !m_client->config().token.isEmpty()));
    });
}

//! A time-out does not say how far the request got: whether the other side takes a connection at
//! all tells the two apart.
void SettingsController::connectAlone(const Error &error)
{
    const QUrl endpoint = m_client->config().endpoint;
    // Where nobody names a proxy, the desktop does.
    const QNetworkProxy proxy = ProxyFactory(m_client->config().proxies)
                                    .queryProxy(QNetworkProxyQuery(endpoint))
                                    .value(0, QNetworkProxy::NoProxy);
    const bool viaProxy =
        proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    auto *patience = new QTimer(m_socket.get());
    const auto answer = [this, error, patience, host = endpoint.host()](EndpointHop hop) {
        patience->stop();
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // it is calling us
        report(failedReport(hop, error, host));
    };
    const EndpointHop unreached = viaProxy ? EndpointHop::ProxyConnection : EndpointHop::Connection;
    connect(m_socket.get(), &QTcpSocket::connected, this, [answer] { answer(EndpointHop::Http); });
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this,
            [answer, unreached](QAbstractSocket::SocketError code) {
                answer(code == QAbstractSocket::HostNotFoundError
                               && unreached == EndpointHop::Connection
                           ? EndpointHop::NameLookup
                           : unreached);
            });
    connect(patience, &QTimer::timeout, this, [answer, unreached] { answer(unreached); });
    patience->setSingleShot(true);
    patience->start(kConnectPatience);
    m_socket->connectToHost(
        viaProxy ? proxy.hostName() : endpoint.host(),
        viaProxy ? proxy.port()
                 : static_cast<quint16>(endpoint.port(endpoint.scheme() == "https"_L1 ? 443 : 80)));
}

void SettingsController::askIdentity()
{
    const QString host = m_client->config().endpoint.host();
    if (m_client->config().token.isEmpty()) {
        EndpointReport answer;
        answer.reached = true;
        answer.text = tr("%1 answers. You are not signed in there.").arg(host);
        report(answer);
        return;
    }
    m_identity = m_client->send(WhoAmIRequest());
    m_identity.then(this, [this, host](const Result<Identity> &identity) {
        if (!identity && identity.error().kind == ErrorKind::Unauthorized) {
            report(failedReport(EndpointHop::Token, identity.error(), host));
            return;
        }
        EndpointReport answer;
        answer.reached = true;
        answer.text = identity
            ? tr("%1 answers. You are signed in as %2.").arg(host, identity->name)
            : tr("%1 answers. Who you are there could not be found out.").arg(host);
        report(answer);
    });
}

void SettingsController::report(const EndpointReport &report)
{
    Q_EMIT
    endpointTested(report);
}

} // namespace hubdesk
