// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/search.h"

#include <QJsonArray>

namespace hubdesk {

//! The names that `--sort` takes: the official ones.
[[nodiscard]] QStringList sortNames();
//! Trending for an empty name.
[[nodiscard]] SearchSort sortFromName(const QString &name);

//! `id`, `author`, `downloads`, `likes`, `last_modified`, `private`, `gated`, `tags`,
//! `pipeline_tag`.
[[nodiscard]] QJsonArray listJson(const std::vector<RepoInfo> &repos);
//! For people: one row a repo, columns as wide as needed.
[[nodiscard]] QString listTable(const std::vector<RepoInfo> &repos);

} // namespace hubdesk
