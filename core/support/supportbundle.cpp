// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/supportbundle.h"

#include "core/cache/diskerror.h"
#include "core/cache/folders.h"
#include "core/net/filedescriptor.h"

#include <KZip>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct BundleText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::SupportBundle)
};

bool aborted(const std::atomic_bool *abort)
{
    return abort && abort->load();
}

//! The archive in memory: a few MB at most, and what is written to the disk is then one plain file
//! whose errors are known.
QByteArray zipped(const std::vector<SupportPart> &parts, const std::atomic_bool *abort)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    KZip zip(&buffer);
    if (!zip.open(QIODevice::WriteOnly))
        return {};
    for (const SupportPart &part : parts) {
        if (aborted(abort) || !zip.writeFile(u"hubdesk-support/"_s + part.name, part.content))
            return {};
    }
    return zip.close() ? bytes : QByteArray();
}

//! 0, or the error number.
int writeAll(int fd, const QByteArray &bytes, const std::atomic_bool *abort)
{
    constexpr qsizetype kStep = 256 * 1024;
    qsizetype done = 0;
    while (done < bytes.size()) {
        if (aborted(abort))
            return ECANCELED;
        const ssize_t written =
            ::write(fd, bytes.constData() + done, size_t(qMin(kStep, bytes.size() - done)));
        if (written < 0 && errno != EINTR)
            return errno;
        done += qMax<ssize_t>(0, written);
    }
    return ::fsync(fd) == 0 ? 0 : errno;
}

} // namespace

QString supportBundleName(const QDateTime &now)
{
    return u"hubdesk-support-%1.zip"_s.arg(now.toString(u"yyyyMMdd-HHmmss"_s));
}

Result<void> writeSupportBundle(const QString &path, const std::vector<SupportPart> &parts,
                                bool replace, const std::atomic_bool *abort)
{
    const QByteArray bytes = zipped(parts, abort);
    if (aborted(abort))
        return failure(ErrorKind::Canceled, {});
    if (bytes.isEmpty())
        return failure(ErrorKind::File, BundleText::tr("The archive could not be made."));
    if (!replace && QFileInfo::exists(path))
        return failure(ErrorKind::Conflict, BundleText::tr("“%1” is there already.").arg(path));

    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + '.' + randomSuffix().toLatin1() + ".part";
    FileDescriptor file(
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isValid())
        return diskFailure(errno, path, bytes.size());
    int problem = writeAll(file.get(), bytes, abort);
    // Some network disks say only now that they are full.
    if (::close(file.release()) != 0 && problem == 0)
        problem = errno;
    if (problem == 0 && ::rename(temporary.constData(), target.constData()) != 0)
        problem = errno;
    if (problem == 0)
        return {};
    ::unlink(temporary.constData());
    if (problem == ECANCELED)
        return failure(ErrorKind::Canceled, {});
    return diskFailure(problem, path, bytes.size());
}

} // namespace hubdesk
