// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/filelock.h"

#include "core/cache/diskerror.h"
#include "core/cache/folders.h"
#include "core/net/filedescriptor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

namespace hubdesk {

namespace {

struct LockText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::FileLock)
};

// A holder that unlinks on release can win this often in a row before we say "busy".
constexpr int kOpenTries = 20;

FileDescriptor openLockFile(const QByteArray &name)
{
    // 0664 before the umask, as the official client makes it, so that a group can share a cache.
    FileDescriptor file(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0664));
    // The lock of another user may be readable only: flock(2) does not need write access.
    if (!file.isValid() && (errno == EACCES || errno == EROFS))
        file = FileDescriptor(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return file;
}

//! False when the file behind \a fd is no longer the one that \a name leads to: a previous holder
//! unlinked it, and the next process will lock a new file.
bool isStillNamed(int fd, const QByteArray &name)
{
    struct stat held = {};
    struct stat named = {};
    if (::fstat(fd, &held) != 0 || held.st_nlink == 0)
        return false;
    return ::stat(name.constData(), &named) == 0 && named.st_ino == held.st_ino
        && named.st_dev == held.st_dev;
}

} // namespace

FileLock::FileLock(FileLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{ }

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        unlock();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

FileLock::~FileLock()
{
    unlock();
}

Result<FileLock::State> FileLock::tryLock(const QString &path)
{
    Q_ASSERT(!isLocked());
    const QByteArray name = QFile::encodeName(path);
    for (int attempt = 0; attempt < kOpenTries; ++attempt) {
        FileDescriptor file = openLockFile(name);
        if (!file.isValid()) {
            if (errno != ENOENT)
                return diskFailure(errno, path);
            if (const auto made = makeFolders(QFileInfo(path).path()); !made)
                return std::unexpected(made.error());
            continue;
        }
        if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK)
                return State::Busy;
            if (errno == EINTR)
                continue;
            if (errno == ENOSYS || errno == EOPNOTSUPP || errno == ENOLCK) {
                return failure(ErrorKind::File,
                               LockText::tr("The disk that holds “%1” does not support file locks, "
                                            "which keep two programs from writing the same file.")
                                   .arg(path),
                               qt_error_string(errno));
            }
            return diskFailure(errno, path);
        }
        if (isStillNamed(file.get(), name)) {
            m_fd = file.release();
            return State::Acquired;
        }
    }
    return State::Busy;
}

void FileLock::unlock()
{
    if (m_fd < 0)
        return;
    // Closing alone would keep the lock while a forked child still has the descriptor.
    ::flock(m_fd, LOCK_UN);
    ::close(std::exchange(m_fd, -1));
}

} // namespace hubdesk
