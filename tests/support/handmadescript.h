// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/proxyscript.h"

#include <QList>
#include <QPromise>

#include <memory>
#include <utility>
#include <vector>

namespace hubdesk {

//! A proxy script that answers when the test says so. For one thread.
class HandMadeScript final : public ProxyScript
{
public:
    [[nodiscard]] bool mustAsk(const QUrl &url) const override
    {
        return !m_known.contains(url.host());
    }
    [[nodiscard]] QFuture<Result<QNetworkProxy>> find(const QUrl &url) override
    {
        asked.append(url.host());
        m_waiting.push_back({url.host(), {}});
        m_waiting.back().promise.start();
        return m_waiting.back().promise.future();
    }
    [[nodiscard]] std::optional<QNetworkProxy> known(const QUrl &url) const override
    {
        return m_known.contains(url.host()) ? std::optional(m_proxy) : std::nullopt;
    }

    bool giveUpOn(const QUrl & /*url*/) override { return false; }

    //! Gives all who wait \a proxy.
    void answer(const Result<QNetworkProxy> &proxy = QNetworkProxy(QNetworkProxy::NoProxy))
    {
        for (Question &question : std::exchange(m_waiting, {})) {
            if (proxy) {
                m_known.append(question.host);
                m_proxy = *proxy;
            }
            question.promise.addResult(proxy);
            question.promise.finish();
        }
    }

    QList<QString> asked; //!< Hosts, in the order of the questions.

private:
    struct Question
    {
        QString host;
        QPromise<Result<QNetworkProxy>> promise;
    };

    std::vector<Question> m_waiting;
    QList<QString> m_known; // hosts
    QNetworkProxy m_proxy;
};

} // namespace hubdesk
