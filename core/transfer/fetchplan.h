// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/tree.h"
#include "core/transfer/blobspec.h"
#include "core/transfer/transfer.h"

#include <vector>

namespace hubdesk {

//! One file that a transfer is about.
struct PlannedFile
{
    QString path;
    QString etag;
    qint64 size = 0; //!< bytes
    bool cached = false; //!< Its link and blob are there already.

    bool operator==(const PlannedFile &) const = default;
};

//! What a transfer has to do: decided once, before the first byte.
// Not "FetchPlan": core/model has a class of that name (one definition rule).
struct FetchPlan
{
    QString commit; //!< 40 hex
    std::vector<PlannedFile> files; //!< By path.
    QString resultPath; //!< Absolute.
    bool fromCache = false; //!< The Hub could not be asked: nothing will be fetched.
    //! Anyone may read the repo, so mirrors may be asked. Only found out when there are mirrors.
    bool isPublic = false;

    bool operator==(const FetchPlan &) const = default;
};

//! The files of a listing that \a request wants, by path. ErrorKind::Protocol when the Hub names a
//! path or etag that cannot be a file of ours. Pure.
[[nodiscard]] Result<std::vector<PlannedFile>> selectFiles(const DownloadRequest &request,
                                                           const std::vector<TreeEntry> &entries);

//! The blobs that are missing, each once, with all of its paths, in the order of the plan; the
//! second of the pair are the indexes into plan.files. Pure.
struct PlannedBlob
{
    BlobSpec spec;
    std::vector<size_t> files;
};
[[nodiscard]] std::vector<PlannedBlob> missingBlobs(const DownloadRequest &request,
                                                    const FetchPlan &plan);

} // namespace hubdesk
