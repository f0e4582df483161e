// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hubclient.h"

#include "core/net/cafile.h"
#include "core/net/errormapping.h"
#include "core/net/exchange.h"
#include "core/net/networkmanager.h"

#include <QThreadPool>
#include <QTimer>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

HubClient::HubClient(ClientConfig config, QNetworkAccessManager *network, QObject *parent)
    : QObject(parent),
      m_config(std::move(config)),
      m_own(network ? nullptr : new NetworkManager(m_config.proxies, this)),
      m_network(network ? network : m_own)
      // The pool may hold the last reference; the object must still die on its own thread.
      ,
      m_anchor(new QObject, [](QObject *anchor) { anchor->deleteLater(); })
{
    applyConfig();
}

HubClient::~HubClient()
{
    // Callers hear of it instead of waiting for ever; what their handlers start finds no exchange
    // here.
    const auto exchanges = std::exchange(m_exchanges, {});
    for (const auto &[id, entry] : exchanges) {
        if (entry.finished)
            entry.finished(failure(ErrorKind::Canceled, {}));
    }
}

void HubClient::setConfig(const ClientConfig &config)
{
    if (config == m_config)
        return;
    m_config = config;
    applyConfig();
    Q_EMIT
    configChanged();
}

void HubClient::applyConfig()
{
    if (m_own)
        m_own->setProxies(m_config.proxies);
    // Now rather than when the first request waits for it.
    if (!m_config.caFile.isEmpty() && !m_config.offline && m_config.endpoint.scheme() == "https"_L1)
        std::ignore = readCaFileInPool(m_config.caFile);
}

QUrl HubClient::url(const QByteArray &path, const QByteArray &query) const
{
    return urlBelow(m_config.endpoint, path, query);
}

quint64 HubClient::start(RequestSpec spec, const QUrl &target, Finished finished)
{
    const quint64 id = ++m_lastId;
    Entry entry;
    entry.finished = std::move(finished);
    if (m_config.offline) {
        m_exchanges.emplace(id, std::move(entry));
        // Later, like every other answer: the caller has no Call yet.
        QTimer::singleShot(0, this, [this, id] { finish(id, std::unexpected(offlineError())); });
        return id;
    }
    forgetUntrustedConnections();
    entry.exchange = std::make_unique<Exchange>(
        m_network, m_config, std::move(spec), target,
        [this, id](Result<ReplyData> reply) { finish(id, std::move(reply)); });
    Exchange *exchange = entry.exchange.get();
    m_exchanges.emplace(id, std::move(entry));
    exchange->start();
    return id;
}

void HubClient::finish(quint64 id, Result<ReplyData> reply)
{
    const auto it = m_exchanges.find(id);
    if (it == m_exchanges.end())
        return;
    Entry entry = std::move(it->second);
    m_exchanges.erase(it);
    if (entry.exchange) // it is calling us: it must outlive this call
        entry.exchange.release()->deleteLater();
    if (!reply && reply.error().code == kTlsFailed)
        m_tlsFailed = true;
    entry.finished(std::move(reply));
}

void HubClient::forgetUntrustedConnections()
{
    // This ends requests that are under way: not before the last of them.
    if (m_tlsFailed && m_exchanges.empty()) {
        m_network->clearConnectionCache();
        m_tlsFailed = false;
    }
}

void HubClient::abort(quint64 id)
{
    const auto it = m_exchanges.find(id);
    if (it == m_exchanges.end())
        return;
    const Entry entry = std::move(it->second);
    m_exchanges.erase(it);
}

void HubClient::parseInPool(std::function<std::function<void()>()> work)
{
    QThreadPool::globalInstance()->start([anchor = m_anchor, work = std::move(work)] {
        QMetaObject::invokeMethod(anchor.get(), work(), Qt::QueuedConnection);
    });
}

} // namespace hubdesk
