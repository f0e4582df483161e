// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/storedtokenslock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHash>
#include <QMutex>

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <thread>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr auto kPause = std::chrono::milliseconds(20);

struct Registry
{
    QMutex mutex;
    QHash<QString, std::weak_ptr<StoredTokensLock>> held;
};

Registry &registry()
{
    static Registry all;
    return all;
}

} // namespace

StoredTokensLock::Pointer StoredTokensLock::take(const QString &storedPath,
                                                 std::chrono::milliseconds patience)
{
    const QMutexLocker locker(&registry().mutex);
    if (Pointer known = registry().held.value(storedPath).lock())
        return known;
    auto lock = std::make_shared<StoredTokensLock>();
    const QByteArray name = QFile::encodeName(storedPath + ".lock"_L1);
    lock->m_file = FileDescriptor(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    const QDeadlineTimer deadline(patience);
    while (lock->m_file.isValid()) {
        lock->m_isBusy =
            ::flock(lock->m_file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!lock->m_isBusy || deadline.hasExpired())
            break;
        std::this_thread::sleep_for(kPause);
    }
    if (!lock->m_isBusy)
        registry().held.insert(storedPath, lock);
    return lock;
}

} // namespace hubdesk
