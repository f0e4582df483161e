// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/localhubprocess.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QSslSocket>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReadyTimeout = 60'000; // ms; the first start makes the demo content
constexpr int kControlTimeout = 30'000; // ms
constexpr int kStopTimeout = 20'000; // ms

//! The body of a whole HTTP reply, or empty when it is none with a status below 300.
QByteArray bodyOf(const QByteArray &reply)
{
    const qsizetype end = reply.indexOf("\r\n\r\n");
    const int status = reply.mid(9, 3).toInt();
    if (end < 0 || status < 200 || status >= 300)
        return {};
    QByteArray body = reply.sliced(end + 4);
    if (!reply.first(end).toLower().contains("transfer-encoding: chunked"))
        return body;
    QByteArray whole;
    while (true) {
        const qsizetype line = body.indexOf("\r\n");
        const qsizetype size = line < 0 ? 0 : body.first(line).toLongLong(nullptr, 16);
        if (size <= 0 || body.size() < line + 2 + size)
            return whole;
        whole += body.mid(line + 2, size);
        body.remove(0, line + 4 + size);
    }
}

} // namespace

LocalHubProcess::LocalHubProcess() = default;

LocalHubProcess::~LocalHubProcess()
{
    stop();
}

QString LocalHubProcess::program(const QString &name)
{
    return qEnvironmentVariable("HUBDESK_BIN_DIR") + u'/' + name;
}

bool LocalHubProcess::start(const QStringList &arguments, const QString &seed,
                            const QString &dataFolder)
{
    QString data = dataFolder;
    if (data.isEmpty()) {
        m_folder = std::make_unique<QTemporaryDir>();
        data = m_folder->path();
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(u"hubdesk-localhub"_s),
                    QStringList{u"--data"_s, data, u"--seed"_s, seed} + arguments);
    return readReadyLine();
}

bool LocalHubProcess::readReadyLine()
{
    const QDeadlineTimer deadline(kReadyTimeout);
    while (!m_process.canReadLine()) {
        if (m_process.state() == QProcess::NotRunning || deadline.hasExpired()
            || !m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            if (m_process.canReadLine())
                break;
            m_error = u"hubdesk-localhub is not ready: "_s + m_process.errorString();
            return false;
        }
    }
    const QByteArray line = m_process.readLine().trimmed();
    const QJsonObject addresses = QJsonDocument::fromJson(line.mid(6)).object();
    m_endpoint = QUrl(addresses[u"endpoint"_s].toString());
    m_cdn = QUrl(addresses[u"cdn"_s].toString());
    m_proxy = QUrl(addresses[u"proxy"_s].toString());
    if (line.startsWith("READY ") && m_endpoint.isValid() && m_cdn.isValid())
        return true;
    m_error = u"hubdesk-localhub said: "_s + QString::fromUtf8(line);
    return false;
}

int LocalHubProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitCode();
    m_process.terminate();
    if (m_process.waitForFinished(kStopTimeout))
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    m_process.kill();
    m_process.waitForFinished(kStopTimeout);
    return -1;
}

QByteArray LocalHubProcess::control(const QByteArray &method, const QByteArray &path,
                                    const QByteArray &body)
{
    QSslSocket socket;
    // The certificate of a test is nobody's: what is checked here is the Hub, not the line to it.
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QString host = m_endpoint.host();
    const auto port = static_cast<quint16>(m_endpoint.port());
    const bool isTls = m_endpoint.scheme() == "https"_L1;
    if (isTls)
        socket.connectToHostEncrypted(host, port);
    else
        socket.connectToHost(host, port);
    if (isTls ? !socket.waitForEncrypted(kControlTimeout)
              : !socket.waitForConnected(kControlTimeout)) {
        m_error = socket.errorString();
        return {};
    }
    socket.write(method + " /_localhub/" + path + " HTTP/1.1\r\nHost: " + host.toLatin1() + ':'
                 + QByteArray::number(port) + "\r\nConnection: close\r\n"
                 + "Content-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray reply;
    while (socket.waitForReadyRead(kControlTimeout))
        reply += socket.readAll();
    reply += socket.readAll();
    return bodyOf(reply);
}

QJsonObject LocalHubProcess::seed()
{
    return QJsonDocument::fromJson(control("GET", "seed")).object();
}

QJsonArray LocalHubProcess::requests()
{
    return QJsonDocument::fromJson(control("GET", "requests")).array();
}

void LocalHubProcess::decide(const QString &userCode, const QString &user, const QString &decision)
{
    const QJsonObject order{
        {u"user_code"_s, userCode}, {u"user"_s, user}, {u"decision"_s, decision}};
    control("POST", "oauth", QJsonDocument(order).toJson());
}

void LocalHubProcess::clearRequests()
{
    control("DELETE", "requests");
}

qint64 LocalHubProcess::addFault(const QJsonObject &fault)
{
    const QByteArray reply =
        control("POST", "faults", QJsonDocument(fault).toJson(QJsonDocument::Compact));
    return QJsonDocument::fromJson(reply).object()[u"ids"_s].toArray().at(0).toInteger(-1);
}

QJsonArray LocalHubProcess::faults()
{
    return QJsonDocument::fromJson(control("GET", "faults")).array();
}

void LocalHubProcess::clearFaults()
{
    control("DELETE", "faults");
}

qint64 LocalHubProcess::fileBytesSent()
{
    qint64 bytes = 0;
    for (const QJsonValue &value : requests()) {
        const QJsonObject entry = value.toObject();
        const int status = entry[u"status"_s].toInt();
        const QString path = entry[u"path"_s].toString();
        const bool isFile = entry[u"port"_s].toString() == "cdn"_L1 || path.contains("/resolve/"_L1)
            || path.contains("/resolve-cache/"_L1);
        if (isFile && entry[u"method"_s].toString() == "GET"_L1 && (status == 200 || status == 206))
            bytes += entry[u"bytes"_s].toInteger();
    }
    return bytes;
}

} // namespace hubdesk
