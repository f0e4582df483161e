// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/partialfile.h"

#include "core/cache/diskerror.h"
#include "core/cache/folders.h"
#include "core/log/categories.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kWriteBackStep = 8 * 1024 * 1024; // bytes: disk and network work at the same time
constexpr qint64 kScanAbove = 1024 * 1024; // bytes: below, looking costs more than fetching
constexpr qint64 kFlushStep = 64 * 1024 * 1024; // bytes that a power cut may cost

} // namespace

QString PartialFile::path(const CacheLayout &layout, const RepoId &repo, const QString &etag)
{
    const QByteArray digest =
        QCryptographicHash::hash("hubdesk/" + etag.toLatin1(), QCryptographicHash::Sha1).toHex();
    return layout.blob(repo, etag) + u'.' + QLatin1StringView(digest.constData(), 8)
        + ".incomplete"_L1;
}

QString PartialFile::findLeftOver(const CacheLayout &layout, const RepoId &repo,
                                  const QString &etag, qint64 size)
{
    const QString own = path(layout, repo, etag);
    QString best;
    qint64 bestSize = -1;
    const auto consider = [&](const QFileInfo &info) {
        if (info.isFile() && !info.isSymLink() && info.size() <= size && info.size() > bestSize) {
            bestSize = info.size();
            best = info.filePath();
        }
    };
    consider(QFileInfo(own));
    if (size < kScanAbove)
        return best;
    const QDir folder(layout.blobsFolder(repo));
    static const QRegularExpression suffix(u"^\\.([0-9a-f]{8}\\.)?incomplete$"_s);
    // One look at the folder: at most a handful of names begin with this etag.
    const auto names = folder.entryList({etag + ".*incomplete"_L1}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (suffix.matchView(QStringView(name).sliced(etag.size())).hasMatch())
            consider(QFileInfo(folder.filePath(name)));
    }
    return best;
}

Result<void> PartialFile::open(const CacheLayout &layout, const RepoId &repo, const QString &etag,
                               qint64 size)
{
    close();
    m_path = path(layout, repo, etag);
    m_expected = size;
    if (const auto made = makeFolders(layout.blobsFolder(repo)); !made)
        return made;
    if (size > 0) {
        const QString found = findLeftOver(layout, repo, etag, size);
        if (!found.isEmpty() && found != m_path) {
            qCInfo(lcTransfer).noquote() << repo.id << "takes over" << QFileInfo(found).fileName();
            if (::rename(QFile::encodeName(found).constData(),
                         QFile::encodeName(m_path).constData())
                != 0)
                return diskFailure(errno, found);
        }
    }
    const QByteArray name = QFile::encodeName(m_path);
    constexpr int kFlags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    m_file = FileDescriptor(::open(name.constData(), kFlags, 0666));
    // What another user left in a shared cache may be in the way: ours to delete, not to write.
    if (!m_file.isValid() && (errno == EACCES || errno == ELOOP) && ::unlink(name.constData()) == 0)
        m_file = FileDescriptor(::open(name.constData(), kFlags, 0666));
    if (!m_file.isValid())
        return diskFailure(errno, m_path);
    struct stat info = {};
    if (::fstat(m_file.get(), &info) != 0)
        return diskFailure(errno, m_path);
    m_size = m_writtenBack = m_flushed = info.st_size;
    m_brokenBy = 0;
    if (m_size > size) // cannot be a beginning of this content
        return clear();
    return {};
}

void PartialFile::remove()
{
    close();
    m_size = 0;
    if (!m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData());
}

Result<void> PartialFile::append(QByteArrayView data)
{
    if (m_brokenBy != 0)
        return broken(m_brokenBy);
    const char *at = data.data();
    qint64 left = data.size();
    while (left > 0) {
        const ssize_t written = ::pwrite(m_file.get(), at, static_cast<size_t>(left), m_size);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return broken(errno);
        }
        at += written;
        left -= written;
        m_size += written;
    }
    return writeBack();
}

std::unexpected<Error> PartialFile::broken(int systemError)
{
    m_brokenBy = systemError;
    return diskFailure(systemError, m_path, m_expected - m_size);
}

Result<void> PartialFile::writeBack()
{
    // Started early and without waiting, so that neither the flush before publishing nor a nearly
    // full page cache stops the download for long.
    if (m_size - m_writtenBack >= kWriteBackStep) {
        ::sync_file_range(m_file.get(), m_writtenBack, m_size - m_writtenBack,
                          SYNC_FILE_RANGE_WRITE);
        m_writtenBack = m_size;
    }
    if (m_size - m_flushed >= kFlushStep) {
        // The previous step, which the disk mostly has by now; waiting for the newest would stall.
        const qint64 end = m_size - kWriteBackStep;
        const int flushed = ::sync_file_range(m_file.get(), m_flushed, end - m_flushed,
                                              SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE
                                                  | SYNC_FILE_RANGE_WAIT_AFTER);
        // The kernel reports a lost block once, and the hash is of what was received: whoever
        // ignored this would publish a file that is damaged on the disk.
        if (flushed != 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT)) {
            const int code = errno;
            [[maybe_unused]] const int shortened = ::ftruncate(m_file.get(), m_flushed);
            return broken(code);
        }
        m_flushed = end;
    }
    return {};
}

Result<qint64> PartialFile::read(qint64 offset, std::span<char> buffer) const
{
    while (true) {
        const ssize_t got = ::pread(m_file.get(), buffer.data(), buffer.size(), offset);
        if (got >= 0)
            return got;
        if (errno != EINTR)
            return diskFailure(errno, m_path);
    }
}

Result<void> PartialFile::clear()
{
    if (::ftruncate(m_file.get(), 0) != 0)
        return diskFailure(errno, m_path);
    m_size = m_writtenBack = m_flushed = 0;
    m_brokenBy = 0;
    return {};
}

} // namespace hubdesk
