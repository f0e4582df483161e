// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/folders.h"

#include "core/cache/diskerror.h"
#include "core/net/filedescriptor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

Result<void> flush(const QString &path, int flags)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC));
    if (!file.isValid())
        return diskFailure(errno, path);
    // Some network and FUSE file systems refuse to flush; there is nothing better to be done there.
    if (::fsync(file.get()) != 0 && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
        return diskFailure(errno, path);
    return {};
}

} // namespace

Result<void> makeFolders(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0777) == 0)
        return {};
    const int code = errno;
    if (code == ENOENT) {
        const QString parent = QFileInfo(path).path();
        if (parent == path)
            return diskFailure(code, path);
        if (const auto made = makeFolders(parent); !made)
            return made;
        if (::mkdir(name.constData(), 0777) == 0)
            return {};
    }
    // Somebody else may have made it meanwhile; a read-only disk answers EROFS for what exists.
    struct stat info = {};
    const int second = errno;
    if (::stat(name.constData(), &info) == 0)
        return S_ISDIR(info.st_mode) ? Result<void>() : diskFailure(ENOTDIR, path);
    return diskFailure(second == EEXIST ? ENOTDIR : second, path);
}

Result<void> flushFolder(const QString &path)
{
    return flush(path, O_RDONLY | O_DIRECTORY);
}

Result<void> flushFile(const QString &path)
{
    return flush(path, O_RDONLY | O_NOFOLLOW);
}

QString randomSuffix()
{
    return u"%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

} // namespace hubdesk
