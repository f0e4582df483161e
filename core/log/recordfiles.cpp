// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/recordfiles.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr mode_t kOnlyUser = 0600;
constexpr int kMostFiles = 16; // a reader does not know how many were configured
constexpr qint64 kMostRead = 4'000'000; // bytes of one file

QByteArray nameOf(const QByteArray &folder, int number)
{
    return number == 0 ? folder + "/requests.jsonl"
                       : folder + "/requests." + QByteArray::number(number) + ".jsonl";
}

//! The lock beside the files, held until it goes out of scope.
class FolderLock
{
public:
    FolderLock(const QByteArray &folder, int operation)
        : m_fd(::open((folder + "/requests.lock").constData(),
                      O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kOnlyUser)),
          m_locked(m_fd >= 0 && ::flock(m_fd, operation) == 0)
    { }
    ~FolderLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

    [[nodiscard]] bool isLocked() const { return m_locked; }

private:
    int m_fd;
    bool m_locked;
};

} // namespace

RecordFiles::RecordFiles(const QString &folder, qint64 fileBytes, int files)
    : m_folder(QFile::encodeName(folder)),
      m_fileBytes(fileBytes),
      m_files(qBound(1, files, kMostFiles))
{ }

RecordFiles::~RecordFiles()
{
    close();
}

void RecordFiles::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

bool RecordFiles::open()
{
    const QByteArray path = nameOf(m_folder, 0);
    constexpr int kFlags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    m_fd = ::open(path.constData(), kFlags, kOnlyUser);
    if (m_fd < 0 && errno == ENOENT) {
        QDir().mkpath(QFile::decodeName(m_folder));
        m_fd = ::open(path.constData(), kFlags, kOnlyUser);
    }
    // A file that was made by somebody else, or restored from a backup.
    return m_fd >= 0 && ::fchmod(m_fd, kOnlyUser) == 0;
}

bool RecordFiles::isCurrent() const
{
    struct stat ours = {};
    struct stat named = {};
    return ::fstat(m_fd, &ours) == 0 && ::stat(nameOf(m_folder, 0).constData(), &named) == 0
        && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

void RecordFiles::roll()
{
    // Somebody who holds the lock is rolling or reading: the next batch comes soon enough.
    const FolderLock lock(m_folder, LOCK_EX | LOCK_NB);
    if (!lock.isLocked() || !isCurrent())
        return;
    for (int number = m_files - 1; number > 0; --number)
        ::rename(nameOf(m_folder, number - 1).constData(), nameOf(m_folder, number).constData());
    if (m_files == 1)
        ::unlink(nameOf(m_folder, 0).constData());
}

bool RecordFiles::append(const QByteArray &lines)
{
    // Another program may have rolled, or the user cleaned up.
    if (m_fd >= 0 && !isCurrent())
        close();
    if (m_fd < 0 && !open())
        return false;
    struct stat info = {};
    if (::fstat(m_fd, &info) == 0 && info.st_size > 0
        && info.st_size + lines.size() > m_fileBytes) {
        roll();
        close();
        if (!open())
            return false;
    }
    const ssize_t written = ::write(m_fd, lines.constData(), size_t(lines.size()));
    if (written == lines.size())
        return true;
    // Half a line would spoil the next one.
    if (written > 0 && ::write(m_fd, "\n", 1) != 1)
        close();
    return false;
}

QList<QByteArray> RecordFiles::read(const QString &folder)
{
    QList<QByteArray> lines;
    const QByteArray path = QFile::encodeName(folder);
    if (!QDir(folder).exists())
        return lines;
    const FolderLock lock(path, LOCK_SH);
    for (int number = kMostFiles - 1; number >= 0; --number) {
        QFile file(QFile::decodeName(nameOf(path, number)));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.read(kMostRead).split('\n')) {
            if (!line.isEmpty())
                lines.append(line);
        }
    }
    return lines;
}

} // namespace hubdesk
