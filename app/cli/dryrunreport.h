// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/dryrun.h"

#include <QJsonObject>
#include <QStringList>

namespace hubdesk {

//! Line by line what newer official programs print for `download --dry-run`. Pure.
[[nodiscard]] QString dryRunTable(const DryRunPlan &plan);

//! What the table does not say, in plain words: resumed bytes, mirrors, disks and whether they
//! suffice.
//! Pure.
[[nodiscard]] QStringList dryRunNotes(const DryRunPlan &plan);

//! `commit_hash`, `files` (the fields of the official DryRunFileInfo and `resumable_bytes`,
//! `endpoint`), `bytes_to_download`, `volumes`, `mirrors`, `from_cache`. Pure.
[[nodiscard]] QJsonObject dryRunJson(const DryRunPlan &plan);

} // namespace hubdesk
