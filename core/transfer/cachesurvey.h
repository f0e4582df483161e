// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/transfer/fetchplan.h"
#include "core/transfer/spaceneeds.h"

#include <functional>

namespace hubdesk {

//! The disk side of planning. Every function blocks on the disk: run it in the pool.

//! Called with the bytes of each piece of an existing file that had to be read; false from it ends
//! with ErrorKind::Canceled.
using SurveyRead = std::function<bool(qint64)>;

//! Marks what is there already, in the cache or the local folder, and says where the result will
//! be. Files of a local folder that only their hash can tell are read with \a read; without it they
//! stay unmarked and are the job's to read. Changes nothing on the disk.
[[nodiscard]] Result<FetchPlan> markPresent(const CacheLayout &layout,
                                            const DownloadRequest &request, FetchPlan plan,
                                            const SurveyRead &read = {});

//! What the disk has of the content of a file that markPresent() did not mark. Changes nothing.
struct BlobOnDisk
{
    bool isComplete = false; //!< In the cache: needs a link or a copy only.
    qint64 resumable = 0; //!< bytes that an earlier run left behind
};
[[nodiscard]] BlobOnDisk blobOnDisk(const CacheLayout &layout, const DownloadRequest &request,
                                    const PlannedFile &file);

//! Marks what is there already, checks that the rest fits on the disk (ErrorKind::File with the
//! missing bytes otherwise, \a shortage says where) and, for the cache, writes the ref. \a
//! promised: what other downloads still write. \a journalFolder: see spaceNeeds().
[[nodiscard]] Result<FetchPlan> surveyCache(const CacheWriter &writer,
                                            const DownloadRequest &request, FetchPlan plan,
                                            const SpaceNeeds &promised,
                                            const QString &journalFolder = {},
                                            SpaceShortage *shortage = nullptr);

//! What the cache, else one of the layout's other caches, or the local folder, alone has of \a
//! request (reference: files 4.2.1, 4.5, 4.6); nothing when a file that was asked for by name, or
//! the whole snapshot, is not there. \a onlyOfCommit: nothing of other caches, and a local
//! folder's files only when they are known to be of the commit asked for.
[[nodiscard]] std::optional<FetchPlan>
planFromCache(const CacheLayout &layout, const DownloadRequest &request, bool onlyOfCommit = false);

//! Remembers that \a path does not exist at \a commit, with the ref (reference: files 4.2, step 3).
[[nodiscard]] Result<void> rememberMissing(const CacheWriter &writer,
                                           const DownloadRequest &request, const QString &commit,
                                           const QString &path);

} // namespace hubdesk
