// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/settingscontroller.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == "https"_L1 ? 443 : 80);
    };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
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
    const QString variable = m_environment->decidingVariable(
        {u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s, u"HF_HOME"_s});
    const QString chosen = m_settings->text(SettingKey::CacheFolder);
    if (!variable.isEmpty())
        return {m_environment->hubCache(), variable, !chosen.isEmpty()};
    return {chosen.isEmpty() ? m_environment->hubCache()
                             : QDir::cleanPath(QDir().absoluteFilePath(chosen)),
            {},
            false};
}

SettingInForce SettingsController::caFile() const
{
    const QString chosen = m_settings->text(SettingKey::CaFile);
    if (!chosen.isEmpty())
        return {chosen, {}, false};
    return {m_environment->caFile(),
            m_environment->decidingVariable({u"REQUESTS_CA_BUNDLE"_s, u"SSL_CERT_FILE"_s}), false};
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

QString SettingsController::endpointProblem(const QString &text)
{
    const QString trimmed = trimmedEndpoint(text);
    if (trimmed.isEmpty())
        return {};
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return tr("An endpoint looks like https://hub.example.com.");
    if (!url.userInfo().isEmpty())
        return tr("An endpoint has no user name or password in it.");
    if (url.hasQuery() || url.hasFragment())
        return tr("An endpoint ends after the host or a path.");
    return {};
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

void SettingsController::testEndpoint(const QString &text, const QString &caFile)
{
    m_probe = {};
    m_identity = {};
    if (const QString problem = endpointProblem(text); !problem.isEmpty()) {
        report({.reached = false,
                .text = problem,
                .error = failure(ErrorKind::Invalid, problem).error()});
        return;
    }
    const ClientConfig current = m_current();
    ClientConfig config = current;
    const QString trimmed = trimmedEndpoint(text);
    config.endpoint = trimmed.isEmpty() ? m_environment->endpoint() : QUrl(trimmed);
    // The token was made for the endpoint in force and is shown to no other.
    if (!sameOrigin(config.endpoint, current.endpoint))
        config.token.clear();
    if (!caFile.isEmpty())
        config.caFile = caFile;
    config.offline = false; // somebody who tests wants the network
    m_client = std::make_unique<HubClient>(config, m_network);
    SearchRequest request;
    request.limit = 1;
    m_probe = m_client->send(request);
    m_probe.then(this, [this](const Result<Page<RepoInfo>> &page) {
        if (page) {
            askIdentity();
            return;
        }
        report({.reached = false, .text = page.error().message, .error = page.error()});
    });
}

void SettingsController::askIdentity()
{
    const QString host = m_client->config().endpoint.host();
    if (m_client->config().token.isEmpty()) {
        report({.reached = true,
                .text = tr("%1 answers. You are not signed in there.").arg(host),
                .error = {}});
        return;
    }
    m_identity = m_client->send(WhoAmIRequest());
    m_identity.then(this, [this, host](const Result<Identity> &identity) {
        const QString text = identity
            ? tr("%1 answers. You are signed in as %2.").arg(host, identity->name)
            : identity.error().kind == ErrorKind::Unauthorized
            ? tr("%1 answers but does not accept your token.").arg(host)
            : tr("%1 answers. Who you are there could not be found out.").arg(host);
        report({.reached = true, .text = text, .error = {}});
    });
}

bool SettingsController::isTesting() const
{
    return m_probe.isPending() || m_identity.isPending();
}

void SettingsController::report(const EndpointReport &report)
{
    Q_EMIT
    endpointTested(report);
}

} // namespace hubdesk
