// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/transfer/fetchplan.h"

#include <QtTypes>

#include <functional>
#include <vector>

namespace hubdesk {

//! One thing that a download writes.
struct SpaceNeed
{
    //! Absolute, where it is written; need not exist. Empty (of what is promised): who knows where,
    //! so it counts on every volume.
    QString folder;
    //! Two needs of one key are the same file, whoever writes it. Empty: nobody else's.
    QString key;
    qint64 bytes = 0; //!< That are not on the disk yet.

    bool operator==(const SpaceNeed &) const = default;
};

using SpaceNeeds = std::vector<SpaceNeed>;

//! What one volume has to hold.
struct VolumeNeed
{
    quint64 volume = 0; //!< See volumeId().
    QString folder; //!< The first one on it, for people.
    qint64 own = 0; //!< bytes of this download
    qint64 bytes = 0; //!< Those and what others were promised there.

    bool operator==(const VolumeNeed &) const = default;
};

//! A volume that has less than is needed.
struct SpaceShortage
{
    QString folder; //!< On that volume; empty: nothing is short.
    qint64 own = 0; //!< bytes of this download
    qint64 needed = 0; //!< bytes, those promised to others included

    bool operator==(const SpaceShortage &) const = default;
};

//! The volumes that \a own writes to, in the order of \a own, with what \a promised others will
//! write there; a file that both want counts once. \a volumeOf: the volume of a folder. Pure.
[[nodiscard]] std::vector<VolumeNeed>
volumeNeeds(const SpaceNeeds &own, const SpaceNeeds &promised,
            const std::function<quint64(const QString &)> &volumeOf);

//! Key and folder of the file that the content of \a file grows in; no bytes. Pure.
[[nodiscard]] SpaceNeed blobNeed(const CacheLayout &layout, const DownloadRequest &request,
                                 const PlannedFile &file);

//! What \a plan, made for \a request, will write: contents that are missing, less what an earlier
//! run left behind, copies for a plain folder, the archive, and its entry in \a journalFolder
//! (empty: none). \a withElsewhere: contents that other repos of the cache have on the same volume
//! are linked and cost nothing; that is one look a repo and content. Reads only; blocks on the
//! disk.
[[nodiscard]] SpaceNeeds spaceNeeds(const CacheLayout &layout, const DownloadRequest &request,
                                    const FetchPlan &plan, const QString &journalFolder,
                                    bool withElsewhere);

//! ErrorKind::File with the code kNoSpace when some volume is too small; \a shortage says which and
//! by how much. Blocks on the disk.
[[nodiscard]] Result<void> checkSpace(const CacheLayout &layout, const DownloadRequest &request,
                                      const FetchPlan &plan, const QString &journalFolder,
                                      const SpaceNeeds &promised, SpaceShortage *shortage);

} // namespace hubdesk
