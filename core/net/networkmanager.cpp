// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/networkmanager.h"

#include "core/log/categories.h"
#include "core/net/curlcommand.h"
#include "core/net/proxyrules.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! A reply that has failed before anything was sent; says so from the event loop.
class RefusedReply final : public QNetworkReply
{
public:
    RefusedReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                 NetworkError code, const QString &text, QObject *parent)
        : QNetworkReply(parent)
    {
        setOperation(operation);
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly); // clears the error's text
        setError(code, text);
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (isFinished())
                    return;
                setFinished(true);
                Q_EMIT errorOccurred(error());
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }

    void abort() override { setFinished(true); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

QByteArray methodName(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    default:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

} // namespace

NetworkManager::NetworkManager(const ProxyVariables &proxies, QObject *parent)
    : QNetworkAccessManager(parent),
      m_proxies(proxies)
{
    setProxyFactory(new ProxyFactory(proxies)); // owned by the base class
}

NetworkManager::~NetworkManager() = default;

void NetworkManager::setProxies(const ProxyVariables &proxies)
{
    if (proxies == m_proxies)
        return;
    m_proxies = proxies;
    setProxyFactory(new ProxyFactory(proxies));
}

//! Our requests ask Qt to answer no challenges, and it counts that of a proxy among them. A tunnel
//! has its own login, so that this is for plain HTTP, where the proxy is who reads the header.
QNetworkRequest NetworkManager::withProxyLogin(const QNetworkRequest &request) const
{
    if (request.url().scheme() != u"http"_s)
        return request;
    const auto proxy = proxyFor(m_proxies, request.url());
    if (!proxy || proxy->type() != QNetworkProxy::HttpProxy || proxy->user().isEmpty())
        return request;
    QNetworkRequest result = request;
    const QString login = proxy->user() + u':' + proxy->password();
    result.setRawHeader("Proxy-Authorization", "Basic " + login.toUtf8().toBase64());
    return result;
}

QNetworkReply *NetworkManager::createRequest(Operation operation, const QNetworkRequest &request,
                                             QIODevice *outgoing)
{
    if (const QString problem = request.attribute(kCaProblemAttribute).toString();
        !problem.isEmpty())
        return new RefusedReply(operation, request, kCaProblemError, problem, this);
    if (lcCurl().isDebugEnabled())
        qCDebug(lcCurl).noquote() << curlCommand(methodName(operation, request), request,
                                                 outgoing ? outgoing->size() : -1);
    return QNetworkAccessManager::createRequest(operation, withProxyLogin(request), outgoing);
}

} // namespace hubdesk
