// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakehubserver.h"

#include "tests/support/fakehubstate.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

#include <algorithm>
#include <condition_variable>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kChunk = 64 * 1024; // bytes
constexpr qint64 kSendAhead = 512 * 1024; // bytes in the socket's buffer

//! One keep-alive connection. Lives on the server's thread.
class Connection : public QObject
{
public:
    Connection(QTcpSocket *socket, std::shared_ptr<FakeHubServer::State> state, bool cdn)
        : QObject(socket),
          m_socket(socket),
          m_state(std::move(state)),
          m_cdn(cdn)
    {
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::bytesWritten, this, &Connection::send);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        m_input += m_socket->readAll();
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (m_busy || end < 0)
            return;
        FakeRequest request;
        request.cdn = m_cdn;
        if (breaksDown())
            return;
        qsizetype length = 0;
        QList<QByteArray> lines = m_input.left(end).split('\n');
        const QList<QByteArray> start = lines.takeFirst().trimmed().split(' ');
        request.method = start.value(0);
        request.path = start.value(1);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            const QByteArray name = line.left(colon).trimmed().toLower();
            const QByteArray value = line.mid(colon + 1).trimmed();
            if (name == "range")
                request.range = value;
            else if (name == "authorization")
                request.authorization = !value.isEmpty();
            else if (name == "content-length")
                length = value.toLongLong();
        }
        if (m_input.size() < end + 4 + length)
            return;
        const QByteArray body = m_input.sliced(end + 4, length);
        m_input = m_input.sliced(end + 4 + length);
        m_busy = true;
        m_reply = m_state->answer(request, body);
        m_sent = 0;
        m_socket->write("HTTP/1.1 " + QByteArray::number(m_reply.status) + " Answer\r\n"
                        + m_reply.headers + "X-Request-Id: fake-1\r\nContent-Length: "
                        + QByteArray::number(m_reply.body.size()) + "\r\n\r\n");
        send();
    }

    void send()
    {
        if (!m_busy || m_pausing || breaksDown())
            return;
        qint64 end = m_reply.body.size();
        const int pause = m_state->pause;
        const auto &fault = m_reply.fault;
        const bool breaks = fault
            && (fault->kind == FakeFault::Kind::Cut || fault->kind == FakeFault::Kind::Reset
                || fault->kind == FakeFault::Kind::Stall);
        if (breaks)
            end = std::clamp<qint64>(fault->at - m_reply.first, 0, end);
        while (m_sent < end && m_socket->bytesToWrite() < kSendAhead) {
            const qint64 size = std::min(kChunk, end - m_sent);
            m_socket->write(m_reply.body.constData() + m_sent, size);
            m_sent += size;
            m_state->addSent(m_reply.logEntry, size);
            if (pause > 0 && m_sent < end) {
                m_pausing = true;
                QTimer::singleShot(pause, this, [this] {
                    m_pausing = false;
                    send();
                });
                return;
            }
        }
        if (m_sent < end)
            return;
        if (breaks) {
            if (fault->kind == FakeFault::Kind::Stall || m_socket->bytesToWrite() > 0)
                return;
            if (fault->kind == FakeFault::Kind::Reset) {
                const linger now{1, 0};
                ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
                             &now, sizeof now);
                m_socket->abort();
            } else {
                m_socket->disconnectFromHost();
            }
            return;
        }
        m_busy = false;
        if (!m_input.isEmpty())
            read();
    }

    bool breaksDown()
    {
        if (!m_state->down)
            return false;
        m_busy = false;
        m_socket->abort();
        return true;
    }

    QTcpSocket *m_socket;
    std::shared_ptr<FakeHubServer::State> m_state;
    bool m_cdn;
    bool m_busy = false;
    bool m_pausing = false;
    QByteArray m_input;
    FakeHubServer::State::Reply m_reply;
    qint64 m_sent = 0;
};

void serve(QTcpServer *server, const std::shared_ptr<FakeHubServer::State> &state, bool cdn)
{
    server->listen(QHostAddress::LocalHost);
    QObject::connect(server, &QTcpServer::newConnection, server, [server, state, cdn] {
        while (QTcpSocket *socket = server->nextPendingConnection())
            new Connection(socket, state, cdn);
    });
}

QString gitSha1(const QByteArray &content)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray("blob " + QByteArray::number(content.size())).append('\0'));
    hash.addData(content);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

FakeHubServer::FakeHubServer()
    : m_state(std::make_shared<State>())
{
    m_state->commit = QString(40, u'1');
    auto ready = std::make_shared<std::condition_variable>();
    m_thread.reset(QThread::create([state = m_state, ready] {
        QTcpServer hub;
        QTcpServer cdn;
        serve(&hub, state, false);
        serve(&cdn, state, true);
        {
            const std::scoped_lock lock(state->mutex);
            state->hubPort = hub.serverPort();
            state->cdnPort = cdn.serverPort();
            ready->notify_all();
        }
        QEventLoop().exec();
    }));
    m_thread->start();
    std::unique_lock lock(m_state->mutex);
    ready->wait(lock, [this] { return m_state->cdnPort != 0; });
}

FakeHubServer::~FakeHubServer()
{
    m_thread->exit();
    m_thread->wait();
}

QUrl FakeHubServer::endpoint() const
{
    const std::scoped_lock lock(m_state->mutex);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_state->hubPort));
}

QString FakeHubServer::commit() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->commit;
}

QString FakeHubServer::etag(const QString &path) const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->files.at(path).etag;
}

void FakeHubServer::nextCommit()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->history[m_state->commit] = m_state->files;
    m_state->commit = QString(40, QChar(m_state->commit.front().unicode() + 1));
}

void FakeHubServer::removeFile(const QString &path)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->files.erase(path);
}

QStringList FakeHubServer::fetchedPaths() const
{
    const std::scoped_lock lock(m_state->mutex);
    QStringList paths;
    for (const FakeRequest &request : m_state->log) {
        const bool isContent = request.cdn
            || (request.path.contains("/resolve/") && request.status >= 200
                && request.status < 300);
        if (!isContent || request.method != "GET")
            continue;
        const qsizetype start = request.cdn
            ? qsizetype(5)
            : request.path.indexOf('/', request.path.indexOf("/resolve/") + 9) + 1;
        paths.append(QString::fromUtf8(request.path.sliced(start).split('?').first()));
    }
    return paths;
}

void FakeHubServer::addFile(const QString &path, const QByteArray &content, bool lfs)
{
    State::File file;
    file.content = content;
    file.lfs = lfs;
    file.announced = content.size();
    file.oid = gitSha1(lfs ? content.left(100) : content);
    file.etag = lfs
        ? QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())
        : file.oid;
    const std::scoped_lock lock(m_state->mutex);
    m_state->files[path] = file;
}

void FakeHubServer::setAnnouncedSize(const QString &path, qint64 size)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->files.at(path).announced = size;
}

void FakeHubServer::addFault(const FakeFault &fault)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->faults.push_back(fault);
}

void FakeHubServer::clearFaults()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->faults.clear();
}

void FakeHubServer::setWithoutRanges()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->noRanges = true;
}

void FakeHubServer::setAccess(bool isPrivate, const QString &gated)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->isPrivate = isPrivate;
    m_state->gated = gated;
}

void FakeHubServer::setPause(int milliseconds)
{
    m_state->pause = milliseconds;
}

void FakeHubServer::setDown(bool down)
{
    m_state->down = down;
}

void FakeHubServer::setPageSize(int entries)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->pageSize = entries;
}

std::vector<FakeRequest> FakeHubServer::requests() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->log;
}

int FakeHubServer::count(const QByteArray &part) const
{
    const std::scoped_lock lock(m_state->mutex);
    return static_cast<int>(std::ranges::count_if(
        m_state->log, [&part](const FakeRequest &request) { return request.path.contains(part); }));
}

qint64 FakeHubServer::contentBytes() const
{
    const std::scoped_lock lock(m_state->mutex);
    qint64 sum = 0;
    for (const FakeRequest &request : m_state->log) {
        if (request.cdn || (request.path.contains("/resolve/") && request.status < 300))
            sum += request.bytes;
    }
    return sum;
}

void FakeHubServer::clearRequests()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->log.clear();
}

QByteArray FakeHubServer::content(qint64 size, quint32 seed)
{
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    generator.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    bytes.truncate(size);
    return bytes;
}

} // namespace hubdesk
