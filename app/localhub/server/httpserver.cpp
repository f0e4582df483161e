// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/httpserver.h"

#include "app/localhub/server/exchange.h"
#include "app/localhub/server/listener.h"

#include <microhttpd.h>
#include <unistd.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr size_t kConnectionMemory = 256 * 1024;
constexpr unsigned kConnectionLimit = 2000;
constexpr qsizetype kBodyLimit = 256 * 1024 * 1024;
constexpr qint64 kBlockSize = 256 * 1024;

// The paths stay exactly as they came: `%2F` and `/` are different things to the Hub.
size_t keepEscapes(void * /*server*/, MHD_Connection * /*connection*/, char *text)
{
    return std::strlen(text);
}

MHD_Result collectHeader(void *target, MHD_ValueKind /*kind*/, const char *key, const char *value)
{
    auto *exchange = static_cast<Exchange *>(target);
    exchange->request.headers.emplaceBack(QByteArray(key).toLower(), QByteArray(value));
    return MHD_YES;
}

int connectionSocket(MHD_Connection *connection)
{
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

TokenBucket *connectionBucket(MHD_Connection *connection)
{
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? static_cast<TokenBucket *>(info->socket_context) : nullptr;
}

} // namespace

// The C callbacks of the HTTP library; `self` is the server they were registered with.
struct HttpCallbacks
{
    static void *begin(void * /*self*/, const char *uri, MHD_Connection * /*connection*/)
    {
        return new Exchange(uri);
    }

    static void connectionChanged(void *self, MHD_Connection * /*connection*/, void **context,
                                  MHD_ConnectionNotificationCode code)
    {
        const auto *server = static_cast<HttpServer *>(self);
        if (code == MHD_CONNECTION_NOTIFY_STARTED) {
            *context = new TokenBucket(server->m_limits.throttleConnection);
        } else {
            delete static_cast<TokenBucket *>(*context);
            *context = nullptr;
        }
    }

    static ssize_t produce(void *context, uint64_t position, char *buffer, size_t max)
    {
        auto *exchange = static_cast<Exchange *>(context);
        const qint64 count =
            exchange->stream->next(static_cast<qint64>(position), buffer, static_cast<qint64>(max));
        if (exchange->stream->isComplete())
            exchange->noteClosing();
        return count > 0 ? count : MHD_CONTENT_READER_END_WITH_ERROR;
    }

    static MHD_Result access(void *self, MHD_Connection *connection, const char * /*url*/,
                             const char *method, const char * /*version*/, const char *upload,
                             size_t *uploadSize, void **context)
    {
        auto *server = static_cast<HttpServer *>(self);
        auto *exchange = static_cast<Exchange *>(*context);
        Request &request = exchange->request;
        if (!exchange->headersSeen) {
            exchange->headersSeen = true;
            request.method = method;
            request.port = server->m_port;
            request.tls = !server->m_limits.tlsCertificate.isEmpty();
            MHD_get_connection_values(connection, MHD_HEADER_KIND, collectHeader, exchange);
            return MHD_YES;
        }
        if (*uploadSize > 0) {
            const auto count = static_cast<qsizetype>(*uploadSize);
            exchange->tooLarge = exchange->tooLarge || request.body.size() + count > kBodyLimit;
            if (!exchange->tooLarge)
                request.body.append(upload, count);
            *uploadSize = 0;
            return MHD_YES;
        }
        return reply(*server, connection, *exchange);
    }

    static MHD_Result reply(HttpServer &server, MHD_Connection *connection, Exchange &exchange)
    {
        const ConnectionWatch watch(connectionSocket(connection), server.m_stopping);
        WireReply wire;
        if (exchange.tooLarge) {
            wire.status = 413;
            wire.body.source =
                std::make_shared<BytesSource>("{\"error\":\"request entity too large\"}");
            wire.body.length = wire.body.source->size();
        } else {
            wire = server.m_pipeline.run(exchange.request, watch);
        }
        if (wire.abandoned)
            return MHD_NO;
        return queue(server, connection, exchange, wire, watch);
    }

    static MHD_Result queue(HttpServer &server, MHD_Connection *connection, Exchange &exchange,
                            WireReply &wire, const ConnectionWatch &watch)
    {
        const bool bodyless = wire.status == 204 || wire.status == 304 || wire.body.length == 0;
        const qint64 length = bodyless ? 0 : wire.body.length;
        const bool control = Pipeline::isControl(exchange.request);
        std::vector<TokenBucket *> throttles;
        if (!control) {
            throttles = {connectionBucket(connection), &server.m_throttle};
            exchange.log = &server.m_log;
        }
        std::erase(throttles, nullptr);
        exchange.status = wire.status;
        exchange.stream = std::make_unique<BodyStream>(std::move(wire.body), watch, throttles);
        MHD_Response *response = bodyless
            ? MHD_create_response_from_buffer_static(0, "")
            : MHD_create_response_from_callback(static_cast<uint64_t>(length),
                                                static_cast<size_t>(std::min(length, kBlockSize)),
                                                produce, &exchange, nullptr);
        if (!response)
            return MHD_NO;
        for (const auto &[name, value] : wire.headers)
            MHD_add_response_header(response, name.constData(), value.constData());
        const auto queued =
            MHD_queue_response(connection, static_cast<unsigned>(wire.status), response);
        MHD_destroy_response(response);
        if (bodyless || exchange.request.method == "HEAD")
            exchange.noteClosing();
        return queued;
    }

    static void completed(void *self, MHD_Connection * /*connection*/, void **context,
                          MHD_RequestTerminationCode code)
    {
        auto *server = static_cast<HttpServer *>(self);
        const std::unique_ptr<Exchange> exchange(static_cast<Exchange *>(*context));
        *context = nullptr;
        if (!exchange || exchange->request.method.isEmpty()
            || Pipeline::isControl(exchange->request))
            return;
        server->m_log.add(exchange->logEntry(code == MHD_REQUEST_TERMINATED_COMPLETED_OK));
        if (exchange->noted)
            server->m_log.dropClosing();
    }
};

HttpServer::HttpServer(Port port, Pipeline &pipeline, RequestLog &log, TokenBucket &throttle,
                       ServerLimits limits)
    : m_port(port),
      m_pipeline(pipeline),
      m_log(log),
      m_throttle(throttle),
      m_limits(std::move(limits))
{ }

HttpServer::~HttpServer()
{
    stop();
}

std::expected<quint16, QString> HttpServer::start(const QHostAddress &address, quint16 port)
{
    const auto listener = listenOn(address, port);
    if (!listener)
        return std::unexpected(listener.error());
    unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL;
    std::vector<MHD_OptionItem> options;
    if (!m_limits.tlsCertificate.isEmpty()) {
        flags |= MHD_USE_TLS;
        options.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, m_limits.tlsCertificate.data()});
        options.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, m_limits.tlsKey.data()});
    }
    options.push_back({MHD_OPTION_END, 0, nullptr});
    m_stopping = false;
    m_daemon =
        MHD_start_daemon(flags, 0, nullptr, nullptr, &HttpCallbacks::access, this, //
                         MHD_OPTION_LISTEN_SOCKET, listener->socket, //
                         MHD_OPTION_URI_LOG_CALLBACK, &HttpCallbacks::begin, this, //
                         MHD_OPTION_NOTIFY_COMPLETED, &HttpCallbacks::completed, this, //
                         MHD_OPTION_NOTIFY_CONNECTION, &HttpCallbacks::connectionChanged, this, //
                         MHD_OPTION_UNESCAPE_CALLBACK, &keepEscapes, nullptr, //
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionMemory, //
                         MHD_OPTION_CONNECTION_LIMIT, kConnectionLimit, //
                         MHD_OPTION_ARRAY, options.data(), MHD_OPTION_END);
    if (!m_daemon) {
        ::close(listener->socket);
        return std::unexpected(
            m_limits.tlsCertificate.isEmpty()
                ? u"Cannot start the HTTP server."_s
                : u"Cannot start the HTTPS server: the certificate or the key is "
                  u"not usable."_s);
    }
    return listener->port;
}

void HttpServer::stop()
{
    if (!m_daemon)
        return;
    m_stopping = true;
    MHD_stop_daemon(m_daemon);
    m_daemon = nullptr;
}

} // namespace hubdesk::localhub
