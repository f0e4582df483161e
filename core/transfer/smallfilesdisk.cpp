// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/smallfilesdisk.h"

#include "core/cache/hasher.h"
#include "core/log/categories.h"
#include "core/transfer/blobelsewhere.h"
#include "core/transfer/partialfile.h"

#include <QFile>

#include <sys/stat.h>

#include <algorithm>

namespace hubdesk {

namespace {

using Outcome = SmallBlob::Outcome;

constexpr qint64 kWorthKeeping = 64 * 1024; // bytes: less is fetched again in no time
constexpr qint64 kLookElsewhere = 1024 * 1024; // bytes: below, nothing would be found

bool isBlob(const QString &path, qint64 size)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 && S_ISREG(info.st_mode)
        && info.st_size == size;
}

} // namespace

void SmallFilesDisk::prepare(SmallBatch &batch) const
{
    if (batch.empty())
        return;
    const bool canLink = m_writer.symlinksSupported(batch.front().spec->repo);
    CacheWriter::Folders known;
    for (SmallBlob &blob : batch) {
        if (*m_stop)
            blob.outcome = Outcome::Unused;
        else
            blob.outcome = canLink ? look(blob, known) : Outcome::Ordinary;
        if (blob.outcome != Outcome::Open)
            blob.lock.unlock();
    }
}

SmallBlob::Outcome SmallFilesDisk::look(SmallBlob &blob, CacheWriter::Folders &known) const
{
    const BlobSpec &spec = *blob.spec;
    const CacheLayout &layout = m_writer.layout();
    const auto locked = blob.lock.tryLock(layout.lock(spec.repo, spec.etag));
    if (!locked)
        return Outcome::Ordinary; // which says why
    if (*locked == FileLock::State::Busy)
        return Outcome::Busy;
    // A blob of another length was damaged from outside: it is fetched again and replaced.
    if (!spec.force && isBlob(layout.blob(spec.repo, spec.etag), spec.size)) {
        const auto linked =
            m_writer.linkPointers(spec.repo, spec.commit, spec.paths, spec.etag, false, &known);
        return linked ? Outcome::Present : Outcome::Ordinary;
    }
    return hasLeftOvers(spec) ? Outcome::Ordinary : Outcome::Open;
}

//! Whether there is anything that may save fetching, or that is in the way.
bool SmallFilesDisk::hasLeftOvers(const BlobSpec &spec) const
{
    const CacheLayout &layout = m_writer.layout();
    if (spec.size >= kLookElsewhere
        && !PartialFile::findLeftOver(layout, spec.repo, spec.etag, spec.size).isEmpty())
        return true;
    if (!findBlobElsewhere(layout, spec).isEmpty())
        return true;
    const QString partial = PartialFile::path(layout, spec.repo, spec.etag);
    struct stat info = {};
    if (::lstat(QFile::encodeName(partial).constData(), &info) == 0)
        return !S_ISREG(info.st_mode) || info.st_size > 0;
    return ::lstat(QFile::encodeName(RangeJournal::path(partial)).constData(), &info) == 0;
}

void SmallFilesDisk::publish(SmallBatch &batch) const
{
    if (batch.empty())
        return;
    const CacheLayout &layout = m_writer.layout();
    const RepoId &repo = batch.front().spec->repo;
    std::vector<NewBlob> blobs;
    std::vector<SmallBlob *> sources;
    for (SmallBlob &blob : batch) {
        const BlobSpec &spec = *blob.spec;
        Hasher hasher(*Hasher::kindOf(spec.etag), spec.size);
        hasher.add(blob.content);
        if (blob.content.size() != spec.size || hasher.result() != spec.etag) {
            qCWarning(lcTransfer).noquote()
                << repo.id << spec.paths.first() << "is not what the Hub announced: fetched again";
            blob.outcome = Outcome::Trouble;
            continue;
        }
        blobs.push_back(
            {spec.etag, blob.content, PartialFile::path(layout, repo, spec.etag), spec.paths, {}});
        sources.push_back(&blob);
    }
    m_writer.publishAll(repo, batch.front().spec->commit, blobs);
    QStringList proved;
    for (size_t i = 0; i < blobs.size(); ++i) {
        const auto &result = blobs[i].result;
        sources[i]->outcome = result ? Outcome::Fetched : Outcome::Trouble;
        if (result)
            proved << blobs[i].etag;
        else
            qCWarning(lcTransfer).noquote() << repo.id << blobs[i].paths.first()
                                            << "was not published:" << result.error().message;
    }
    if (m_marks)
        m_marks->markAll(layout.blobsFolder(repo), proved);
    for (SmallBlob &blob : batch) {
        blob.content = {};
        blob.lock.unlock();
    }
}

void SmallFilesDisk::release(SmallBatch &batch) const
{
    for (SmallBlob &blob : batch) {
        const BlobSpec &spec = *blob.spec;
        if (blob.content.size() >= kWorthKeeping && blob.lock.isLocked()) {
            PartialFile partial;
            const auto opened =
                partial.open(m_writer.layout(), spec.repo, spec.etag, spec.size, false);
            if (opened && partial.found().empty() && partial.write(0, blob.content))
                blob.kept = blob.content.size();
            else if (opened && partial.found().empty())
                partial.remove();
        }
        blob.content = {};
        blob.lock.unlock();
    }
}

} // namespace hubdesk
