// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachewriter.h"

#include "core/cache/diskerror.h"
#include "core/cache/filecopy.h"
#include "core/cache/folders.h"
#include "core/cache/symlinkprobe.h"
#include "core/net/filedescriptor.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct WriterText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CacheWriter)
};

//! Commit hashes and etags become names of files: nothing that comes from a server may leave the
//! folder.
Result<void> checkName(const QString &name)
{
    const bool isPlain = !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'-' || c == u'_' || c == u'.' || c == u':';
    }) && !name.startsWith(u'.');
    if (isPlain)
        return {};
    return failure(
        ErrorKind::Invalid,
        WriterText::tr("The Hub named a file “%1”, which cannot be kept in the cache.").arg(name));
}

Result<void> removeQuietly(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return diskFailure(errno, path);
    return {};
}

Result<void> renameFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    const int code = errno;
    struct stat info = {};
    const bool folderInTheWay =
        ::lstat(QFile::encodeName(to).constData(), &info) == 0 && S_ISDIR(info.st_mode);
    return diskFailure(folderInTheWay ? EISDIR : code, to);
}

Result<void> writeAll(int fd, const char *data, size_t size, const QString &path, qint64 needed)
{
    while (size > 0) {
        const ssize_t written = ::write(fd, data, size);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return diskFailure(errno, path, needed);
        }
        data += written;
        size -= static_cast<size_t>(written);
    }
    return {};
}

//! Makes the file \a path with \a content and flushes it.
Result<void> writeNewFile(const QString &path, const QByteArray &content)
{
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.isValid())
        return diskFailure(errno, path);
    if (const auto written = writeAll(file.get(), content.constData(),
                                      static_cast<size_t>(content.size()), path, content.size());
        !written)
        return written;
    if (::fsync(file.get()) != 0 && errno != EINVAL && errno != ENOSYS)
        return diskFailure(errno, path);
    return {};
}

std::optional<QByteArray> linkContent(const QByteArray &name)
{
    std::array<char, 4096> buffer = {};
    const ssize_t size = ::readlink(name.constData(), buffer.data(), buffer.size());
    if (size < 0)
        return std::nullopt;
    return QByteArray(buffer.data(), size);
}

enum class Linked { Yes, NotSupported };

//! A name for a moment, beside the blobs: a crash must not leave a stray file in the snapshot.
QString scratchName(const QString &blob)
{
    return blob + u'.' + randomSuffix() + ".tmp"_L1;
}

//! Makes or replaces the link \a pointer in one step; \a blob is what \a target leads to.
Result<Linked> makeLink(const QString &pointer, const QString &target, const QString &blob)
{
    const QByteArray name = QFile::encodeName(pointer);
    const QByteArray content = QFile::encodeName(target);
    if (::symlink(content.constData(), name.constData()) == 0)
        return Linked::Yes;
    if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)
        return Linked::NotSupported;
    if (errno != EEXIST)
        return diskFailure(errno, pointer);
    if (linkContent(name) == content)
        return Linked::Yes;
    struct stat info = {};
    if (::lstat(name.constData(), &info) == 0 && S_ISDIR(info.st_mode))
        return diskFailure(EISDIR, pointer);
    const QString scratch = scratchName(blob);
    if (::symlink(content.constData(), QFile::encodeName(scratch).constData()) != 0)
        return diskFailure(errno, scratch);
    if (const auto renamed = renameFile(scratch, pointer); !renamed) {
        ::unlink(QFile::encodeName(scratch).constData());
        return std::unexpected(renamed.error());
    }
    return Linked::Yes;
}

//! Writes the content of \a blob under its partial name and has the disk begin with it.
Result<void> writePartial(const NewBlob &blob, FileDescriptor &file)
{
    const QByteArray name = QFile::encodeName(blob.partialPath);
    constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
    file = FileDescriptor(::open(name.constData(), kFlags, 0666));
    // What another user left in a shared cache may be in the way: ours to delete, not to write.
    if (!file.isValid() && (errno == EACCES || errno == ELOOP) && ::unlink(name.constData()) == 0)
        file = FileDescriptor(::open(name.constData(), kFlags, 0666));
    if (!file.isValid())
        return diskFailure(errno, blob.partialPath);
    auto written =
        writeAll(file.get(), blob.content.data(), static_cast<size_t>(blob.content.size()),
                 blob.partialPath, blob.content.size());
    if (written)
        ::sync_file_range(file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
    else
        ::unlink(name.constData());
    return written;
}

//! Closes \a file when the disk has all of it.
Result<void> flushContent(const NewBlob &blob, FileDescriptor &file)
{
    const FileDescriptor closing = std::move(file);
    // Size and place of the content count as data here; times do not matter.
    if (::fdatasync(closing.get()) == 0 || errno == EINVAL || errno == ENOSYS
        || errno == EOPNOTSUPP)
        return {};
    const int code = errno;
    ::unlink(QFile::encodeName(blob.partialPath).constData());
    return diskFailure(code, blob.partialPath, blob.content.size());
}

} // namespace

Result<void> CacheWriter::writeRef(const RepoId &repo, const QString &revision,
                                   const QString &commit) const
{
    if (const auto valid = checkName(commit); !valid)
        return valid;
    if (const auto valid = checkRevision(revision); !valid)
        return valid;
    if (const auto made = makeFolders(m_layout.snapshot(repo, commit)); !made)
        return made;
    if (revision == commit)
        return {};
    const QString path = m_layout.ref(repo, revision);
    const QByteArray content = commit.toLatin1();
    if (QFile old(path);
        QFileInfo(path).isFile() && old.open(QIODevice::ReadOnly) && old.readAll() == content)
        return {};
    if (const auto made = makeFolders(QFileInfo(path).path()); !made)
        return made;
    // A power cut must not keep the ref and lose the folder.
    for (const QString &folder :
         {m_layout.repoFolder(repo), QFileInfo(m_layout.snapshot(repo, commit)).path()}) {
        if (const auto flushed = flushFolder(folder); !flushed)
            return flushed;
    }
    // Not beside the ref: a scan takes every file below refs/ for a ref, and half-written ones for
    // damage.
    const QString scratch = m_layout.repoFolder(repo) + "/.ref."_L1 + randomSuffix() + ".tmp"_L1;
    auto written = writeNewFile(scratch, content);
    if (written)
        written = renameFile(scratch, path);
    if (!written) {
        ::unlink(QFile::encodeName(scratch).constData());
        return written;
    }
    return flushFolder(QFileInfo(path).path());
}

Result<void> CacheWriter::publishBlob(const RepoId &repo, const QString &etag,
                                      const QString &partialPath, bool replace) const
{
    if (const auto valid = checkName(etag); !valid)
        return valid;
    const QString path = m_layout.blob(repo, etag);
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return diskFailure(EISDIR, path);
        if (!replace)
            return removeQuietly(partialPath);
    }
    if (const auto made = makeFolders(m_layout.blobsFolder(repo)); !made)
        return made;
    if (const auto flushed = flushFile(partialPath); !flushed)
        return flushed;
    if (const auto renamed = renameFile(partialPath, path); !renamed)
        return renamed;
    return flushFolder(m_layout.blobsFolder(repo));
}

// The order of the steps, and why it holds through a power cut: the content is written under a name
// that every client takes for an unfinished download, and gets the blob's name only when the disk
// has said that it has the content, so the blob's name never stands for anything else. The folder
// is flushed before the first link is made, so no link leads to a name that the cut takes back. A
// cut in between leaves partial files, which the next download of the blob replaces, or finished
// blobs without links, which it only has to link. What is done for all blobs before the next step
// begins is what saves the time: the disk writes the contents together, and most of the flushes
// find theirs written already.
void CacheWriter::publishAll(const RepoId &repo, const QString &commit,
                             std::span<NewBlob> blobs) const
{
    const auto made = makeFolders(m_layout.blobsFolder(repo));
    std::vector<FileDescriptor> files(blobs.size());
    for (size_t i = 0; i < blobs.size(); ++i) {
        blobs[i].result = made ? checkName(blobs[i].etag) : made;
        if (blobs[i].result)
            blobs[i].result = writePartial(blobs[i], files[i]);
    }
    for (size_t i = 0; i < blobs.size(); ++i) {
        if (blobs[i].result)
            blobs[i].result = flushContent(blobs[i], files[i]);
    }
    bool isAnyNamed = false;
    for (NewBlob &blob : blobs) {
        if (!blob.result)
            continue;
        blob.result = renameFile(blob.partialPath, m_layout.blob(repo, blob.etag));
        isAnyNamed |= blob.result.has_value();
    }
    if (!isAnyNamed)
        return;
    const auto flushed = flushFolder(m_layout.blobsFolder(repo));
    Folders known;
    for (NewBlob &blob : blobs) {
        if (!blob.result)
            continue;
        blob.result =
            flushed ? linkPointers(repo, commit, blob.paths, blob.etag, true, &known) : flushed;
    }
}

Result<void> CacheWriter::linkPointer(const RepoId &repo, const QString &commit,
                                      const QString &path, const QString &etag, bool blobIsNew,
                                      Folders *known) const
{
    for (const auto &valid : {checkName(commit), checkFilePath(path), checkName(etag)}) {
        if (!valid)
            return valid;
    }
    const QString pointer = m_layout.pointer(repo, commit, path);
    const QString folder = pointer.left(pointer.lastIndexOf(u'/'));
    if (!known || !known->contains(folder)) {
        if (const auto made = makeFolders(folder); !made)
            return made;
        if (known)
            known->insert(folder);
    }
    if (symlinksSupported(repo)) {
        const auto linked =
            makeLink(pointer, CacheLayout::linkTarget(path, etag), m_layout.blob(repo, etag));
        if (!linked)
            return std::unexpected(linked.error());
        if (*linked == Linked::Yes)
            return {};
    }
    return placeFile(repo, etag, pointer, blobIsNew);
}

Result<void> CacheWriter::linkPointers(const RepoId &repo, const QString &commit,
                                       const QStringList &paths, const QString &etag,
                                       bool blobIsNew, Folders *known) const
{
    // Where there are no links the first path gets the blob itself, so the others copy it before.
    for (qsizetype i = paths.size() - 1; i >= 0; --i) {
        const auto linked =
            linkPointer(repo, commit, paths.at(i), etag, blobIsNew && i == 0, known);
        if (!linked)
            return linked;
    }
    return {};
}

//! Without links the file itself stands in the snapshot: a new blob moves there, an older one,
//! which another revision may own, is copied.
Result<void> CacheWriter::placeFile(const RepoId &repo, const QString &etag, const QString &pointer,
                                    bool blobIsNew) const
{
    const QString blob = m_layout.blob(repo, etag);
    if (blobIsNew)
        return renameFile(blob, pointer);
    const QString scratch = scratchName(blob);
    auto placed = copyToNewFile(blob, scratch);
    if (placed)
        placed = renameFile(scratch, pointer);
    if (!placed)
        ::unlink(QFile::encodeName(scratch).constData());
    return placed;
}

Result<void> CacheWriter::markMissing(const RepoId &repo, const QString &commit,
                                      const QString &path) const
{
    for (const auto &valid : {checkName(commit), checkFilePath(path)}) {
        if (!valid)
            return valid;
    }
    const QString marker = m_layout.noExist(repo, commit, path);
    if (const auto made = makeFolders(QFileInfo(marker).path()); !made)
        return made;
    const FileDescriptor file(
        ::open(QFile::encodeName(marker).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    if (!file.isValid())
        return diskFailure(errno, marker);
    return {};
}

bool CacheWriter::symlinksSupported(const RepoId &repo) const
{
    if (m_symlinksDisabled)
        return false;
    // A property of the disk, asked once a folder and process as the official client does.
    static QMutex mutex;
    static QHash<QString, bool> known;
    const QString folder = m_layout.repoFolder(repo);
    const QMutexLocker locker(&mutex);
    if (const auto it = known.constFind(folder); it != known.constEnd())
        return *it;
    if (!makeFolders(folder))
        return true;
    const bool supported = probeSymlinks(folder, !m_symlinksWarningDisabled);
    known.insert(folder, supported);
    return supported;
}

} // namespace hubdesk
