// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/call.h"
#include "core/net/clientconfig.h"
#include "core/net/request.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <unordered_map>

class QNetworkAccessManager;
class QNetworkReply;

namespace hubdesk {

class Exchange;
class NetworkManager;

//! Sends request structs to one Hub endpoint and answers with typed calls.
//!
//! A request struct has `using Response`, `RequestSpec spec() const` and
//! `Result<Response> parse(const ReplyData &)` (static or const); it is pure, so its test needs no
//! network. Bodies above 1 MB are parsed in the global thread pool.
//! Redirects, the token rule, retries with back-off, time-outs, the offline switch, error mapping
//! and the redacted HTTP log live here and nowhere else.
//!
//! Lives on one thread, with its network manager and its calls. Destroying it answers all open
//! calls with ErrorKind::Canceled.
class HubClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubClient)

public:
    //! \a network is not owned and must live on the same thread; null: the client makes its own
    //! with the proxies of \a config.
    explicit HubClient(ClientConfig config, QNetworkAccessManager *network = nullptr,
                       QObject *parent = nullptr);
    ~HubClient() override;

    [[nodiscard]] const ClientConfig &config() const { return m_config; }
    //! Applies to requests that start from now on; open calls keep what they began with.
    void setConfig(const ClientConfig &config);
    [[nodiscard]] QNetworkAccessManager *network() const { return m_network; }

    //! The endpoint plus an encoded path and query.
    [[nodiscard]] QUrl url(const QByteArray &path, const QByteArray &query = {}) const;

    //! Starts \a request. The answer comes through the Call; dropping it aborts the request.
    template <class Request> Call<typename Request::Response> send(const Request &request)
    {
        const RequestSpec spec = request.spec();
        return sendSpec<typename Request::Response>(
            spec, url(spec.path, spec.query),
            [request](const ReplyData &reply) { return request.parse(reply); });
    }

    //! As send(), for a URL that the Hub gave us (next page). The token goes along only when \a
    //! target has the endpoint's origin.
    template <class Request>
    Call<typename Request::Response> sendTo(const QUrl &target, const Request &request)
    {
        return sendSpec<typename Request::Response>(
            request.spec(), target,
            [request](const ReplyData &reply) { return request.parse(reply); });
    }

Q_SIGNALS:
    //! Emitted on every configuration change: panes reload.
    void configChanged();

private:
    static constexpr qsizetype kParseInPoolAbove = 1'000'000; // bytes

    using Finished = std::function<void(Result<ReplyData>)>;

    template <class T> using Parse = std::function<Result<T>(const ReplyData &)>;

    template <class T> Call<T> sendSpec(RequestSpec spec, const QUrl &target, Parse<T> parse)
    {
        auto state = std::make_shared<CallState<T>>();
        const quint64 id = start(std::move(spec), target,
                                 [this, state, parse = std::move(parse)](Result<ReplyData> reply) {
                                     deliver<T>(state, parse, std::move(reply));
                                 });
        state->abort = [client = QPointer(this), id] {
            if (client)
                client->abort(id);
        };
        return Call<T>(state);
    }

    template <class T>
    void deliver(const std::shared_ptr<CallState<T>> &state, const Parse<T> &parse,
                 Result<ReplyData> reply)
    {
        if (!reply) {
            Call<T>::finish(state, std::unexpected(reply.error()));
        } else if (reply->body.size() <= kParseInPoolAbove) {
            Call<T>::finish(state, parsed<T>(parse, *reply));
        } else if (!state->dropped) {
            parseInPool([state, parse, reply = std::move(*reply)] {
                // The value crosses threads through this holder; the state stays on its own thread.
                auto result = std::make_shared<Result<T>>(parsed<T>(parse, reply));
                return std::function<void()>(
                    [state, result] { Call<T>::finish(state, std::move(*result)); });
            });
        }
    }

    template <class T> static Result<T> parsed(const Parse<T> &parse, const ReplyData &reply)
    {
        Result<T> result = parse(reply);
        if (!result && result.error().requestId.isEmpty())
            result.error().requestId = reply.requestId;
        return result;
    }

    //! Runs \a work in the pool and what it returns on the client's thread.
    void parseInPool(std::function<std::function<void()>()> work);
    //! A running request and who waits for it; no exchange when the answer is known already.
    struct Entry
    {
        std::unique_ptr<Exchange> exchange;
        Finished finished;
    };

    void applyConfig();
    //! Qt goes on with the authorities that its connection to a host began with, even when it could
    //! not be made, for as long as somebody asks at least every two minutes.
    void forgetUntrustedConnections();
    quint64 start(RequestSpec spec, const QUrl &target, Finished finished);
    void finish(quint64 id, Result<ReplyData> reply);
    void abort(quint64 id);

    ClientConfig m_config;
    NetworkManager *m_own = nullptr; //!< m_network, when it is ours.
    QNetworkAccessManager *m_network;
    std::unordered_map<quint64, Entry> m_exchanges;
    quint64 m_lastId = 0;
    bool m_tlsFailed = false; //!< Some connection in the manager's cache was never made.
    std::shared_ptr<QObject> m_anchor; //!< Where work from the pool comes back to.
};

} // namespace hubdesk
