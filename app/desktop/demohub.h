// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace hubdesk {

//! A Local Hub with sample content in a process of its own, and the home folder of a demo.
//! Everything lies below one folder, so that nothing of the user's is touched.
class DemoHub final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoHub)

public:
    //! \a fresh: everything in a temporary folder, seeded anew. Otherwise the demo's folder in the
    //! user's cache, which makes the second start quick; a temporary one when another demo uses
    //! that.
    explicit DemoHub(bool fresh, QObject *parent = nullptr);
    //! Ends the server.
    ~DemoHub() override;

    void start();
    [[nodiscard]] QString homeFolder() const { return m_folder + QStringLiteral("/home"); }
    [[nodiscard]] QUrl endpoint() const { return m_endpoint; }

    //! The token that the demo is signed in with, as every demo Hub has it.
    static QString token();

Q_SIGNALS:
    void ready();
    //! It cannot start or has ended; \a reason is for the user.
    void failed(const QString &reason);

private:
    void readOutput();
    void processEnded();

    QString m_folder;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    QUrl m_endpoint;
    bool m_stopping = false;
};

} // namespace hubdesk
