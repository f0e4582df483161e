// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httptransfer.h"

#include "core/net/httppool.h"

#include <openssl/ssl.h>
#include <sys/socket.h>

#include <QNetworkProxy>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

constexpr qint64 kUnknown = 64 * 1024; // bytes, of a reply that does not tell its length
constexpr qint64 kReceive = 256 * 1024; // bytes that libcurl takes from a socket at once
constexpr int kAsksForLogin = 407;

} // namespace

HttpTransfer::HttpTransfer(HttpPool *pool, const QNetworkRequest &request, const Options &options,
                           Owner *owner)
    : m_pool(pool),
      m_multi(pool->connections()),
      m_owner(owner),
      m_easy(curl_easy_init()),
      m_readBuffer(options.readBuffer)
{
    setUp(request);
    // Parts of one file only help over connections of their own.
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION,
                     options.mayShare ? static_cast<long>(CURL_HTTP_VERSION_2TLS)
                                      : static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, options.mayShare ? 1L : 0L);
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(options.connectTime.count()));
    m_multi->add(m_easy, this);
}

HttpTransfer::~HttpTransfer()
{
    m_multi->remove(m_easy, this);
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_lines);
    X509_STORE_free(m_trusted);
}

void HttpTransfer::setUp(const QNetworkRequest &request)
{
    const auto set = [this](CURLoption option, auto value) {
        curl_easy_setopt(m_easy, option, value);
    };
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, m_errorText.data());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_BUFFERSIZE, static_cast<long>(kReceive));
    set(CURLOPT_OPENSOCKETFUNCTION, &HttpTransfer::onSocket);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    // A name that is being looked up must not hold up the thread when nobody wants it any more.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &HttpTransfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PREREQFUNCTION, &HttpTransfer::onRequest);
    set(CURLOPT_PREREQDATA, this);

    const QUrl url = request.url();
    set(CURLOPT_URL, url.toEncoded(QUrl::RemoveFragment).constData());
    const auto names = request.rawHeaderList();
    for (const QByteArray &name : names) {
        const QByteArray value = request.rawHeader(name);
        if (!value.isEmpty())
            m_lines = curl_slist_append(m_lines, (name + ": " + value).constData());
    }
    set(CURLOPT_HTTPHEADER, m_lines);
    setProxy(url);

    if (url.scheme() != QLatin1StringView("https"))
        return;
    m_trusted = m_pool->trust().of(request.sslConfiguration());
    X509_STORE_up_ref(m_trusted);
    // A libcurl with another TLS library than OpenSSL refuses this and trusts the system's
    // authorities alone.
    if (curl_easy_setopt(m_easy, CURLOPT_SSL_CTX_FUNCTION, &HttpTransfer::onTls) != CURLE_OK)
        return;
    set(CURLOPT_SSL_CTX_DATA, this);
    set(CURLOPT_CAINFO, static_cast<const char *>(nullptr));
    set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
    set(CURLOPT_CA_CACHE_TIMEOUT, 0L);
}

void HttpTransfer::setProxy(const QUrl &url)
{
    const QNetworkProxy proxy = m_pool->proxyFor(url);
    const auto set = [this](CURLoption option, auto value) {
        curl_easy_setopt(m_easy, option, value);
    };
    // Said even where there is none: libcurl would read the environment by rules of its own.
    set(CURLOPT_NOPROXY, "");
    m_viaProxy =
        proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
    if (!m_viaProxy) {
        set(CURLOPT_PROXY, "");
        return;
    }
    const bool isSocks = proxy.type() == QNetworkProxy::Socks5Proxy;
    const bool asksByName = proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability);
    const long kind = !isSocks ? CURLPROXY_HTTP
        : asksByName           ? CURLPROXY_SOCKS5_HOSTNAME
                               : CURLPROXY_SOCKS5;
    const QString host =
        proxy.hostName().contains(u':') ? u'[' + proxy.hostName() + u']' : proxy.hostName();
    set(CURLOPT_PROXY,
        QUrl::toAce(host).isEmpty() ? host.toUtf8().constData() : QUrl::toAce(host).constData());
    set(CURLOPT_PROXYPORT, static_cast<long>(proxy.port()));
    set(CURLOPT_PROXYTYPE, kind);
    if (proxy.user().isEmpty())
        return;
    m_hasLogin = true;
    set(CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST | CURLAUTH_NTLM));
    set(CURLOPT_PROXYUSERNAME, proxy.user().toUtf8().constData());
    set(CURLOPT_PROXYPASSWORD, proxy.password().toUtf8().constData());
}

CURLcode HttpTransfer::onTls(CURL *, void *context, void *self)
{
    SSL_CTX_set1_cert_store(static_cast<SSL_CTX *>(context),
                            static_cast<HttpTransfer *>(self)->m_trusted);
    return CURLE_OK;
}

//! Programs that are started meanwhile must not inherit it, and hold it open.
curl_socket_t HttpTransfer::onSocket(void *, curlsocktype, curl_sockaddr *address)
{
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int HttpTransfer::onRequest(void *self, char *, char *, int, int)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    transfer->m_sent = true;
    long opened = 0;
    curl_easy_getinfo(transfer->m_easy, CURLINFO_NUM_CONNECTS, &opened);
    if (opened > 0) {
        curl_off_t time = 0;
        curl_easy_getinfo(transfer->m_easy, CURLINFO_NAMELOOKUP_TIME_T, &time);
        transfer->m_times.connecting = time;
        curl_easy_getinfo(transfer->m_easy, CURLINFO_APPCONNECT_TIME_T, &time);
        transfer->m_times.encrypted = time > 0 ? time : -1;
    }
    transfer->m_multi->notify(transfer);
    return CURL_PREREQFUNC_OK;
}

size_t HttpTransfer::onHeader(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const size_t length = size * count;
    if (transfer->m_status != 0)
        return length; // behind the body: nothing that counts
    if (QByteArrayView(data, static_cast<qsizetype>(length)).startsWith("HTTP/")) {
        transfer->m_headers.clear(); // whatever came before was not the reply
        transfer->m_wasAsked = false;
    }
    const QByteArrayView line = QByteArrayView(data, static_cast<qsizetype>(length)).trimmed();
    if (line.isEmpty()) {
        long status = 0;
        curl_easy_getinfo(transfer->m_easy, CURLINFO_RESPONSE_CODE, &status);
        transfer->m_wasAsked = status == kAsksForLogin && transfer->m_hasLogin;
        if (status >= 200 && !transfer->m_wasAsked) {
            transfer->m_status = static_cast<int>(status);
            transfer->m_multi->notify(transfer);
        }
        return length;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        transfer->m_headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    return length;
}

size_t HttpTransfer::onBody(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const size_t bytes = size * count;
    const auto length = static_cast<qsizetype>(bytes);
    QByteArray &body = transfer->m_body;
    if (transfer->m_wasAsked)
        return bytes; // libcurl asks again, with the login
    if (body.size() >= transfer->m_readBuffer) {
        transfer->m_paused = true;
        return CURL_WRITEFUNC_PAUSE; // it keeps these bytes until goOn()
    }
    if (body.capacity() - body.size() < length)
        body.reserve(body.size() + std::max<qsizetype>(length, transfer->expected()));
    body.append(data, length);
    transfer->m_multi->received(length);
    transfer->m_multi->notify(transfer);
    return bytes;
}

//! What may still come before a reader has taken something, in bytes.
qsizetype HttpTransfer::expected() const
{
    curl_off_t total = -1;
    curl_off_t received = 0;
    curl_easy_getinfo(m_easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &total);
    curl_easy_getinfo(m_easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
    const qint64 most = m_readBuffer + CURL_MAX_WRITE_SIZE - m_body.size();
    return std::max<qint64>(0, total < 0 ? kUnknown : std::min<qint64>(total - received, most));
}

void HttpTransfer::changed()
{
    m_owner->transferChanged();
}

void HttpTransfer::ended(CURLcode code)
{
    m_result = code;
    if (m_wasAsked)
        m_status = kAsksForLogin; // once more: the login is wrong
    if (code == CURLE_PEER_FAILED_VERIFICATION)
        m_pool->trust().lookAgain();
}

QByteArray HttpTransfer::read(qint64 max)
{
    QByteArray data;
    if (max >= m_body.size()) {
        data = std::exchange(m_body, {});
    } else {
        data = m_body.first(max);
        m_body.remove(0, max);
    }
    if (m_paused && m_body.size() <= m_readBuffer / 2)
        m_multi->continueSoon(this);
    return data;
}

void HttpTransfer::goOn()
{
    m_paused = false;
    if (!m_result)
        curl_easy_pause(m_easy, CURLPAUSE_CONT);
}

QNetworkReply::NetworkError HttpTransfer::error() const
{
    long proxyStatus = 0;
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    if (m_result.value_or(CURLE_OK) != CURLE_OK && proxyStatus >= 400)
        return proxyStatus == 407 ? QNetworkReply::ProxyAuthenticationRequiredError
                                  : QNetworkReply::ProxyConnectionRefusedError;
    switch (m_result.value_or(CURLE_OK)) {
    case CURLE_OK:
        return QNetworkReply::NoError;
    case CURLE_COULDNT_RESOLVE_HOST:
        return QNetworkReply::HostNotFoundError;
    case CURLE_COULDNT_RESOLVE_PROXY:
        return QNetworkReply::ProxyNotFoundError;
    case CURLE_PROXY:
        return QNetworkReply::ProxyConnectionRefusedError;
    case CURLE_COULDNT_CONNECT:
        return m_viaProxy ? QNetworkReply::ProxyConnectionRefusedError
                          : QNetworkReply::ConnectionRefusedError;
    case CURLE_OPERATION_TIMEDOUT:
        return QNetworkReply::TimeoutError;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return QNetworkReply::SslHandshakeFailedError;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return QNetworkReply::ProtocolFailure;
    case CURLE_HTTP2: // nearly always a connection that was closed
    case CURLE_HTTP2_STREAM:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
        return QNetworkReply::RemoteHostClosedError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

QString HttpTransfer::errorText() const
{
    if (m_errorText.front() != '\0')
        return QString::fromUtf8(m_errorText.data());
    return QString::fromUtf8(curl_easy_strerror(m_result.value_or(CURLE_OK)));
}

} // namespace hubdesk
