// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobworkspace.h"

#include "core/cache/diskerror.h"
#include "core/cache/filecopy.h"
#include "core/cache/filehash.h"
#include "core/log/categories.h"
#include "core/transfer/blobelsewhere.h"
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

BlobWorkspace::BlobWorkspace(CacheWriter writer, BlobSpec spec, const std::atomic_bool *stop)
    : m_writer(std::move(writer)),
      m_spec(std::move(spec)),
      m_stop(stop)
{
    if (!m_spec.localFolder.isEmpty())
        m_local.emplace(LocalFolder(m_spec.localFolder), m_spec);
}

QString BlobWorkspace::lockPath(const CacheLayout &layout, const BlobSpec &spec)
{
    return spec.localFolder.isEmpty() ? layout.lock(spec.repo, spec.etag)
                                      : LocalTarget(LocalFolder(spec.localFolder), spec).lockPath();
}

bool BlobWorkspace::isPresent() const
{
    // A blob of another length was damaged from outside: it is fetched again and replaced.
    const QFileInfo blob(m_writer.layout().blob(m_spec.repo, m_spec.etag));
    return !m_spec.force && blob.isFile() && blob.size() == m_spec.size;
}

Result<BlobWorkspace::Found> BlobWorkspace::openLocal(bool segmented)
{
    const auto goOn = [this](qint64) { return !*m_stop; };
    const auto found = m_local->open(goOn);
    if (!found)
        return std::unexpected(found.error());
    switch (*found) {
    case LocalTarget::Found::Busy:
        return Found::Busy;
    case LocalTarget::Found::Present:
        return Found::Present;
    case LocalTarget::Found::Partial:
        break;
    }
    // What the cache has is not fetched (reference: files 4.5, step 5), unless much of it is here
    // already.
    const CacheLayout &layout = m_writer.layout();
    for (const QString &blob : QStringList{layout.blob(m_spec.repo, m_spec.etag)}
             + ownBlobs(layout, m_spec.repo, m_spec.etag)) {
        const auto taken = m_local->takeFrom(blob, goOn);
        if (!taken)
            return std::unexpected(taken.error());
        if (*taken)
            return Found::Present;
    }
    if (const auto opened = reopen(segmented); !opened)
        return std::unexpected(opened.error());
    return Found::Partial;
}

Result<BlobWorkspace::Found> BlobWorkspace::open(bool segmented)
{
    if (m_local)
        return openLocal(segmented);
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
    if (m_local)
        return m_partial.openAt(m_local->partialPath(), m_spec.etag, m_spec.size, segmented);
    return m_partial.open(m_writer.layout(), m_spec.repo, m_spec.etag, m_spec.size, segmented);
}

Result<void> BlobWorkspace::write(qint64 offset, QByteArrayView data)
{
    if (offset + data.size() > m_spec.size)
        return failure(ErrorKind::Protocol,
                       TransferTexts::tooLong(m_spec.paths.first(), m_spec.size));
    return m_partial.write(offset, data);
}

Result<bool> BlobWorkspace::differs(qint64 offset, QByteArrayView data) const
{
    QByteArray there(data.size(), Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < there.size()) {
        const auto got =
            m_partial.read(offset + filled, std::span(there).subspan(static_cast<size_t>(filled)));
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return true;
        filled += *got;
    }
    return there != data;
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
    if (m_local) {
        const auto published = m_local->publish();
        if (published)
            ::unlink(QFile::encodeName(RangeJournal::path(path)).constData());
        return published;
    }
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
    // Under a name of its own until it is known to work: what is there of the file may be all there
    // will be.
    const QString scratch = m_partial.path() + ".link"_L1;
    const QByteArray target = QFile::encodeName(scratch);
    ::unlink(target.constData());
    const QString file = QFileInfo(source).canonicalFilePath();
    if (!linkOrClone(QFile::encodeName(file), target) && !copy(file, scratch)) {
        ::unlink(target.constData());
        return false;
    }
    if (const auto published = m_writer.publishBlob(m_spec.repo, m_spec.etag, scratch, true);
        !published) {
        ::unlink(target.constData());
        return std::unexpected(published.error());
    }
    m_partial.remove();
    if (const auto linked = link(true); !linked)
        return std::unexpected(linked.error());
    return true;
}

//! Another disk. Why it failed does not matter: what is fetched instead will fail for the same
//! reason, or not.
bool BlobWorkspace::copy(const QString &source, const QString &target) const
{
    const auto goOn = [this](qint64) { return !*m_stop; };
    if (!copyToNewFile(source, target, goOn))
        return false;
    const auto hash = hashOfFile(target, *Hasher::kindOf(m_spec.etag), goOn);
    return hash && *hash == m_spec.etag;
}

Result<void> BlobWorkspace::link(bool blobIsNew) const
{
    return m_writer.linkPointers(m_spec.repo, m_spec.commit, m_spec.paths, m_spec.etag, blobIsNew);
}

void BlobWorkspace::close()
{
    m_partial.close();
    m_lock.unlock();
    if (m_local)
        m_local->close();
}

void removePartials(const CacheLayout &layout, const std::vector<BlobSpec> &blobs)
{
    for (const BlobSpec &spec : blobs) {
        const QString path = spec.localFolder.isEmpty()
            ? PartialFile::path(layout, spec.repo, spec.etag)
            : LocalTarget(LocalFolder(spec.localFolder), spec).partialPath();
        if (!QFileInfo::exists(path) && !QFileInfo::exists(RangeJournal::path(path)))
            continue;
        FileLock lock;
        const auto locked = lock.tryLock(BlobWorkspace::lockPath(layout, spec));
        if (locked && *locked == FileLock::State::Acquired)
            PartialFile::remove(path);
    }
}

} // namespace hubdesk
