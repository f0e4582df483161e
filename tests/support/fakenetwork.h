// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <functional>

namespace hubdesk {

//! A reply that a test writes: it hangs until finishWith() or breakOff().
class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              QByteArray body, QObject *parent);

    //! The method as sent, custom verbs included.
    [[nodiscard]] QByteArray method() const;
    //! Encoded path and query.
    [[nodiscard]] QByteArray target() const;
    [[nodiscard]] QByteArray sentBody() const { return m_sentBody; }
    [[nodiscard]] bool wasAborted() const { return m_aborted; }

    void finishWith(int status, const QByteArray &body = {},
                    const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    //! The connection breaks or times out; no status arrives.
    void breakOff(NetworkError error, const QString &text = {});

    void abort() override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    QByteArray m_sentBody;
    QByteArray m_body;
    qint64 m_position = 0;
    bool m_aborted = false;
};

//! A network manager without a network: requests pile up in replies(), or a responder answers them
//! from the event loop.
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using Responder = std::function<void(FakeReply *)>;

    using QNetworkAccessManager::QNetworkAccessManager;

    //! Called later for each new request; it may answer or leave the reply hanging.
    void setResponder(Responder responder) { m_responder = std::move(responder); }
    [[nodiscard]] int count() const { return int(m_replies.size()); }
    //! The n-th request since the start; null when it is gone.
    [[nodiscard]] FakeReply *reply(int index) const { return m_replies.value(index); }
    [[nodiscard]] FakeReply *last() const
    {
        return m_replies.isEmpty() ? nullptr : m_replies.last();
    }
    //! Requests in the order of their arrival, e.g. "GET /api/models?search=x".
    [[nodiscard]] QList<QByteArray> log() const { return m_log; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    QList<QPointer<FakeReply>> m_replies;
    QList<QByteArray> m_log;
    Responder m_responder;
};

} // namespace hubdesk
