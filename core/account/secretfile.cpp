// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/secretfile.h"

#include "core/net/filedescriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kFolderOfOwner = 0700;

struct FileTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::SecretFile)
};

std::unexpected<Error> cannotWrite(const QString &path, int problem)
{
    return failure(ErrorKind::File, FileTexts::tr("%1 cannot be written.").arg(path),
                   QString::fromLocal8Bit(std::strerror(problem)));
}

Result<void> makeOwnFolders(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    const QString parent = QFileInfo(folder).path();
    if (parent != folder) {
        if (auto made = makeOwnFolders(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(folder).constData(), kFolderOfOwner) != 0 && errno != EEXIST)
        return cannotWrite(folder, errno);
    return {};
}

Result<void> writeAll(int file, const QByteArray &content, const QString &path)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t written =
            ::write(file, content.constData() + done, static_cast<size_t>(content.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return cannotWrite(path, errno);
        done += written;
    }
    if (::fchmod(file, kOwnerOnly) != 0 || ::fsync(file) != 0)
        return cannotWrite(path, errno);
    return {};
}

} // namespace

Result<void> writeSecretFile(const QString &path, const QByteArray &content)
{
    const QFileInfo info(path);
    const QString target = info.isSymLink() && info.exists()
        ? info.canonicalFilePath()
        : QDir::cleanPath(info.absoluteFilePath());
    const QString folder = QFileInfo(target).path();
    if (auto made = makeOwnFolders(folder); !made)
        return made;
    const QString temporary =
        u"%1.%2.tmp"_s.arg(target, QUuid::createUuid().toString(QUuid::Id128));
    const QByteArray temporaryName = QFile::encodeName(temporary);
    {
        const FileDescriptor file(
            ::open(temporaryName.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
        if (file.get() < 0)
            return cannotWrite(target, errno);
        if (auto written = writeAll(file.get(), content, target); !written) {
            ::unlink(temporaryName.constData());
            return written;
        }
    }
    if (::rename(temporaryName.constData(), QFile::encodeName(target).constData()) != 0) {
        const int problem = errno;
        ::unlink(temporaryName.constData());
        return cannotWrite(target, problem);
    }
    const FileDescriptor parent(
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent.get() >= 0)
        ::fsync(parent.get()); // not every file system can
    const auto back = readSecretFile(target, content.size());
    if (!back || *back != content)
        return cannotWrite(target, EIO);
    return {};
}

Result<void> makeFolderOfOwner(const QString &path)
{
    return makeOwnFolders(QFileInfo(QDir::cleanPath(QFileInfo(path).absoluteFilePath())).path());
}

Result<QByteArray> readSecretFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File, FileTexts::tr("%1 cannot be read.").arg(path),
                       file.errorString());
    const QByteArray content = file.read(most + 1);
    // A file that was not read whole must not look like an empty one, which would be written back.
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::File, FileTexts::tr("%1 cannot be read.").arg(path),
                       file.errorString());
    if (content.size() > most)
        return failure(ErrorKind::File, FileTexts::tr("%1 is too long.").arg(path));
    return content;
}

Result<void> removeSecretFile(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) == 0 || errno == ENOENT)
        return {};
    return failure(ErrorKind::File, FileTexts::tr("%1 cannot be removed.").arg(path),
                   QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace hubdesk
