// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QString>

namespace hubdesk {

//! The filter chips of the transfer list.
enum class TransferGroup { All, Active, Waiting, Paused, Failed, Ended };
inline constexpr int kTransferGroupCount = 6;

//! Where a state belongs; never All. Canceled counts as Ended.
[[nodiscard]] TransferGroup transferGroup(TransferState state);
[[nodiscard]] QString transferGroupTitle(TransferGroup group);

//! "Downloading", "Waiting for its turn", the error, or why it waits: plain words for \a transfer
//! as it is.
[[nodiscard]] QString transferStatus(const Transfer &transfer);
//! The same for one file.
[[nodiscard]] QString transferFileStatus(const TransferFile &file);
//! "Receiving", "Connecting", or what is wrong with it.
[[nodiscard]] QString connectionStatus(const TransferConnection &connection);
//! The repo id, or id and path when exactly one file was asked for.
[[nodiscard]] QString transferTitle(const DownloadRequest &request);
//! "Dataset, refs/pr/3, 4 of 12 files": second line of a row, without progress.
[[nodiscard]] QString transferSubtitle(const Transfer &transfer);
//! What of the repo was asked for: "all files", "3 files", "files matching *.json".
[[nodiscard]] QString transferSelection(const DownloadRequest &request);

//! "84.0 MB/s"; empty when not positive.
[[nodiscard]] QString speedText(qint64 bytesPerSecond);
//! "42 s left", "12 min left", "3 h 5 min left", "2 days left"; empty when unknown (negative).
[[nodiscard]] QString timeLeftText(qint64 seconds);
//! "42 s", "12 min", "3 h 5 min", "2 days": how long something took; negative counts as 0.
[[nodiscard]] QString durationText(qint64 seconds);
//! Low, Normal, High: translated.
[[nodiscard]] QString priorityTitle(TransferPriority priority);
//! "3 files"
[[nodiscard]] QString fileCountText(int count);
//! Model, Dataset, Space: translated, for one repo.
[[nodiscard]] QString repoTypeTitle(RepoType type);

} // namespace hubdesk
