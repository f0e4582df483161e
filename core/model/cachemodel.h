// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repoversion.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

#include <vector>

namespace hubdesk {

//! The repos of a scan. The scan is shared and immutable; a new one of the same cache changes only
//! the rows that differ. GUI thread.
class CacheModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheModel)

public:
    enum Column {
        RepoColumn,
        SizeColumn,
        FilesColumn,
        RevisionsColumn,
        LastUsedColumn,
        ColumnCount
    };
    enum Role {
        RawRole = Qt::UserRole, //!< what the column sorts by
        RepoTypeRole, //!< RepoType as int
        RepoRole, //!< RepoId
        SubtitleRole, //!< "Model · main · v1.0", the folder where there are several
        PathRole,
        VersionStateRole, //!< VersionState as int
        NewVersionRole, //!< bool; false for pinned repos
        PinnedRole, //!< bool
    };

    explicit CacheModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    //! A repo that is in two folders has two rows, in the order in which they are given.
    void setRepos(std::vector<CachedRepo> repos);
    //! Whether the rows say which folder a repo is in.
    void setShowsFolders(bool shows);
    //! What is known of the versions on the Hub; repos that are not named: nothing.
    void setVersions(const QHash<RepoId, RepoVersion> &versions);
    void setVersion(const RepoId &repo, const RepoVersion &version);
    [[nodiscard]] RepoVersion version(const RepoId &repo) const { return m_versions.value(repo); }
    [[nodiscard]] const CachedRepo &at(int row) const { return m_repos[static_cast<size_t>(row)]; }
    //! The first one; -1 when it is not in the cache.
    [[nodiscard]] int rowOf(const RepoId &repo) const;
    //! What "3 days ago" counts from; tests set it.
    void setNow(const QDateTime &now);

private:
    [[nodiscard]] QString display(const CachedRepo &repo, int column) const;
    [[nodiscard]] static QVariant raw(const CachedRepo &repo, int column);
    [[nodiscard]] QString toolTip(const CachedRepo &repo, int column) const;

    QHash<RepoId, RepoVersion> m_versions;
    std::vector<CachedRepo> m_repos; //!< By type and id, as the scan has them.
    bool m_showsFolders = false;
    QDateTime m_now; //!< Invalid: the clock.
};

//! Seconds UTC of a scan as a time; invalid for 0.
[[nodiscard]] QDateTime scanTime(double seconds);

} // namespace hubdesk
