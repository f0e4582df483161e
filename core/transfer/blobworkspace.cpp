// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobworkspace.h"

#include "core/cache/diskerror.h"
#include "core/log/categories.h"
#include "core/transfer/transfertexts.h"

#include <QFile>
#include <QFileInfo>

#include <vector>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr size_t kReadBlock = 1 << 20; // bytes

} // namespace

BlobWorkspace::BlobWorkspace(CacheWriter writer, BlobSpec spec)
    : m_writer(std::move(writer)),
      m_spec(std::move(spec)),
      m_hasher(Hasher::kindOf(m_spec.etag).value_or(Hasher::Kind::Sha256), m_spec.size)
{ }

bool BlobWorkspace::isPresent() const
{
    // A blob of another length was damaged from outside: it is fetched again and replaced.
    const QFileInfo blob(m_writer.layout().blob(m_spec.repo, m_spec.etag));
    return !m_spec.force && blob.isFile() && blob.size() == m_spec.size;
}

Result<BlobWorkspace::Found> BlobWorkspace::open()
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
    if (const auto opened =
            m_partial.open(m_writer.layout(), m_spec.repo, m_spec.etag, m_spec.size);
        !opened)
        return std::unexpected(opened.error());
    return Found::Partial;
}

Result<void> BlobWorkspace::hashFound(const std::function<bool(qint64)> &progress)
{
    std::vector<char> buffer(kReadBlock);
    m_hasher.reset();
    qint64 done = 0;
    while (done < m_partial.size()) {
        if (!progress(done))
            return failure(ErrorKind::Canceled, {});
        const auto got = m_partial.read(done, buffer);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            break;
        m_hasher.add(QByteArrayView(buffer.data(), *got));
        done += *got;
    }
    return {};
}

Result<void> BlobWorkspace::append(QByteArrayView data)
{
    if (m_partial.size() + data.size() > m_spec.size)
        return failure(ErrorKind::Protocol,
                       TransferTexts::tooLong(m_spec.paths.first(), m_spec.size));
    // While the bytes are in the processor's cache.
    const qint64 before = m_partial.size();
    const auto written = m_partial.append(data);
    m_hasher.add(data.first(m_partial.size() - before));
    return written;
}

Result<void> BlobWorkspace::restart()
{
    m_hasher.reset();
    if (const auto opened =
            m_partial.open(m_writer.layout(), m_spec.repo, m_spec.etag, m_spec.size);
        !opened)
        return opened;
    return m_partial.clear();
}

Result<void> BlobWorkspace::publish()
{
    const QString found = m_hasher.result();
    if (m_partial.size() != m_spec.size || found != m_spec.etag) {
        qCWarning(lcTransfer).noquote()
            << m_spec.repo.id << m_spec.paths.first() << "is not what the Hub announced: expected"
            << m_spec.etag << "of" << m_spec.size << "bytes, got" << found << "of"
            << m_partial.size() << "bytes";
        m_partial.remove();
        return failure(ErrorKind::Integrity,
                       TransferTexts::wrongHash(m_spec.paths.first(), m_spec.etag, found));
    }
    m_partial.close();
    if (const auto published =
            m_writer.publishBlob(m_spec.repo, m_spec.etag, m_partial.path(), true);
        !published)
        return published;
    return link(true);
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
        if (!QFileInfo::exists(path))
            continue;
        FileLock lock;
        const auto locked = lock.tryLock(layout.lock(repo, etag));
        if (locked && *locked == FileLock::State::Acquired)
            QFile::remove(path);
    }
}

} // namespace hubdesk
