// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cardimageloader.h"

#include "core/card/cardlinks.h"
#include "core/net/originpolicy.h"
#include "core/net/proxyrules.h"
#include "core/net/proxyscript.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

CardImageLoader::CardImageLoader(QNetworkAccessManager *network, ClientConfig config,
                                 QObject *parent)
    : QObject(parent),
      m_network(network),
      m_config(std::move(config))
{ }

CardImageLoader::~CardImageLoader()
{
    reset();
}

void CardImageLoader::reset()
{
    ++m_round;
    m_waiting.clear();
    m_asked.clear();
    m_totalBytes = 0;
    const auto running = std::exchange(m_running, {});
    for (QNetworkReply *reply : running) {
        if (!reply)
            continue;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void CardImageLoader::load(const QUrl &url)
{
    if (m_asked.contains(url))
        return;
    m_asked.insert(url);
    if (m_asked.size() > m_limits.images || m_config.offline
        || !isImageUrlAllowed(url, m_config.endpoint, m_limits.anyPort)) {
        fail(url);
        return;
    }
    m_waiting.append({url, url, 0, true});
    startNext();
}

void CardImageLoader::startNext()
{
    while (m_running.size() < kParallel && !m_waiting.isEmpty()) {
        const Job job = m_waiting.takeFirst();
        if (m_totalBytes >= m_limits.totalBytes)
            fail(job.asked);
        else
            send(job);
    }
}

void CardImageLoader::send(const Job &job)
{
    if (!mustAskScript(m_config.proxies, job.current)) {
        sendNow(job);
        return;
    }
    m_running.insert(job.asked, nullptr);
    m_config.proxies.script->find(job.current)
        .then(this, [this, job, round = m_round](const Result<QNetworkProxy> &proxy) {
            if (round != m_round)
                return;
            if (proxy) {
                sendNow(job);
                return;
            }
            m_running.remove(job.asked);
            fail(job.asked);
            startNext();
        });
}

void CardImageLoader::sendNow(const Job &job)
{
    QNetworkRequest request;
    prepareRequest(request, m_config, job.current, job.withToken);
    request.setRawHeader("Accept", "image/*");
    request.setPriority(QNetworkRequest::LowPriority);
    QNetworkReply *reply = m_network->get(request);
    m_running.insert(job.asked, reply);
    // A server may send more than it announces, or announce nothing.
    connect(reply, &QNetworkReply::downloadProgress, this,
            [reply, most = m_limits.imageBytes](qint64 received, qint64 total) {
                if (received > most || total > most)
                    reply->abort();
            });
    connect(reply, &QNetworkReply::finished, this, [this, reply, job] { finished(reply, job); });
}

void CardImageLoader::finished(QNetworkReply *reply, Job job)
{
    m_running.remove(job.asked);
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400) {
        const QUrl next = redirectTarget(job.current, reply->rawHeader("Location"));
        if (++job.redirects <= kMaxRedirects
            && isImageUrlAllowed(next, m_config.endpoint, m_limits.anyPort)) {
            // Once dropped, the token does not come back.
            job.withToken = job.withToken && sameOriginForToken(job.current, next);
            job.current = next;
            send(job);
            return;
        }
        fail(job.asked);
    } else if (reply->error() != QNetworkReply::NoError || status != 200) {
        fail(job.asked);
    } else {
        const QByteArray data = reply->readAll();
        m_totalBytes += data.size();
        if (data.size() > m_limits.imageBytes || m_totalBytes > m_limits.totalBytes)
            fail(job.asked);
        else
            Q_EMIT
        imageLoaded(job.asked, data);
    }
    startNext();
}

void CardImageLoader::fail(const QUrl &url)
{
    QMetaObject::invokeMethod(
        this,
        [this, url, round = m_round] {
            if (round == m_round)
                Q_EMIT
            imageFailed(url);
        },
        Qt::QueuedConnection);
}

} // namespace hubdesk
