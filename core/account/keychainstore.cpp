// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/keychainstore.h"

#include <QCoreApplication>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct KeychainTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::KeychainStore)
};

Error errorOf(const QKeychain::Job &job)
{
    Error error;
    error.kind = ErrorKind::File;
    error.detail = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        error.kind = ErrorKind::NotFound;
        error.message = KeychainTexts::tr("The keychain has no such entry.");
        break;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        error.kind = ErrorKind::Forbidden;
        error.message = KeychainTexts::tr("The keychain stayed locked.");
        break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        error.kind = ErrorKind::Offline;
        error.message = KeychainTexts::tr("There is no keychain in this session.");
        break;
    default:
        // A session without a bus, or without anybody on it who keeps secrets, ends here as well.
        error.kind = QKeychain::isAvailable() ? ErrorKind::File : ErrorKind::Offline;
        error.message = error.kind == ErrorKind::File
            ? KeychainTexts::tr("The keychain did not answer as it should.")
            : KeychainTexts::tr("There is no keychain in this session.");
    }
    return error;
}

} // namespace

KeychainStore::KeychainStore(QString service, QObject *parent)
    : QObject(parent),
      m_service(std::move(service))
{ }

KeychainStore::~KeychainStore() = default;

void KeychainStore::read(const QString &key, Read done)
{
    add({[this, key]() -> QKeychain::Job * {
             auto *job = new QKeychain::ReadPasswordJob(m_service);
             job->setKey(key);
             return job;
         },
         std::move(done)});
}

void KeychainStore::write(const QString &key, const QString &secret, Done done)
{
    add({[this, key, secret]() -> QKeychain::Job * {
             auto *job = new QKeychain::WritePasswordJob(m_service);
             job->setKey(key);
             job->setTextData(secret);
             return job;
         },
         [done = std::move(done)](const Result<QString> &result) {
             done(result.transform([](const QString &) { }));
         }});
}

void KeychainStore::remove(const QString &key, Done done)
{
    add({[this, key]() -> QKeychain::Job * {
             auto *job = new QKeychain::DeletePasswordJob(m_service);
             job->setKey(key);
             return job;
         },
         [done = std::move(done)](const Result<QString> &result) {
             if (!result && result.error().kind == ErrorKind::NotFound)
                 done({});
             else
                 done(result.transform([](const QString &) { }));
         }});
}

void KeychainStore::add(Task task)
{
    m_waiting.push_back(std::move(task));
    if (!m_running) {
        m_running = true;
        QTimer::singleShot(0, this, &KeychainStore::startNext);
    }
}

void KeychainStore::startNext()
{
    if (m_waiting.empty()) {
        m_running = false;
        return;
    }
    QKeychain::Job *job = m_waiting.front().make();
    // Nobody's child: the keychain calls it back even when this object has ended meanwhile.
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, &KeychainStore::finished);
    job->start();
}

void KeychainStore::finished(QKeychain::Job *job)
{
    Result<QString> result;
    if (job->error() != QKeychain::NoError)
        result = std::unexpected(errorOf(*job));
    else if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        result = read->textData();
    std::vector<Task> answered;
    if (!result && result.error().kind == ErrorKind::Forbidden) {
        answered = std::exchange(m_waiting, {}); // nobody is asked twice
    } else {
        answered.push_back(std::move(m_waiting.front()));
        m_waiting.erase(m_waiting.begin());
    }
    QTimer::singleShot(0, this, &KeychainStore::startNext);
    for (const Task &task : answered)
        task.done(result);
}

} // namespace hubdesk
