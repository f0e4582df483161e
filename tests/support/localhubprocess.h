// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace hubdesk {

//! A hubdesk-localhub of its own for one test, from HUBDESK_BIN_DIR, on free ports of 127.0.0.1.
//! Ended by the destructor. Control calls are plain blocking HTTP on a socket, independent of the
//! code under test. Failures are reported by errorText(), and an empty answer.
class LocalHubProcess
{
public:
    LocalHubProcess();
    ~LocalHubProcess();
    LocalHubProcess(const LocalHubProcess &) = delete;
    LocalHubProcess &operator=(const LocalHubProcess &) = delete;

    //! \a arguments beside --data and --seed, for example { "--throttle", "1000000" }. \a
    //! dataFolder: kept by the caller to be started on again; empty: a temporary one.
    [[nodiscard]] bool start(const QStringList &arguments = {},
                             const QString &seed = QStringLiteral("demo"),
                             const QString &dataFolder = {});
    //! SIGTERM, and the exit code; -1 when it did not end by itself.
    int stop();

    [[nodiscard]] QUrl endpoint() const { return m_endpoint; }
    [[nodiscard]] QUrl cdn() const { return m_cdn; }
    [[nodiscard]] QUrl proxy() const { return m_proxy; } //!< with --proxy
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QString errorText() const { return m_error; }

    //! The demo repos by role.
    [[nodiscard]] QJsonObject seed();
    //! What was received since the log was cleared.
    [[nodiscard]] QJsonArray requests();
    void clearRequests();
    //! Returns the id of the fault; -1 on failure.
    qint64 addFault(const QJsonObject &fault);
    [[nodiscard]] QJsonArray faults();
    void clearFaults();
    //! What \a user says to a program that shows \a userCode: "approve", "deny".
    void decide(const QString &userCode, const QString &user, const QString &decision);
    //! Bytes of file contents that were sent since the log was cleared.
    [[nodiscard]] qint64 fileBytesSent();

    //! The folder of the programs under test.
    [[nodiscard]] static QString program(const QString &name);

private:
    QByteArray control(const QByteArray &method, const QByteArray &path,
                       const QByteArray &body = {});
    bool readReadyLine();

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QUrl m_endpoint;
    QUrl m_cdn;
    QUrl m_proxy;
    QString m_error;
};

} // namespace hubdesk
