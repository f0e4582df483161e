// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobworkspace.h"

#include "core/cache/diskerror.h"
#include "core/log/categories.h"
#include "core/transfer/transfertexts.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! True when \a target now shares its content with \a source.
bool linkOrClone(const QByteArray &source, const QByteArray &target)
{
    // A clone first: it keeps the two caches apart when somebody writes into one of them.
    {
        const FileDescriptor from(::open(source.constData(), O_RDONLY | O_CLOEXEC));
        const FileDescriptor to(
            ::open(target.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
        if (from.isValid() && to.isValid() && ::ioctl(to.get(), FICLONE, from.get()) == 0)
            return true;
    }
    ::unlink(target.constData());
    // AT_SYMLINK_FOLLOW: newer official clients keep a link to a shared store in the place of the
    // blob.
    return ::linkat(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), AT_SYMLINK_FOLLOW)
        == 0;
}

} // namespace

BlobWorkspace::BlobWorkspace(CacheWriter writer, BlobSpec spec)
    : m_writer(std::move(writer)),
      m_spec(std::move(spec))
{ }

bool BlobWorkspace::isPresent() const
{
    // A blob of another length was damaged from outside: it is fetched again and replaced.
    const QFileInfo blob(m_writer.layout().blob(m_spec.repo, m_spec.etag));
    return !m_spec.force && blob.isFile() && blob.size() == m_spec.size;
}

Result<BlobWorkspace::Found> BlobWorkspace::open(bool segmented)
{
    const auto locked = m_lock.tryLock(m_writer.layout().lock(m_spec.repo, m_spec.etag));
    if (!locked)
        return std::unexpected(locked.error());
    if (*locked == FileLock::State::Busy)
        return Found::Busy;
    if (isPresent()) {
        if (const auto linked = link(false); !linked)
            return std::unexpected(linked.error());
        return Found::Present;
    }
    if (const auto opened = reopen(segmented); !opened)
        return std::unexpected(opened.error());
    return Found::Partial;
}

Result<void> BlobWorkspace::reopen(bool segmented)
{
    return m_partial.open(m_writer.layout(), m_spec.repo, m_spec.etag, m_spec.size, segmented);
}

Result<void> BlobWorkspace::write(qint64 offset, QByteArrayView data)
{
    if (offset + data.size() > m_spec.size)
        return failure(ErrorKind::Protocol,
                       TransferTexts::tooLong(m_spec.paths.first(), m_spec.size));
    return m_partial.write(offset, data);
}

Result<void> BlobWorkspace::publish(const QString &hash, bool keep)
{
    if (hash != m_spec.etag) {
        qCWarning(lcTransfer).noquote()
            << m_spec.repo.id << m_spec.paths.first() << "is not what the Hub announced: expected"
            << m_spec.etag << "got" << hash;
        if (!keep)
            m_partial.remove();
        return failure(ErrorKind::Integrity,
                       TransferTexts::wrongHash(m_spec.paths.first(), m_spec.etag, hash));
    }
    const QString path = m_partial.path();
    m_partial.close();
    if (const auto published = m_writer.publishBlob(m_spec.repo, m_spec.etag, path, true);
        !published)
        return published;
    // After the rename: a crash in between leaves a list of a file that is gone, which means
    // nothing.
    ::unlink(QFile::encodeName(RangeJournal::path(path)).constData());
    return link(true);
}

Result<bool> BlobWorkspace::adopt(const QString &source)
{
    const QByteArray target = QFile::encodeName(m_partial.path());
    m_partial.remove();
    if (!linkOrClone(QFile::encodeName(QFileInfo(source).canonicalFilePath()), target)) {
        ::unlink(target.constData());
        return false;
    }
    if (const auto published =
            m_writer.publishBlob(m_spec.repo, m_spec.etag, QFile::decodeName(target), true);
        !published)
        return std::unexpected(published.error());
    if (const auto linked = link(true); !linked)
        return std::unexpected(linked.error());
    return true;
}

Result<void> BlobWorkspace::link(bool blobIsNew) const
{
    // Where there are no links the first path gets the blob itself, so the others copy it before.
    for (qsizetype i = m_spec.paths.size() - 1; i >= 0; --i) {
        const auto linked = m_writer.linkPointer(m_spec.repo, m_spec.commit, m_spec.paths.at(i),
                                                 m_spec.etag, blobIsNew && i == 0);
        if (!linked)
            return linked;
    }
    return {};
}

void BlobWorkspace::close()
{
    m_partial.close();
    m_lock.unlock();
}

void removePartials(const CacheLayout &layout, const RepoId &repo, const QStringList &etags)
{
    for (const QString &etag : etags) {
        const QString path = PartialFile::path(layout, repo, etag);
        if (!QFileInfo::exists(path) && !QFileInfo::exists(RangeJournal::path(path)))
            continue;
        FileLock lock;
        const auto locked = lock.tryLock(layout.lock(repo, etag));
        if (locked && *locked == FileLock::State::Acquired)
            PartialFile::remove(layout, repo, etag);
    }
}

} // namespace hubdesk
