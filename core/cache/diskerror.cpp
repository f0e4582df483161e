// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/diskerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct DiskText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::DiskError)
};

//! The nearest ancestor of \a path, itself included, that exists.
QString existingAncestor(const QString &path)
{
    QString at = QDir::cleanPath(path);
    while (!QFileInfo::exists(at)) {
        const QString parent = QFileInfo(at).path();
        if (parent == at)
            break;
        at = parent;
    }
    return at;
}

QString fullDiskText(const QString &path, qint64 bytesNeeded)
{
    const qint64 available = availableBytes(path);
    if (bytesNeeded > 0 && available >= 0 && available < bytesNeeded) {
        return DiskText::tr("The disk is full: %1 more are needed in “%2”.")
            .arg(QLocale().formattedDataSize(bytesNeeded - available, 1, QLocale::DataSizeSIFormat),
                 existingAncestor(path));
    }
    return DiskText::tr(
               "The disk is full: nothing more can be written to “%1”. Free some space and "
               "try again.")
        .arg(existingAncestor(path));
}

QString textFor(int systemError, const QString &path, qint64 bytesNeeded)
{
    switch (systemError) {
    case ENOSPC:
        return fullDiskText(path, bytesNeeded);
    case EDQUOT:
        return DiskText::tr("Your disk quota is used up: nothing more can be written to “%1”.")
            .arg(existingAncestor(path));
    case EROFS:
        return DiskText::tr("“%1” is on a read-only disk.").arg(path);
    case EACCES:
    case EPERM:
        return DiskText::tr("You do not have permission to use “%1”.").arg(path);
    case ENAMETOOLONG:
        return DiskText::tr("The name of “%1” is too long for this disk.").arg(path);
    case ENOTDIR:
        return DiskText::tr("“%1” is a file, but a folder is needed there.")
            .arg(existingAncestor(path));
    case EISDIR:
    case ENOTEMPTY:
        return DiskText::tr("“%1” is a folder, but a file is needed there.").arg(path);
    case ELOOP:
        return DiskText::tr("“%1” is a link that leads back to itself.").arg(path);
    case EMFILE:
    case ENFILE:
        return DiskText::tr("Too many files are open. Close other programs and try again.");
    case ENOENT:
        return DiskText::tr("“%1” does not exist any more.").arg(path);
    case EIO:
        return DiskText::tr("The disk reports an error at “%1”.").arg(path);
    default:
        return DiskText::tr("“%1” cannot be used: %2.").arg(path, qt_error_string(systemError));
    }
}

} // namespace

qint64 availableBytes(const QString &path)
{
    struct statvfs info = {};
    if (::statvfs(QFile::encodeName(existingAncestor(path)).constData(), &info) != 0)
        return -1;
    return static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize);
}

quint64 volumeId(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(existingAncestor(path)).constData(), &info) != 0)
        return 0;
    return info.st_dev;
}

QString volumeRoot(const QString &path)
{
    return QStorageInfo(existingAncestor(path)).rootPath();
}

Error diskError(int systemError, const QString &path, qint64 bytesNeeded)
{
    Error error;
    error.kind = ErrorKind::File;
    if (systemError == ENOSPC || systemError == EDQUOT)
        error.code = kNoSpace;
    error.message = textFor(systemError, path, bytesNeeded);
    error.detail = u"%1 (%2)"_s.arg(qt_error_string(systemError), path);
    return error;
}

} // namespace hubdesk
