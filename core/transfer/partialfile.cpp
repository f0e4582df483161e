// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/partialfile.h"

#include "core/cache/diskerror.h"
#include "core/cache/folders.h"
#include "core/log/categories.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kWriteBackStep = 8 * 1024 * 1024; // bytes: disk and network work at the same time
constexpr qint64 kScanAbove = 1024 * 1024; // bytes: below, looking costs more than fetching

//! Makes \a journal with one block, from 0 to \a end, that nobody vouches for, in one step.
Result<void> noteUnchecked(const QString &journal, const QString &etag, qint64 size, qint64 end)
{
    const QString scratch = journal + ".new"_L1;
    RangeJournal made;
    if (const auto opened = made.open(scratch, etag, size, end); !opened)
        return std::unexpected(opened.error());
    if (const auto cleared = made.clear(); !cleared) // what a kill left under this name
        return cleared;
    if (const auto noted = made.append({{0, end}, 0, false}); !noted)
        return noted;
    made.close();
    if (::rename(QFile::encodeName(scratch).constData(), QFile::encodeName(journal).constData())
        != 0)
        return diskFailure(errno, journal);
    return {};
}

//! Of a folder with many thousand entries only a handful begins like that; the others are neither
//! looked at nor sorted.
QStringList namesThatBegin(const QString &folder, const QString &beginning)
{
    struct Close
    {
        void operator()(DIR *stream) const { ::closedir(stream); }
    };
    QStringList names;
    const QByteArray start = QFile::encodeName(beginning);
    const std::unique_ptr<DIR, Close> stream(::opendir(QFile::encodeName(folder).constData()));
    while (const dirent *entry = stream ? ::readdir(stream.get()) : nullptr) {
        const QByteArrayView name(static_cast<const char *>(entry->d_name));
        if (name.startsWith(start))
            names << QFile::decodeName(name.toByteArray());
    }
    return names;
}

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
    QString own = path(layout, repo, etag);
    if (QFileInfo(own).isFile() && QFileInfo(RangeJournal::path(own)).isFile())
        return own;
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
    const QString folder = layout.blobsFolder(repo);
    static const QRegularExpression suffix(u"^\\.([0-9a-f]{8}\\.)?incomplete$"_s);
    for (const QString &name : namesThatBegin(folder, etag + u'.')) {
        if (suffix.matchView(QStringView(name).sliced(etag.size())).hasMatch())
            consider(QFileInfo(folder + u'/' + name));
    }
    return best;
}

qint64 PartialFile::bytesLeftOver(const CacheLayout &layout, const RepoId &repo,
                                  const QString &etag, qint64 size)
{
    const QString found = findLeftOver(layout, repo, etag, size);
    if (found.isEmpty())
        return 0;
    // Blocks rather than length: a file with a journal may have holes.
    struct stat info = {};
    if (::stat(QFile::encodeName(found).constData(), &info) != 0)
        return 0;
    return std::min({qint64(info.st_size), qint64(info.st_blocks) * 512, size});
}

void PartialFile::remove(const QString &path)
{
    ::unlink(QFile::encodeName(path).constData());
    ::unlink(QFile::encodeName(RangeJournal::path(path)).constData());
}

Result<void> PartialFile::open(const CacheLayout &layout, const RepoId &repo, const QString &etag,
                               qint64 size, bool segmented)
{
    const QString own = path(layout, repo, etag);
    if (const auto made = makeFolders(layout.blobsFolder(repo)); !made)
        return made;
    const QString left = size > 0 ? findLeftOver(layout, repo, etag, size) : QString();
    if (!left.isEmpty() && left != own) {
        qCInfo(lcTransfer).noquote() << repo.id << "takes over" << QFileInfo(left).fileName();
        // A journal without its file speaks of another one: gone before the new file has the name.
        ::unlink(QFile::encodeName(RangeJournal::path(own)).constData());
        if (::rename(QFile::encodeName(left).constData(), QFile::encodeName(own).constData()) != 0)
            return diskFailure(errno, left);
    }
    return openAt(own, etag, size, segmented);
}

Result<void> PartialFile::openAt(const QString &path, const QString &etag, qint64 size,
                                 bool segmented)
{
    close();
    m_path = path;
    m_expected = size;
    m_brokenBy = 0;
    const QString journal = RangeJournal::path(m_path);
    const bool known = QFileInfo(journal).isFile();
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
    m_end = info.st_size;
    // What was taken over is in the journal from its first instant: one without it, left by a kill
    // in between, would say that nothing is there.
    if (segmented && !known && m_end > 0 && m_end <= size) {
        if (const auto noted = noteUnchecked(journal, etag, size, m_end); !noted)
            return noted;
    }
    if (segmented || known) {
        auto blocks = m_journal.open(journal, etag, size, m_end);
        if (!blocks)
            return std::unexpected(blocks.error());
        m_found = std::move(*blocks);
    }
    if (m_end > size) // cannot be a beginning of this content
        return clear();
    if (m_end > 0 && !m_journal.isOpen())
        m_found.push_back({{0, m_end}, 0, false});
    return {};
}

void PartialFile::close()
{
    m_file.reset();
    m_journal.close();
    m_found.clear();
    m_unsent.clear();
    m_end = m_written = 0;
}

void PartialFile::remove()
{
    close();
    if (m_path.isEmpty())
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    const QString journal = RangeJournal::path(m_path);
    ::unlink(QFile::encodeName(journal).constData());
    ::unlink(QFile::encodeName(journal + ".new"_L1).constData());
}

Result<void> PartialFile::write(qint64 offset, QByteArrayView data)
{
    if (m_brokenBy != 0)
        return broken(m_brokenBy);
    Q_ASSERT(m_journal.isOpen() || offset == m_end);
    const ByteRange range{offset, offset + data.size()};
    const char *at = data.data();
    qint64 left = data.size();
    while (left > 0) {
        const ssize_t written = ::pwrite(m_file.get(), at, static_cast<size_t>(left), offset);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return broken(errno);
        }
        at += written;
        left -= written;
        offset += written;
        m_written += written;
    }
    m_end = std::max(m_end, range.end);
    if (m_journal.isOpen()) {
        if (const auto noted = m_journal.append({range, blockChecksum(data), true}); !noted) {
            m_brokenBy = ENOSPC; // whatever it was, it was the disk
            return noted;
        }
    }
    // Started early and without waiting, so that neither the flush before publishing nor a nearly
    // full page cache stops the download for long. A block that the disk loses is reported by that
    // flush.
    m_unsent.add(range);
    if (m_unsent.total() >= kWriteBackStep) {
        for (const ByteRange &part : m_unsent.ranges())
            ::sync_file_range(m_file.get(), part.begin, part.size(), SYNC_FILE_RANGE_WRITE);
        m_unsent.clear();
    }
    return {};
}

std::unexpected<Error> PartialFile::broken(int systemError)
{
    m_brokenBy = systemError;
    return diskFailure(systemError, m_path, m_expected - m_written);
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
    m_found.clear();
    m_unsent.clear();
    m_end = 0;
    m_brokenBy = 0;
    // The journal first: it must never speak of bytes that are gone.
    if (m_journal.isOpen()) {
        if (const auto cleared = m_journal.clear(); !cleared)
            return cleared;
    }
    if (::ftruncate(m_file.get(), 0) != 0)
        return diskFailure(errno, m_path);
    return {};
}

Result<void> PartialFile::dropUnchecked()
{
    // Its bytes stay where they are until they are overwritten; without a journal that means from
    // the start.
    if (!m_journal.isOpen())
        return clear();
    auto blocks = m_journal.open(m_journal.path(), m_journal.etag(), m_expected, m_end);
    if (!blocks)
        return std::unexpected(blocks.error());
    if (const auto cleared = m_journal.clear(); !cleared)
        return cleared;
    std::erase_if(*blocks, [](const RangeJournal::Block &block) { return !block.checked; });
    for (const RangeJournal::Block &block : *blocks) {
        if (const auto noted = m_journal.append(block); !noted)
            return noted;
    }
    m_found = std::move(*blocks);
    return {};
}

} // namespace hubdesk
