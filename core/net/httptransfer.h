// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/curlmulti.h"

#include <QByteArray>
#include <QHttpHeaders>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

using X509_STORE = struct x509_store_st;

namespace hubdesk {

class HttpPool;

//! One GET in libcurl: one request and its one reply. Redirects, retries and time limits are the
//! owner's. Thread of the pool.
class HttpTransfer final : private CurlListener
{
public:
    //! Hears that something below is new, from the event loop. May destroy the transfer.
    class Owner
    {
    public:
        virtual ~Owner() = default;
        virtual void transferChanged() = 0;
    };

    //! When the parts of the way were done, in microseconds since the start; -1: not (yet), or not
    //! needed, because a connection was open already.
    struct Times
    {
        qint64 connecting = -1; //!< The address is known.
        qint64 encrypted = -1;
    };

    struct Options
    {
        qint64 readBuffer = 0; //!< Bytes that may lie unread before the server is slowed down.
        //! Shared out among the addresses of a host, so that one that is dead is passed over.
        std::chrono::milliseconds connectTime{0};
        bool mayShare = false; //!< Over HTTP/2, where there is one, beside others on a connection.
    };

    //! URL, headers and authorities come from \a request.
    HttpTransfer(HttpPool *pool, const QNetworkRequest &request, const Options &options,
                 Owner *owner);
    ~HttpTransfer() override;
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    [[nodiscard]] bool isSent() const { return m_sent; }
    [[nodiscard]] const Times &times() const { return m_times; }
    //! 0: no reply yet. Never 1xx, nor a proxy's question that the login answers.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QHttpHeaders &headers() const { return m_headers; }

    [[nodiscard]] qint64 bytesAvailable() const { return m_body.size(); }
    [[nodiscard]] QByteArray read(qint64 max);
    //! So much lies unread that the server was told to wait.
    [[nodiscard]] bool isPaused() const { return m_paused; }

    [[nodiscard]] bool hasEnded() const { return m_result.has_value(); }
    //! Of one that has ended; NoError for every complete reply, whatever its status.
    [[nodiscard]] QNetworkReply::NetworkError error() const;
    //! libcurl's words about it, not yet redacted.
    [[nodiscard]] QString errorText() const;

private:
    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);
    static int onRequest(void *self, char *, char *, int, int);
    static CURLcode onTls(CURL *easy, void *context, void *self);
    static curl_socket_t onSocket(void *self, curlsocktype purpose, curl_sockaddr *address);

    void setUp(const QNetworkRequest &request);
    void setProxy(const QUrl &url);
    [[nodiscard]] qsizetype expected() const;
    void changed() override;
    void ended(CURLcode code) override;
    void goOn() override;

    HttpPool *m_pool;
    std::shared_ptr<CurlMulti> m_multi;
    Owner *m_owner;
    CURL *m_easy;
    curl_slist *m_lines = nullptr;
    X509_STORE *m_trusted = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_errorText = {};
    qint64 m_readBuffer;
    QByteArray m_body;
    QHttpHeaders m_headers;
    Times m_times;
    int m_status = 0;
    bool m_sent = false;
    bool m_paused = false;
    bool m_viaProxy = false;
    bool m_hasLogin = false; // for the proxy
    bool m_wasAsked = false; // for it, by the reply that is being received
    std::optional<CURLcode> m_result;
};

} // namespace hubdesk
