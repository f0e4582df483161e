// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/verify.h"

#include "core/cache/cachelayout.h"
#include "core/cache/cachelookup.h"
#include "core/cache/filehash.h"
#include "core/cache/localfolder.h"
#include "core/cache/pathresolver.h"
#include "core/cache/verifiedmarks.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>
#include <map>
#include <thread>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

using State = VerifiedFile::State;

struct VerifyText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CacheVerifier)
};

//! The repo whose folder in the cache is called \a name.
std::optional<RepoId> repoOfFolder(const QString &name)
{
    const qsizetype dashes = name.indexOf("--"_L1);
    if (dashes < 0)
        return std::nullopt;
    const auto type = repoTypeFromName(name.first(dashes));
    if (dashes == 0 || !type)
        return std::nullopt;
    const RepoId repo{*type, name.sliced(dashes + 2).replace("--"_L1, "/"_L1)};
    return repo.cacheFolder() == name ? std::optional(repo) : std::nullopt;
}

//! What the newer official client noted about a commit, by path (reference: files 4.6).
QHash<QString, QString> etagsOfTree(const QString &repoFolder, const QString &commit)
{
    QFile file(repoFolder + "/trees/"_L1 + commit + ".json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QHash<QString, QString> etags;
    const QJsonObject files = object.value("files"_L1).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        const QString sha256 = entry.value("lfs_sha256"_L1).toString();
        etags.insert(it.key(), sha256.isEmpty() ? entry.value("blob_id"_L1).toString() : sha256);
    }
    return etags;
}

QString resolved(const QString &path)
{
    const auto found = resolvedPath(QFile::encodeName(path).toStdString());
    return found ? QFile::decodeName(QByteArray::fromStdString(*found)) : QString();
}

//! The blobs of one repo folder, each once, under the first path that shows it.
class RepoFiles
{
public:
    explicit RepoFiles(const QString &folder)
        : m_folder(folder),
          m_blobs(resolved(folder) + "/blobs"_L1)
    { }

    void addPointer(const QString &path, const QString &pointer,
                    const QHash<QString, QString> &etags)
    {
        const QFileInfo info(pointer);
        VerifiedFile file;
        file.path = path;
        file.location = info.isSymLink() ? resolved(pointer) : pointer;
        // The name of what the link points to; where there are no links, what the listing said.
        file.expected =
            info.isSymLink() ? QFileInfo(info.symLinkTarget()).fileName() : etags.value(path);
        file.size = info.exists() ? info.size() : 0;
        if (!info.exists())
            file.state = State::Missing;
        add(file);
    }

    void addBlob(const QString &name)
    {
        const QFileInfo info(m_blobs + u'/' + name);
        VerifiedFile file;
        file.path = "blobs/"_L1 + name;
        file.location = resolved(info.filePath()); // a blob may be a link into a store of blobs
        file.expected = name;
        file.size = info.size();
        add(file);
    }

    [[nodiscard]] std::vector<VerifiedFile> take()
    {
        std::vector<VerifiedFile> files;
        files.reserve(m_files.size());
        for (auto &[location, file] : m_files)
            files.push_back(std::move(file));
        std::ranges::sort(files, {}, &VerifiedFile::path);
        return files;
    }

    void addSnapshot(const QString &commit, const QStringList &only)
    {
        const QDir snapshot(m_folder + "/snapshots/"_L1 + commit);
        const auto etags = etagsOfTree(m_folder, commit);
        QStringList paths;
        QDirIterator it(snapshot.path(), QDir::Files | QDir::System | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(snapshot.relativeFilePath(it.next()));
        paths.sort();
        for (const QString &path : std::as_const(paths)) {
            if (only.isEmpty() || only.contains(path))
                addPointer(path, snapshot.filePath(path), etags);
        }
    }

    void addBlobs()
    {
        for (const QString &name : QDir(m_blobs).entryList(QDir::Files | QDir::Hidden)) {
            if (Hasher::kindOf(name)) // not the partial files
                addBlob(name);
        }
    }

private:
    void add(const VerifiedFile &file) { m_files.try_emplace(file.location, file); }

    QString m_folder;
    QString m_blobs;
    std::map<QString, VerifiedFile> m_files; // by location
};

} // namespace

int VerifiedRepo::count(VerifiedFile::State state) const
{
    return static_cast<int>(std::ranges::count(files, state, &VerifiedFile::state));
}

int VerifyReport::count(VerifiedFile::State state) const
{
    int sum = 0;
    for (const VerifiedRepo &repo : repos)
        sum += repo.count(state);
    return sum;
}

bool VerifyReport::isGood() const
{
    return count(State::Wrong) == 0 && count(State::Missing) == 0;
}

CacheVerifier::CacheVerifier(VerifyRequest request, VerifiedMarks *marks)
    : m_request(std::move(request)),
      m_marks(marks)
{
    Hasher::prepare();
}

CacheVerifier::Progress CacheVerifier::progress() const
{
    return {m_doneBytes, m_totalBytes, m_doneFiles, m_totalFiles};
}

Result<VerifyReport> CacheVerifier::run()
{
    if (const auto collected = collect(); !collected)
        return std::unexpected(collected.error());
    readAll();
    if (m_marks)
        m_marks->flush();
    if (m_canceled)
        return failure(ErrorKind::Canceled, {});
    m_report.bytesRead = m_readBytes;
    return m_report;
}

Result<void> CacheVerifier::collect()
{
    if (!m_request.localFolder.isEmpty())
        return collectLocalFolder();
    const QDir root(m_request.cacheRoot);
    if (!root.exists()) {
        return failure(ErrorKind::File,
                       VerifyText::tr("There is no cache in “%1”.").arg(m_request.cacheRoot));
    }
    std::vector<RepoId> repos = m_request.repos;
    if (repos.empty()) {
        for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (const auto repo = repoOfFolder(name))
                repos.push_back(*repo);
        }
    }
    std::ranges::sort(repos);
    for (const RepoId &repo : repos) {
        if (const auto collected = collectRepo(repo); !collected)
            return collected;
    }
    return {};
}

Result<void> CacheVerifier::collectRepo(const RepoId &repo)
{
    const CacheLayout layout(m_request.cacheRoot);
    VerifiedRepo entry;
    entry.repo = repo;
    entry.folder = layout.repoFolder(repo);
    if (!QFileInfo(entry.folder).isDir()) {
        return failure(ErrorKind::NotFound,
                       VerifyText::tr("“%1” is not in the cache.").arg(repo.id));
    }
    RepoFiles files(entry.folder);
    if (m_request.revision.isEmpty()) {
        const QDir snapshots(entry.folder + "/snapshots"_L1);
        for (const QString &commit : snapshots.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            files.addSnapshot(commit, {});
        files.addBlobs();
    } else {
        entry.commit = cachedCommit(layout, repo, m_request.revision);
        if (entry.commit.isEmpty() || !QFileInfo(layout.snapshot(repo, entry.commit)).isDir()) {
            return failure(ErrorKind::NotFound,
                           VerifyText::tr("The revision “%1” of “%2” is not in the cache.")
                               .arg(m_request.revision, repo.id));
        }
        files.addSnapshot(entry.commit, m_request.files);
    }
    entry.files = files.take();
    m_report.repos.push_back(std::move(entry));
    return {};
}

Result<void> CacheVerifier::collectLocalFolder()
{
    const LocalFolder folder(m_request.localFolder);
    const QDir words(m_request.localFolder + "/.cache/huggingface/download"_L1);
    if (!words.exists()) {
        return failure(ErrorKind::NotFound,
                       VerifyText::tr("Nothing was downloaded into “%1” so far, or its "
                                      ".cache/huggingface folder is gone: there is nothing to "
                                      "compare its files with.")
                           .arg(m_request.localFolder));
    }
    VerifiedRepo entry;
    entry.folder = m_request.localFolder;
    QDirIterator it(words.path(), {u"*.metadata"_s}, QDir::Files | QDir::Hidden,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QString path = words.relativeFilePath(it.next());
        path.chop(static_cast<qsizetype>(qstrlen(".metadata")));
        const auto noted = folder.notedMetadata(path);
        VerifiedFile file;
        file.path = path;
        file.location = folder.filePath(path);
        file.expected = noted ? noted->etag : QString();
        const QFileInfo info(file.location);
        file.size = info.exists() ? info.size() : 0;
        if (!info.exists())
            file.state = State::Missing;
        entry.files.push_back(file);
    }
    std::ranges::sort(entry.files, {}, &VerifiedFile::path);
    m_report.repos.push_back(std::move(entry));
    return {};
}

void CacheVerifier::readAll()
{
    std::vector<VerifiedFile *> work;
    qint64 bytes = 0;
    for (VerifiedRepo &repo : m_report.repos) {
        for (VerifiedFile &file : repo.files) {
            if (file.state == State::Missing || !Hasher::kindOf(file.expected))
                continue;
            bytes += file.size;
            work.push_back(&file);
        }
    }
    m_totalBytes = bytes;
    m_totalFiles = static_cast<int>(work.size());
    // The largest first, so that no thread is left alone with one at the end.
    std::ranges::stable_sort(work, std::greater(), &VerifiedFile::size);
    std::atomic_size_t next = 0;
    const auto readSome = [&] {
        for (size_t i = next++; i < work.size() && !m_canceled; i = next++)
            readOne(*work[i]);
    };
    const int wanted = m_request.threads > 0 ? m_request.threads : QThread::idealThreadCount();
    const size_t count = std::min(static_cast<size_t>(std::max(wanted, 1)), work.size());
    std::vector<std::jthread> threads;
    for (size_t i = 1; i < count; ++i)
        threads.emplace_back(readSome);
    readSome();
}

void CacheVerifier::readOne(VerifiedFile &file)
{
    if (m_marks && m_request.trustMarks) {
        const auto mark = m_marks->lookup(file.location);
        if (mark && mark->etag == file.expected) {
            file.found = mark->etag;
            file.state = State::Right;
            m_doneBytes += file.size;
            ++m_doneFiles;
            return;
        }
    }
    const auto kind = Hasher::kindOf(file.expected);
    const auto found = hashOfFile(file.location, *kind, [this](qint64 bytes) {
        m_doneBytes += bytes;
        m_readBytes += bytes;
        return !m_canceled;
    });
    if (!found && found.error().kind == ErrorKind::Canceled)
        return;
    ++m_doneFiles;
    if (found) {
        file.found = *found;
        file.state = *found == file.expected ? State::Right : State::Wrong;
    } else if (!QFile::exists(file.location)) {
        file.state = State::Missing; // deleted meanwhile
    } else {
        file.problem = found.error().message;
        file.state = State::Wrong;
    }
    if (!m_marks)
        return;
    if (file.state == State::Right)
        m_marks->mark(file.location, file.expected);
    else
        m_marks->forget(file.location);
}

} // namespace hubdesk
