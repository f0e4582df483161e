// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakenetwork.h"

#include <QTimer>

#include <algorithm>
#include <cstring>
#include <utility>

namespace hubdesk {

FakeReply::FakeReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     QByteArray body, QObject *parent)
    : QNetworkReply(parent),
      m_sentBody(std::move(body))
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(ReadOnly | Unbuffered);
}

QByteArray FakeReply::method() const
{
    switch (operation()) {
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    default:
        return request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
}

QByteArray FakeReply::target() const
{
    const QByteArray query = url().query(QUrl::FullyEncoded).toUtf8();
    const QByteArray path = url().path(QUrl::FullyEncoded).toUtf8();
    return query.isEmpty() ? path : path + '?' + query;
}

void FakeReply::finishWith(int status, const QByteArray &body,
                           const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    if (isFinished())
        return;
    m_body = body;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    for (const auto &[name, value] : headers)
        setRawHeader(name, value);
    if (status >= 500)
        setError(InternalServerError, QStringLiteral("server error"));
    else if (status >= 400)
        setError(ContentNotFoundError, QStringLiteral("client error"));
    setFinished(true);
    Q_EMIT
    downloadProgress(m_body.size(), m_body.size());
    Q_EMIT
    readyRead();
    Q_EMIT
    finished();
}

void FakeReply::breakOff(NetworkError error, const QString &text)
{
    if (isFinished())
        return;
    setError(error, text);
    setFinished(true);
    Q_EMIT
    errorOccurred(error);
    Q_EMIT
    finished();
}

void FakeReply::abort()
{
    if (isFinished())
        return;
    m_aborted = true;
    breakOff(OperationCanceledError);
}

qint64 FakeReply::bytesAvailable() const
{
    return m_body.size() - m_position + QNetworkReply::bytesAvailable();
}

qint64 FakeReply::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, m_body.size() - m_position);
    if (size <= 0)
        return isFinished() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_position, size_t(size));
    m_position += size;
    return size;
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *outgoing)
{
    const QByteArray body = outgoing ? outgoing->readAll() : QByteArray();
    auto *reply = new FakeReply(operation, request, body, this);
    m_replies << reply;
    m_log << reply->method() + ' ' + reply->target();
    if (m_responder) {
        QTimer::singleShot(0, reply, [this, reply] {
            if (!reply->isFinished() && m_responder)
                m_responder(reply);
        });
    }
    return reply;
}

} // namespace hubdesk
