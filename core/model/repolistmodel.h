// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/search.h"
#include "core/model/repoversion.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace hubdesk {

//! Results of one search, growing page by page. GUI thread.
//!
//! A new query keeps the old rows until its first page has arrived; only then the model is reset.
//! Rows that a later page repeats (the listing moved meanwhile) are left out.
class RepoListModel final : public QAbstractListModel
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

    //! Starts a new listing and drops the one under way.
    void search(const SearchRequest &request);
    //! Asks again for the page that failed.
    void retry();
    //! No rows, no query.
    void clear();

    [[nodiscard]] const RepoInfo &repo(int row) const { return m_rows[static_cast<size_t>(row)]; }
    //! Who says how a repo stands to the cache; none: nothing is marked.
    void setMarks(std::function<CacheMark(const RepoInfo &)> marks);
    //! What the marks say may be different now.
    void refreshMarks();
    //! Row of \a repo, -1 when it is not there.
    [[nodiscard]] int rowOf(const RepoId &repo) const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool hasMore() const { return m_pager.hasMore(); }
    //! Rows in all, -1 when the Hub does not say.
    [[nodiscard]] qint64 total() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loadingChanged();
    //! \a first: the rows of a new query are in.
    void pageLoaded(bool first);
    //! \a first: the new query has no rows at all; else the list just does not go on.
    void failed(const hubdesk::Error &error, bool first);

private:
    void fetch();
    [[nodiscard]] CacheMark mark(const RepoInfo &info) const;
    void take(Result<Page<RepoInfo>> page);

    HubClient *m_client;
    Pager<SearchRequest> m_pager;
    std::vector<RepoInfo> m_rows;
    std::function<CacheMark(const RepoInfo &)> m_marks;
    QSet<QString> m_ids;
    qint64 m_total = -1;
    bool m_awaitsFirst = false;
    bool m_failed = false;
    bool m_loading = false; //!< Until take(): an answer may be on its way although the call ended.
};

//! "text-generation" -> "Text generation".
[[nodiscard]] QString taskTitle(const QString &pipelineTag);

} // namespace hubdesk
