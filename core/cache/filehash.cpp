// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/filehash.h"

#include "core/cache/diskerror.h"
#include "core/net/filedescriptor.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <vector>

namespace hubdesk {

namespace {

constexpr size_t kBlock = 1 << 20; // bytes

} // namespace

Result<QString> hashOfFile(const QString &path, Hasher::Kind kind,
                           const std::function<bool(qint64)> &read)
{
    // Without waiting: a pipe or device in the place of a file must not hold everything up.
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info = {};
    if (!file.isValid() || ::fstat(file.get(), &info) != 0)
        return diskFailure(errno, path);
    if (!S_ISREG(info.st_mode))
        return diskFailure(S_ISDIR(info.st_mode) ? EISDIR : EINVAL, path);
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Hasher hasher(kind, info.st_size);
    std::vector<char> buffer(kBlock);
    while (true) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diskFailure(errno, path);
        if (got == 0)
            return hasher.result();
        hasher.add(QByteArrayView(buffer.data(), got));
        if (read && !read(got))
            return failure(ErrorKind::Canceled, {});
    }
}

} // namespace hubdesk
