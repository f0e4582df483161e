// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filegroups.h"

namespace hubdesk {

//! The part of a path after the last slash, and before it.
[[nodiscard]] QString baseName(const QString &path);
[[nodiscard]] QString folderOf(const QString &path);

//! What the name of a safetensors or PyTorch file says about which weights it holds.
struct WeightName
{
    QString stem; //!< Without shard, variant and ending; "model" for all the usual main names.
    QString variant; //!< "fp16", "bf16", ...; empty for the plain file.

    bool operator==(const WeightName &) const = default;
};
[[nodiscard]] WeightName parseWeightName(const QString &path);

} // namespace hubdesk
