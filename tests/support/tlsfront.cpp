// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tlsfront.h"

#include "core/transfer/mailbox.h"

#include <QDir>
#include <QEventLoop>
#include <QHostAddress>
#include <QList>
#include <QPointer>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

class TlsFront::Server final : public QSslServer
{
public:
    explicit Server(quint16 port)
        : m_port(port)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                pass(socket);
        });
    }

    void dropAll()
    {
        for (const QPointer<QTcpSocket> &socket : std::exchange(m_open, {})) {
            if (socket)
                socket->abort();
        }
    }

    Mode mode = Mode::Tls;
    int connections = 0;
    QByteArray heard;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++connections;
        if (mode == Mode::Tls)
            return QSslServer::incomingConnection(descriptor);
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (mode == Mode::Closes)
            return socket->disconnectFromHost();
        m_open.append(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            heard += socket->readAll();
            socket->write("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/sign-in\r\n"
                          "Content-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    }

private:
    void pass(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        m_open.append(client);
        connect(client, &QTcpSocket::readyRead, this, [this, client, server] {
            const QByteArray data = client->readAll();
            heard += data;
            server->write(data);
        });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        server->connectToHost(QHostAddress::LocalHost, m_port);
        if (client->bytesAvailable() > 0)
            Q_EMIT client->readyRead();
    }

    quint16 m_port;
    QList<QPointer<QTcpSocket>> m_open;
};

//! What both threads use. Hand-overs go under a mutex of ours, so that a sanitizer sees them even
//! where Qt itself is not instrumented.
struct TlsFront::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    std::shared_ptr<Mailbox> box; // of the server's thread; null: it is not ready
    Server *server = nullptr; // lives and dies on the thread
};

TlsFront::TlsFront(const QUrl &server)
    : m_shared(std::make_shared<Shared>())
{
    const auto port = static_cast<quint16>(server.port());
    m_thread.reset(QThread::create([shared = m_shared, port] {
        Server made(port);
        const auto box = std::make_shared<Mailbox>();
        {
            const std::scoped_lock lock(shared->mutex);
            shared->server = &made;
            shared->box = box;
            shared->changed.notify_all();
        }
        QEventLoop().exec();
        box->close();
    }));
    m_thread->start();
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->box != nullptr; });
}

TlsFront::~TlsFront()
{
    m_thread->exit();
    m_thread->wait();
}

template <class F> auto TlsFront::onServer(F work) const
{
    std::optional<decltype(work(m_shared->server))> result;
    std::unique_lock lock(m_shared->mutex);
    m_shared->box->post([&, shared = m_shared] {
        const std::scoped_lock inside(shared->mutex);
        result = work(shared->server);
        shared->changed.notify_all();
    });
    m_shared->changed.wait(lock, [&result] { return result.has_value(); });
    return *result;
}

QUrl TlsFront::endpoint() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(
        onServer([](Server *server) { return server->serverPort(); })));
}

void TlsFront::setCertificate(const QByteArray &certificate, const QByteArray &key)
{
    onServer([&](Server *server) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(certificate));
        configuration.setPrivateKey(QSslKey(key, QSsl::Rsa));
        server->setSslConfiguration(configuration);
        server->dropAll();
        return true;
    });
}

void TlsFront::setMode(Mode mode)
{
    onServer([mode](Server *server) {
        server->mode = mode;
        server->dropAll();
        return true;
    });
}

int TlsFront::connections() const
{
    return onServer([](Server *server) { return server->connections; });
}

QByteArray TlsFront::heard() const
{
    return onServer([](Server *server) { return server->heard; });
}

bool TlsFront::makeCertificate(const QString &folder, const QString &name, const QString &address,
                               const QStringList &more)
{
    const QDir dir(folder);
    QProcess openssl;
    openssl.start(
        u"openssl"_s,
        QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
                    "/CN="_L1 + name, u"-addext"_s, "subjectAltName=IP:"_L1 + address, u"-keyout"_s,
                    dir.filePath(name + ".key"_L1), u"-out"_s, dir.filePath(name + ".pem"_L1)}
            + (more.isEmpty() ? QStringList{u"-days"_s, u"2"_s} : more));
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

} // namespace hubdesk
