// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/tree.h"
#include "core/model/downloadtarget.h"
#include "core/model/filegroups.h"
#include "core/transfer/transfer.h"

#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace hubdesk {

//! What the user has chosen to download, and what that comes to. A value; pure.
//!
//! The chosen group is narrowed by the patterns; a check mark set by hand wins over both.
class DownloadPlan
{
public:
    //! One file as the plan sees it.
    struct File
    {
        QString path;
        qint64 size = 0; //!< bytes
        bool cached = false; //!< In the cache, or in the folder that is the target.
        bool lfs = false;
        bool chosen = true;
    };

    void setFiles(const RepoId &repo, const QString &revision,
                  const std::vector<TreeEntry> &entries);
    void setCached(const QSet<QString> &paths);
    void setFreeBytes(qint64 bytes) { m_freeBytes = bytes; } //!< Of the cache; -1: not known
    //! The files go there; \a report says what is there. \a cacheVolume: root of the cache's.
    void setTarget(const DownloadTarget &target, const TargetReport &report,
                   const QString &cacheVolume);
    //! -1 for no group: nothing is chosen but by hand.
    void setGroup(int group);
    //! fnmatch patterns; none: everything passes.
    void setPatterns(const QStringList &include, const QStringList &exclude);
    void setChosen(const QString &path, bool chosen);
    //! Only these, by hand: "download this folder". Unknown paths are ignored.
    void chooseOnly(const QStringList &paths);

    [[nodiscard]] const std::vector<FileGroup> &groups() const { return m_groups; }
    [[nodiscard]] int group() const { return m_group; }
    [[nodiscard]] const std::vector<File> &files() const { return m_files; }
    [[nodiscard]] const QStringList &include() const { return m_include; }
    [[nodiscard]] const QStringList &exclude() const { return m_exclude; }

    [[nodiscard]] int chosenCount() const { return m_chosenCount; }
    [[nodiscard]] qint64 chosenBytes() const { return m_chosenBytes; }
    [[nodiscard]] qint64 cachedBytes() const { return m_cachedBytes; } //!< Of the chosen files.
    //! What has to be fetched.
    [[nodiscard]] qint64 missingBytes() const { return m_chosenBytes - m_cachedBytes; }
    [[nodiscard]] int missingCount() const { return m_chosenCount - m_cachedCount; }
    [[nodiscard]] qint64 freeBytes() const { return m_freeBytes; }
    [[nodiscard]] const DownloadTarget &target() const { return m_target; }
    [[nodiscard]] const TargetReport &targetReport() const { return m_report; }
    //! Room on the volume of the target afterwards; may be negative. None while it is not known.
    [[nodiscard]] std::optional<qint64> freeBytesAfter() const;

    //! Why a download cannot start, in the user's words; empty when it can.
    [[nodiscard]] QString problem() const;
    //! The order for the engine: patterns where they say it all, exact files otherwise.
    [[nodiscard]] DownloadRequest request() const;
    //! The group that suits most people: safetensors without duplicates, one middle quantisation,
    //! else everything.
    [[nodiscard]] static int suggestedGroup(const std::vector<FileGroup> &groups);

private:
    void choose();
    void sum();
    [[nodiscard]] qint64 writtenToTarget() const; // bytes
    [[nodiscard]] QString targetProblem() const;

    RepoId m_repo;
    QString m_revision;
    std::vector<FileGroup> m_groups;
    std::vector<File> m_files;
    QHash<QString, int> m_index;
    int m_group = -1;
    QStringList m_include;
    QStringList m_exclude;
    QHash<QString, bool> m_byHand;
    qint64 m_freeBytes = -1;
    QSet<QString> m_cached;
    DownloadTarget m_target;
    TargetReport m_report;
    QString m_cacheVolume;
    int m_chosenCount = 0;
    int m_cachedCount = 0;
    qint64 m_chosenBytes = 0;
    qint64 m_cachedBytes = 0;
    qint64 m_presentBytes = 0; // of the chosen files, in the target folder
};

} // namespace hubdesk
