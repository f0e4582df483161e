// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachescan.h"

#include "core/cache/diskerror.h"
#include "core/cache/pathresolver.h"
#include "core/cache/pythontext.h"
#include "core/cache/reposcanner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ScanText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CacheScan)
};

//! The names in \a folder, sorted, so that a scan of the same cache always reads the same.
Result<std::vector<std::string>> namesIn(const std::string &folder, const QString &path)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> dir(::opendir(folder.c_str()), ::closedir);
    if (!dir)
        return diskFailure(errno, path);
    std::vector<std::string> names;
    while (const dirent *entry = ::readdir(dir.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

bool isIgnoredAtRoot(const std::string &name, ScanRules rules)
{
    if (name == ".locks")
        return true;
    return rules == ScanRules::Main && (name == "CACHEDIR.TAG" || isIgnoredName(name, rules));
}

QJsonObject toJson(const CachedFile &file)
{
    return {
        {u"file_name"_s, file.name},
        {u"file_path"_s, file.path},
        {u"blob_path"_s, file.blobPath},
        {u"size_on_disk"_s, file.size},
        {u"blob_last_accessed"_s, file.blobLastAccessed},
        {u"blob_last_modified"_s, file.blobLastModified},
    };
}

QJsonObject toJson(const CachedRevision &revision)
{
    QJsonArray files;
    for (const CachedFile &file : revision.files)
        files.append(toJson(file));
    return {
        {u"commit_hash"_s, revision.commit},
        {u"snapshot_path"_s, revision.snapshotPath},
        {u"size_on_disk"_s, revision.size},
        {u"files"_s, files},
        {u"refs"_s, QJsonArray::fromStringList(revision.refs)},
        {u"last_modified"_s, revision.lastModified},
        {u"nb_files"_s, static_cast<qint64>(revision.files.size())},
    };
}

QJsonObject toJson(const CachedRepo &repo)
{
    QJsonArray revisions;
    for (const CachedRevision &revision : repo.revisions)
        revisions.append(toJson(revision));
    return {
        {u"repo_id"_s, repo.repo.id},
        {u"repo_type"_s, repoTypeName(repo.repo.type)},
        {u"repo_path"_s, repo.path},
        {u"size_on_disk"_s, repo.size},
        {u"nb_files"_s, repo.fileCount},
        {u"last_accessed"_s, repo.lastAccessed},
        {u"last_modified"_s, repo.lastModified},
        {u"refs"_s, QJsonArray::fromStringList(repo.refs())},
        {u"revisions"_s, revisions},
    };
}

} // namespace

QStringList CachedRepo::refs() const
{
    QStringList names;
    for (const CachedRevision &revision : revisions)
        names += revision.refs;
    std::ranges::sort(names, lessByCodePoint);
    return names;
}

QJsonObject CacheScan::toJson() const
{
    QJsonArray list;
    for (const CachedRepo &repo : repos)
        list.append(hubdesk::toJson(repo));
    return {
        {u"size_on_disk"_s, size},
        {u"repos"_s, list},
        {u"warnings"_s, QJsonArray::fromStringList(warnings)},
    };
}

Result<CacheScan> scanCache(const QString &root, ScanRules rules, const std::atomic_bool *abort)
{
    const QString absolute = QDir(root).absolutePath();
    const auto resolved = resolvedPath(QFile::encodeName(absolute).toStdString());
    if (!resolved)
        return diskFailure(ELOOP, absolute);
    CacheScan scan;
    scan.root = QFile::decodeName(resolved->c_str());
    struct stat info = {};
    if (::stat(resolved->c_str(), &info) != 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            return diskFailure(errno, scan.root);
        return failure(ErrorKind::NotFound,
                       ScanText::tr("Cache directory not found: %1").arg(scan.root));
    }
    if (!S_ISDIR(info.st_mode)) {
        return failure(
            ErrorKind::File,
            ScanText::tr("Scan cache expects a directory but found a file: %1").arg(scan.root));
    }
    const auto names = namesIn(*resolved, scan.root);
    if (!names)
        return std::unexpected(names.error());
    for (const std::string &name : *names) {
        if (isIgnoredAtRoot(name, rules))
            continue;
        RepoScanner scanner(*resolved, name, rules, abort);
        auto repo = scanner.scan();
        if (scanner.wasAborted())
            return failure(ErrorKind::Canceled, {});
        if (!repo) {
            scan.warnings.append(repo.error());
            continue;
        }
        scan.size += repo->size;
        scan.repos.push_back(std::move(*repo));
    }
    std::ranges::sort(scan.repos, [](const CachedRepo &left, const CachedRepo &right) {
        if (left.repo.type != right.repo.type)
            return repoTypeName(left.repo.type) < repoTypeName(right.repo.type);
        return lessByCodePoint(left.repo.id, right.repo.id);
    });
    return scan;
}

} // namespace hubdesk
