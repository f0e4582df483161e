// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/transfer/blobspec.h"

namespace hubdesk {

//! Blobs of the same name and size in other repos of the cache, and in the layout's other caches,
//! absolute; newer official clients keep a link to their shared store there, which is as good.
//! Empty: none, or not worth looking. Their content is not looked at, but those that
//! rememberDamaged() knows are left out. Blocks on the disk: one look per repo.
[[nodiscard]] QStringList findBlobElsewhere(const CacheLayout &layout, const BlobSpec &spec);

//! Where the other caches of \a layout keep the blob if they have it for the same repo. Pure.
[[nodiscard]] QStringList ownBlobs(const CacheLayout &layout, const RepoId &repo,
                                   const QString &etag);

//! The content of \a path was found wrong: as long as it does not change, nobody has to read it
//! again.
void rememberDamaged(const QString &path);

} // namespace hubdesk
