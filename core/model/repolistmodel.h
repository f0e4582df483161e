// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/search.h"
#include "core/model/pagedlistmodel.h"
#include "core/model/repoversion.h"

#include <functional>

namespace hubdesk {

//! Results of one search, growing page by page. GUI thread.
class RepoListModel final : public PagedRows<SearchRequest, RepoInfo>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepoListModel)

public:
    enum Role {
        RepoRole = Qt::UserRole, //!< RepoId
        IdRole, //!< QString
        TypeRole, //!< int, RepoType
        AuthorRole, //!< QString
        TaskRole, //!< QString, pipeline tag in words; of a Space its SDK
        LibraryRole, //!< QString
        LikesRole, //!< qint64
        DownloadsRole, //!< qint64; -1: this type has none
        LastModifiedRole, //!< QDateTime UTC, may be invalid
        PrivateRole, //!< bool
        GatedRole, //!< bool
        CacheMarkRole, //!< CacheMark as int
    };

    explicit RepoListModel(HubClient *client, QObject *parent = nullptr);
    ~RepoListModel() override;

    [[nodiscard]] const RepoInfo &repo(int row) const { return this->row(row); }
    //! Who says how a repo stands to the cache; none: nothing is marked.
    void setMarks(std::function<CacheMark(const RepoInfo &)> marks);
    //! What the marks say may be different now.
    void refreshMarks();
    //! Row of \a repo, -1 when it is not there.
    [[nodiscard]] int rowOf(const RepoId &repo) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const RepoInfo &info) const override { return info.repo.id; }

private:
    [[nodiscard]] CacheMark mark(const RepoInfo &info) const;

    std::function<CacheMark(const RepoInfo &)> m_marks;
};

//! "text-generation" -> "Text generation".
[[nodiscard]] QString taskTitle(const QString &pipelineTag);

} // namespace hubdesk
