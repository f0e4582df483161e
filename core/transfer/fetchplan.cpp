// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/fetchplan.h"

#include "core/cache/hasher.h"
#include "core/hub/patterns.h"
#include "core/transfer/transfertexts.h"

#include <QHash>

#include <algorithm>

namespace hubdesk {

Result<std::vector<PlannedFile>> selectFiles(const DownloadRequest &request,
                                             const std::vector<TreeEntry> &entries)
{
    const bool explicitFiles = !request.files.isEmpty();
    const PathFilter filter(request.allow, request.ignore);
    std::vector<PlannedFile> files;
    for (const TreeEntry &entry : entries) {
        if (explicitFiles && entry.kind == TreeEntry::Kind::Directory)
            return failure(ErrorKind::Invalid, TransferTexts::isFolder(entry.path));
        if (entry.kind == TreeEntry::Kind::Directory
            || (!explicitFiles && !filter.matches(entry.path)))
            continue;
        // Both become names of files on this machine.
        if (!checkFilePath(entry.path) || !Hasher::kindOf(entry.etag()) || entry.size < 0)
            return failure(ErrorKind::Protocol, TransferTexts::badListing(entry.path));
        files.push_back({entry.path, entry.etag(), entry.size, false});
    }
    std::ranges::sort(files, {}, &PlannedFile::path);
    const auto same = std::ranges::unique(files, {}, &PlannedFile::path);
    files.erase(same.begin(), same.end());
    return files;
}

std::vector<PlannedBlob> missingBlobs(const DownloadRequest &request, const FetchPlan &plan)
{
    std::vector<PlannedBlob> blobs;
    QHash<QString, size_t> known;
    for (size_t i = 0; i < plan.files.size(); ++i) {
        const PlannedFile &file = plan.files[i];
        if (file.cached)
            continue;
        const auto it = known.constFind(file.etag);
        if (it != known.constEnd()) {
            blobs[*it].spec.paths << file.path;
            blobs[*it].files.push_back(i);
            continue;
        }
        known.insert(file.etag, blobs.size());
        blobs.push_back({{request.repo,
                          plan.commit,
                          file.etag,
                          file.size,
                          {file.path},
                          request.force,
                          request.localFolder,
                          plan.isPublic},
                         {i}});
    }
    return blobs;
}

} // namespace hubdesk
