// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/reposcanner.h"

#include "core/cache/pathresolver.h"
#include "core/cache/pythontext.h"
#include "core/net/filedescriptor.h"

#include <QFile>

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string_view>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 200; // folders below a snapshot; the Hub allows far fewer

QString decoded(const std::string &path)
{
    return QFile::decodeName(path.c_str());
}

std::unexpected<QString> warning(QLatin1StringView text, const std::string &path)
{
    return std::unexpected(text + decoded(path));
}

//! Seconds with fraction, computed as Python does, so that the numbers are equal to the last bit.
double seconds(const timespec &time)
{
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

bool isFolder(const std::string &path)
{
    struct stat info = {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

using Folder = std::unique_ptr<DIR, int (*)(DIR *)>;

//! The folder behind \a fd; takes a duplicate, so the caller keeps its own.
Folder listing(int fd)
{
    FileDescriptor copy(::openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    DIR *dir = copy.isValid() ? ::fdopendir(copy.get()) : nullptr;
    if (dir)
        static_cast<void>(copy.release());
    return {dir, ::closedir};
}

bool isDots(const char *name)
{
    return std::string_view(name) == "." || std::string_view(name) == "..";
}

std::vector<std::string> sortedNames(const std::string &folder)
{
    std::vector<std::string> names;
    const Folder dir(::opendir(folder.c_str()), ::closedir);
    while (const dirent *entry = dir ? ::readdir(dir.get()) : nullptr) {
        if (!isDots(entry->d_name))
            names.emplace_back(entry->d_name);
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

bool isIgnoredName(const std::string &name, ScanRules rules)
{
    return name == ".DS_Store"
        || (rules == ScanRules::Main && (name == "Thumbs.db" || name == "desktop.ini"));
}

RepoScanner::RepoScanner(std::string root, const std::string &name, ScanRules rules,
                         const std::atomic_bool *abort)
    : m_name(name),
      m_path((root == "/" ? std::string() : std::move(root)) + '/' + name),
      m_snapshots(m_path + "/snapshots"),
      m_rules(rules),
      m_abort(abort)
{ }

std::expected<CachedRepo, QString> RepoScanner::scan()
{
    const auto repo = readName();
    if (!repo)
        return std::unexpected(repo.error());
    m_repo.repo = *repo;
    m_repo.path = decoded(m_path);
    if (!isFolder(m_snapshots))
        return warning("Snapshots dir doesn't exist in cached repo: "_L1, m_snapshots);

    const std::string refs = m_path + "/refs";
    struct stat info = {};
    if (::stat(refs.c_str(), &info) == 0) {
        if (S_ISREG(info.st_mode))
            return warning("Refs directory cannot be a file: "_L1, refs);
        if (const auto read = readRefs(refs, {}); !read)
            return std::unexpected(read.error());
    }
    if (const auto read = readSnapshots(); !read)
        return std::unexpected(read.error());
    if (!m_refs.empty()) {
        return std::unexpected(u"Reference(s) refer to missing commit hashes: %1 (%2)."_s.arg(
            pythonRepr(m_refs), m_repo.path));
    }
    if (::stat(m_path.c_str(), &info) != 0)
        return warning("Repo path is not a directory: "_L1, m_path);
    finish(seconds(info.st_atim), seconds(info.st_mtim));
    return std::move(m_repo);
}

RepoScanner::Outcome<RepoId> RepoScanner::readName() const
{
    if (!isFolder(m_path))
        return warning("Repo path is not a directory: "_L1, m_path);
    const QString name = decoded(m_name);
    const qsizetype dashes = name.indexOf("--"_L1);
    if (dashes < 0)
        return warning("Repo path is not a valid HuggingFace cache directory: "_L1, m_path);
    RepoId repo;
    repo.id = name.sliced(dashes + 2).replace("--"_L1, "/"_L1);
    // "models" without its last character, whatever that is: the official rule.
    const QString type = name.first(std::max<qsizetype>(dashes - 1, 0));
    for (const RepoType known : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
        if (type == repoTypeName(known)) {
            repo.type = known;
            return repo;
        }
    }
    return std::unexpected(
        u"Repo type must be `dataset`, `model` or `space`, found `%1` (%2)."_s.arg(
            type, decoded(m_path)));
}

RepoScanner::Outcome<void> RepoScanner::readRefs(const std::string &folder,
                                                 const std::string &below)
{
    for (const std::string &name : sortedNames(folder)) {
        std::string path = folder;
        path.append(1, '/').append(name);
        struct stat info = {};
        if (::lstat(path.c_str(), &info) != 0)
            continue; // gone meanwhile
        if (S_ISDIR(info.st_mode)) {
            std::string inner = below;
            inner.append(name).append(1, '/');
            if (const auto read = readRefs(path, inner); !read)
                return read;
            continue;
        }
        // A link to a folder is neither followed nor a ref.
        if (isIgnoredName(name, m_rules) || isFolder(path))
            continue;
        if (const auto read = readRef(path, below + name); !read)
            return read;
    }
    return {};
}

RepoScanner::Outcome<void> RepoScanner::readRef(const std::string &path, const std::string &name)
{
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
        return warning("Reference cannot be read: "_L1, path);
    QFile file(decoded(path));
    if (!file.open(QIODevice::ReadOnly))
        return warning("Reference cannot be read: "_L1, path);
    const auto commit = pythonTextRead(file.readAll());
    if (!commit)
        return warning("Reference is not text: "_L1, path);
    m_refs[*commit].append(decoded(name));
    return {};
}

RepoScanner::Outcome<void> RepoScanner::readSnapshots()
{
    struct stat info = {};
    m_snapshotsArePlain = ::lstat(m_snapshots.c_str(), &info) == 0 && S_ISDIR(info.st_mode)
        && ::lstat(m_path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
    m_blobs = resolvedPath(m_path + "/blobs").value_or(m_path + "/blobs");
    const FileDescriptor blobs(::open(m_blobs.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    m_blobsFolder = blobs.get();
    for (const std::string &name : sortedNames(m_snapshots)) {
        if (wasAborted())
            return {};
        if (isIgnoredName(name, m_rules))
            continue;
        if (const auto read = readRevision(name); !read)
            return read;
    }
    return {};
}

RepoScanner::Outcome<void> RepoScanner::readRevision(const std::string &name)
{
    Snapshot snapshot;
    snapshot.path = m_snapshots + '/' + name;
    struct stat info = {};
    if (::stat(snapshot.path.c_str(), &info) != 0)
        return warning("Snapshots folder corrupted. Broken link: "_L1, snapshot.path);
    if (S_ISREG(info.st_mode))
        return warning("Snapshots folder corrupted. Found a file: "_L1, snapshot.path);
    const FileDescriptor folder(
        ::open(snapshot.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    if (folder.isValid()) {
        struct stat itself = {};
        snapshot.isPlain = m_snapshotsArePlain && ::lstat(snapshot.path.c_str(), &itself) == 0
            && S_ISDIR(itself.st_mode);
        if (const auto read = readFolder(snapshot, folder.get(), {}, 0); !read)
            return read;
    } else if (S_ISDIR(info.st_mode)) {
        return warning("Snapshot folder cannot be read: "_L1, snapshot.path);
    }
    addRevision(snapshot, name, seconds(info.st_mtim));
    return {};
}

RepoScanner::Outcome<void> RepoScanner::readFolder(Snapshot &snapshot, int folder,
                                                   const std::string &below, int depth)
{
    if (depth > kMaxDepth)
        return warning("Snapshot folder is nested too deeply: "_L1, snapshot.path + '/' + below);
    const Folder dir = listing(folder);
    if (!dir)
        return warning("Snapshot folder cannot be read: "_L1, snapshot.path + '/' + below);
    while (const dirent *entry = ::readdir(dir.get())) {
        if (isDots(entry->d_name))
            continue;
        if (wasAborted())
            return {};
        bool isDirectory = entry->d_type == DT_DIR;
        if (entry->d_type == DT_UNKNOWN) {
            struct stat info = {};
            isDirectory = ::fstatat(folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0
                && S_ISDIR(info.st_mode);
        }
        if (isDirectory) {
            const FileDescriptor child(
                ::openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
            if (!child.isValid()) {
                return warning("Snapshot folder cannot be read: "_L1,
                               snapshot.path + '/' + below + entry->d_name);
            }
            if (const auto read =
                    readFolder(snapshot, child.get(), below + entry->d_name + '/', depth + 1);
                !read)
                return read;
            continue;
        }
        const auto blob = blobOf(snapshot, folder, below, entry->d_name, depth);
        if (!blob)
            return std::unexpected(blob.error());
        if (*blob)
            snapshot.pointers.push_back({below + entry->d_name, *blob});
    }
    return {};
}

//! What the entry \a name of a snapshot stands for; null for a link to a folder, which the official
//! scan neither follows nor counts.
RepoScanner::Outcome<RepoScanner::Blob *> RepoScanner::blobOf(const Snapshot &snapshot, int folder,
                                                              const std::string &below,
                                                              const char *name, int depth)
{
    if (snapshot.isPlain) {
        if (Blob *blob = plainBlob(folder, name, depth))
            return blob;
    }
    struct stat info = {};
    const bool exists = ::fstatat(folder, name, &info, 0) == 0;
    const std::string path = snapshot.path + '/' + below + name;
    if (!exists && errno == ELOOP)
        return warning("Blob missing (broken symlink): "_L1, path);
    if (exists && S_ISDIR(info.st_mode))
        return nullptr;
    const auto resolved = resolvedPath(path);
    if (!resolved)
        return warning("Blob missing (broken symlink): "_L1, path);
    if (!exists)
        return warning("Blob missing (broken symlink): "_L1, *resolved);
    return remember(*resolved, info);
}

//! The short way for what every download makes: a link `../../blobs/<etag>` to a regular file. Null
//! for everything else.
RepoScanner::Blob *RepoScanner::plainBlob(int folder, const char *name, int depth)
{
    std::array<char, 1024> buffer = {};
    const ssize_t size = ::readlinkat(folder, name, buffer.data(), buffer.size());
    if (size <= 0 || m_blobsFolder < 0)
        return nullptr;
    std::string_view target(buffer.data(), static_cast<size_t>(size));
    for (int level = 0; level < depth + 2; ++level) {
        if (!target.starts_with("../"))
            return nullptr;
        target.remove_prefix(3);
    }
    if (!target.starts_with("blobs/"))
        return nullptr;
    target.remove_prefix(6);
    if (target.empty() || target.contains('/') || target == "." || target == "..")
        return nullptr;
    const std::string etag(target);
    const std::string resolved = m_blobs + '/' + etag;
    if (const auto it = m_known.find(resolved); it != m_known.end())
        return &it->second;
    struct stat info = {};
    if (::fstatat(m_blobsFolder, etag.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0
        || !S_ISREG(info.st_mode))
        return nullptr;
    return remember(resolved, info);
}

RepoScanner::Blob *RepoScanner::remember(const std::string &resolved, const struct stat &info)
{
    const auto [it, isNew] = m_known.try_emplace(resolved);
    if (isNew) {
        it->second.path = decoded(resolved);
        it->second.size = info.st_size;
        it->second.accessed = seconds(info.st_atim);
        it->second.modified = seconds(info.st_mtim);
    }
    return &it->second;
}

void RepoScanner::addRevision(Snapshot &snapshot, const std::string &name, double folderModified)
{
    std::ranges::sort(snapshot.pointers, {}, &Pointer::path);
    CachedRevision revision;
    revision.commit = decoded(name);
    revision.snapshotPath = decoded(snapshot.path);
    revision.lastModified =
        snapshot.pointers.empty() ? folderModified : snapshot.pointers.front().blob->modified;
    revision.files.reserve(snapshot.pointers.size());
    const int index = static_cast<int>(m_repo.revisions.size());
    for (const Pointer &pointer : snapshot.pointers) {
        Blob &blob = *pointer.blob;
        const size_t slash = pointer.path.rfind('/');
        revision.files.push_back(
            {.name = decoded(slash == std::string::npos ? pointer.path
                                                        : pointer.path.substr(slash + 1)),
             .path = revision.snapshotPath + u'/' + decoded(pointer.path),
             .blobPath = blob.path,
             .size = blob.size,
             .blobLastAccessed = blob.accessed,
             .blobLastModified = blob.modified});
        if (std::exchange(blob.lastRevision, index) != index)
            revision.size += blob.size;
        revision.lastModified = std::max(revision.lastModified, blob.modified);
    }
    if (const auto it = m_refs.find(revision.commit); it != m_refs.end()) {
        revision.refs = it->second;
        std::ranges::sort(revision.refs, lessByCodePoint);
        m_refs.erase(it);
    }
    m_repo.revisions.push_back(std::move(revision));
}

void RepoScanner::finish(double folderAccessed, double folderModified)
{
    m_repo.fileCount = static_cast<qint64>(m_known.size());
    m_repo.lastAccessed = m_known.empty() ? folderAccessed : m_known.begin()->second.accessed;
    m_repo.lastModified = m_known.empty() ? folderModified : m_known.begin()->second.modified;
    for (const auto &[path, blob] : m_known) {
        m_repo.size += blob.size;
        m_repo.lastAccessed = std::max(m_repo.lastAccessed, blob.accessed);
        m_repo.lastModified = std::max(m_repo.lastModified, blob.modified);
    }
}

} // namespace hubdesk
