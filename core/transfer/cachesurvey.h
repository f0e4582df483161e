// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachewriter.h"
#include "core/transfer/fetchplan.h"

namespace hubdesk {

//! The disk side of planning. Every function blocks on the disk: run it in the pool.

//! Marks what is there already, checks that the rest fits on the disk (ErrorKind::File with the
//! missing bytes otherwise) and writes the ref. \a promised: bytes that other downloads still need
//! there.
[[nodiscard]] Result<FetchPlan> surveyCache(const CacheWriter &writer,
                                            const DownloadRequest &request, FetchPlan plan,
                                            qint64 promised);

//! What the cache alone has of \a request (reference: files 4.2.1, 4.6); nothing when a file that
//! was asked for by name, or the whole snapshot, is not there.
[[nodiscard]] std::optional<FetchPlan> planFromCache(const CacheLayout &layout,
                                                     const DownloadRequest &request);

//! Remembers that \a path does not exist at \a commit, with the ref (reference: files 4.2, step 3).
[[nodiscard]] Result<void> rememberMissing(const CacheWriter &writer,
                                           const DownloadRequest &request, const QString &commit,
                                           const QString &path);

} // namespace hubdesk
