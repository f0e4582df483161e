// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/clientconfig.h"
#include "core/net/request.h"
#include "core/net/requesttrace.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace hubdesk {

//! One request on its way: redirects by our rules, tries by the retry table, then one answer.
//! Owned by HubClient, which deletes it after the answer; destroying it earlier aborts in silence.
class Exchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    using Finished = std::function<void(Result<ReplyData>)>;

    Exchange(QNetworkAccessManager *network, ClientConfig config, RequestSpec spec, QUrl target,
             Finished finished);
    ~Exchange() override;

    void start();

private:
    void sendNow();
    void sendTrusted();
    void sendRequest();
    void replyFinished();
    void follow(const QByteArray &location);
    void fail(const Error &error);
    void answer(Result<ReplyData> result);
    void log(int status) const;

    QNetworkAccessManager *m_network;
    const ClientConfig m_config;
    RequestSpec m_spec; // as it is now; redirects change the method
    const RequestSpec m_asked;
    const QUrl m_target;
    QUrl m_current;
    Finished m_finished;
    QPointer<QNetworkReply> m_reply;
    QTimer m_retryTimer;
    QString m_traceId;
    RequestTrace m_trace;
    int m_tries = 0;
    int m_redirects = 0;
    bool m_withToken = true;
    bool m_tooLarge = false;
};

} // namespace hubdesk
