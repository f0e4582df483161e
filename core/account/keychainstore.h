// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/secretstore.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace hubdesk {

//! The system's keychain through QtKeychain: Secret Service or KWallet. Never falls back to a file.
//! A locked keychain asks its user to open it; while that question is open, further calls wait
//! behind it, so that there is one question, and when it is refused they fail with it. The next
//! call after that asks again.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainStore)

public:
    //! \a service: the group of entries, "hubdesk".
    explicit KeychainStore(QString service, QObject *parent = nullptr);
    ~KeychainStore() override;

    void read(const QString &key, Read done) override;
    void write(const QString &key, const QString &secret, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    struct Task
    {
        std::function<QKeychain::Job *()> make;
        std::function<void(const Result<QString> &)> done;
    };

    void add(Task task);
    void startNext();
    void finished(QKeychain::Job *job);

    QString m_service;
    std::vector<Task> m_waiting; // the first one runs
    bool m_running = false;
};

} // namespace hubdesk
