// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/cafile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <map>
#include <mutex>

namespace hubdesk {

namespace {

struct CaText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CaFile)
};

constexpr qint64 kMaxSize =
    64'000'000; // bytes; the bundles of the world have less than one million

//! How a file looked when it was parsed.
struct Stamp
{
    qint64 size = -1; //!< bytes; -1: not there
    QDateTime changed;

    bool operator==(const Stamp &) const = default;
};

struct Parsed
{
    Stamp stamp;
    Result<QSslConfiguration> result;
};

//! Shared by all threads: clients of several threads use the same few files.
struct Registry
{
    std::mutex reading; //!< Held while the disk is asked.
    std::mutex access; //!< Held for a moment, also by threads that must not wait for a disk.
    std::map<QString, Parsed> known;
    QThreadPool pool; // last: it ends before what its tasks use

    Registry();
};

Registry &registry()
{
    static Registry instance;
    return instance;
}

Registry::Registry()
{
    pool.setMaxThreadCount(1);
    // A program that ends at once must not take Qt's TLS away from a thread that reads.
    qAddPostRoutine([] { registry().pool.waitForDone(); });
}

Result<QSslConfiguration> parse(const QString &caFile)
{
    QFile file(caFile);
    // Opening a pipe or a device could take for ever.
    if (const QFileInfo info(caFile); info.exists() && !info.isFile())
        return failure(ErrorKind::File,
                       CaText::tr("The certificate file %1 is not a file.").arg(caFile));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File,
                       CaText::tr("The certificate file %1 cannot be read: %2.")
                           .arg(caFile, file.errorString()));
    const auto certificates = QSslCertificate::fromData(file.read(kMaxSize), QSsl::Pem);
    if (certificates.isEmpty())
        return failure(
            ErrorKind::File,
            CaText::tr("The certificate file %1 has no certificate in it. A PEM file is needed.")
                .arg(caFile));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // Named one by one: where Qt looks the system's up on demand, it stops doing so for a
    // configuration that has authorities of its own.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates);
    return configuration;
}

} // namespace

Result<QSslConfiguration> readCaFile(const QString &caFile)
{
    Registry &shared = registry();
    const std::scoped_lock disk(shared.reading);
    const QFileInfo info(caFile);
    const Stamp stamp =
        info.exists() ? Stamp{info.size(), info.lastModified(QTimeZone::UTC)} : Stamp();
    {
        const std::scoped_lock lock(shared.access);
        const auto it = shared.known.find(caFile);
        if (it != shared.known.end() && it->second.stamp == stamp)
            return it->second.result;
    }
    auto result = parse(caFile);
    const std::scoped_lock lock(shared.access);
    shared.known.insert_or_assign(caFile, Parsed{stamp, result});
    return result;
}

QFuture<Result<QSslConfiguration>> readCaFileInPool(const QString &caFile)
{
    return QtConcurrent::run(&registry().pool, readCaFile, caFile);
}

Result<QSslConfiguration> knownCaFile(const QString &caFile)
{
    {
        Registry &shared = registry();
        const std::scoped_lock lock(shared.access);
        const auto it = shared.known.find(caFile);
        if (it != shared.known.end())
            return it->second.result;
    }
    return readCaFile(caFile);
}

} // namespace hubdesk
