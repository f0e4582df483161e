// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"

#include <QStringList>

namespace hubdesk {

//! One blob to bring into the cache, and the paths of a snapshot that show it.
struct BlobSpec
{
    RepoId repo;
    QString commit; //!< 40 hex
    QString etag; //!< 64 hex SHA-256 or 40 hex git SHA-1; the blob's name.
    qint64 size = 0; //!< bytes
    QStringList paths; //!< In the repo, at least one; the first names the file in errors.
    bool force = false; //!< Fetch and replace what is there.
    QString localFolder; //!< Absolute: every path gets a file there; empty: into the cache.
    bool isPublic = false; //!< Anyone may read it, so mirrors may be asked and learn its name.

    bool operator==(const BlobSpec &) const = default;
};

} // namespace hubdesk
