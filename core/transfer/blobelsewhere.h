// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/transfer/blobspec.h"

#include <atomic>

namespace hubdesk {

//! A blob of the same name and size in another repo of the cache, absolute; newer official clients
//! keep a link to their shared store there, which is as good. Empty: none, or not worth looking.
//! Its content is not looked at. Blocks on the disk: one look per repo.
[[nodiscard]] QString findBlobElsewhere(const CacheLayout &layout, const BlobSpec &spec);

//! The hash that \a spec's etag stands for, of the file at \a path; empty when it cannot be read or
//! \a stop became true. Reads all of it.
[[nodiscard]] QString hashOfBlob(const QString &path, const BlobSpec &spec,
                                 const std::atomic_bool &stop);

} // namespace hubdesk
