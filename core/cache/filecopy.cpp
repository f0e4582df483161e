// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/filecopy.h"

#include "core/cache/diskerror.h"
#include "core/net/filedescriptor.h"

#include <QFile>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <vector>

namespace hubdesk {

namespace {

constexpr size_t kBlock = 1 << 20; // bytes

Result<void> writeAll(int fd, const char *data, size_t size, const QString &path, qint64 needed)
{
    while (size > 0) {
        const ssize_t written = ::write(fd, data, size);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return diskFailure(errno, path, needed);
        }
        data += written;
        size -= static_cast<size_t>(written);
    }
    return {};
}

Result<void> flush(int fd, const QString &path)
{
    if (::fsync(fd) != 0 && errno != EINVAL && errno != ENOSYS)
        return diskFailure(errno, path);
    return {};
}

Result<void> copyContent(int source, int target, qint64 size, const QString &from,
                         const QString &to, const std::function<bool(qint64)> &copied)
{
    if (::ioctl(target, FICLONE, source) == 0) {
        if (copied && !copied(size))
            return failure(ErrorKind::Canceled, {});
        return {};
    }
    std::vector<char> buffer(kBlock);
    qint64 left = size;
    while (true) {
        const ssize_t got = ::read(source, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diskFailure(errno, from);
        if (got == 0)
            return {};
        if (const auto written =
                writeAll(target, buffer.data(), static_cast<size_t>(got), to, left);
            !written)
            return written;
        left -= got;
        if (copied && !copied(got))
            return failure(ErrorKind::Canceled, {});
    }
}

FileDescriptor newFile(const QString &path)
{
    return FileDescriptor(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
}

} // namespace

Result<void> copyToNewFile(const QString &from, const QString &to,
                           const std::function<bool(qint64)> &copied)
{
    const FileDescriptor source(::open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC));
    struct stat info = {};
    if (!source.isValid() || ::fstat(source.get(), &info) != 0)
        return diskFailure(errno, from);
    if (S_ISDIR(info.st_mode))
        return diskFailure(EISDIR, from);
    const FileDescriptor target = newFile(to);
    if (!target.isValid())
        return diskFailure(errno, to);
    auto done = copyContent(source.get(), target.get(), info.st_size, from, to, copied);
    if (done)
        done = flush(target.get(), to);
    if (!done)
        ::unlink(QFile::encodeName(to).constData());
    return done;
}

Result<void> replaceFile(const QString &path, const QByteArray &content, const QString &scratch)
{
    const FileDescriptor file = newFile(scratch);
    if (!file.isValid())
        return diskFailure(errno, scratch);
    auto written = writeAll(file.get(), content.constData(), static_cast<size_t>(content.size()),
                            path, content.size());
    if (written
        && ::rename(QFile::encodeName(scratch).constData(), QFile::encodeName(path).constData())
            != 0)
        written = diskFailure(errno, path);
    if (!written)
        ::unlink(QFile::encodeName(scratch).constData());
    return written;
}

} // namespace hubdesk
