// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/repoid.h"

#include <QUrl>

namespace hubdesk {

//! What people copy to use a repo or one of its files elsewhere. \a revision `main` or empty is
//! left out; \a path empty means the whole repo. All pure.

//! `hf://datasets/ns/name@v1.0/path`
[[nodiscard]] QString hubLink(const RepoId &repo, const QString &revision = {},
                              const QString &path = {});
//! `snapshot_download("ns/name", revision="v1.0")` or `hf_hub_download("ns/name", "path")`
[[nodiscard]] QString pythonLine(const RepoId &repo, const QString &revision = {},
                                 const QString &path = {});
//! `hubdesk-cli download ns/name path --revision v1.0`, quoted for a POSIX shell.
[[nodiscard]] QString commandLine(const RepoId &repo, const QString &revision = {},
                                  const QString &path = {});
//! The page in the browser: the repo, or the file or folder at \a revision.
[[nodiscard]] QUrl webPage(const QUrl &endpoint, const RepoId &repo, const QString &revision = {},
                           const QString &path = {}, bool isFolder = false);

} // namespace hubdesk
