// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

#include <functional>
#include <optional>

namespace hubdesk {

//! The two hashes that name content on the Hub: SHA-256 of LFS files (64 hex), git's blob SHA-1 of
//! all others (40 hex).
enum class HashKind { Sha256, GitSha1 };

//! Nothing when \a etag is neither 40 nor 64 lower-case hex digits, and so says nothing about the
//! content. Pure.
[[nodiscard]] std::optional<HashKind> hashKindOf(const QString &etag);

//! Loads OpenSSL's configuration now. To be called before the threads that hash are started: loaded
//! by one of them, what OpenSSL keeps for that thread is not always released at its end.
void prepareHashing();

//! Lower-case hex hash of the whole file \a path, links followed. \a read gets the bytes (count) of
//! each piece that was read; false from it ends with ErrorKind::Canceled. ErrorKind::File when the
//! file cannot be read, a folder included. Blocks on the disk; any thread.
[[nodiscard]] Result<QString> hashOfFile(const QString &path, HashKind kind,
                                         const std::function<bool(qint64)> &read = {});

} // namespace hubdesk
