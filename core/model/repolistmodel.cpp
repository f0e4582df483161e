// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/repolistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

RepoListModel::RepoListModel(HubClient *client, QObject *parent)
    : QAbstractListModel(parent),
      m_client(client)
{ }

RepoListModel::~RepoListModel() = default;

void RepoListModel::search(const SearchRequest &request)
{
    m_pager = Pager<SearchRequest>(m_client, request);
    m_awaitsFirst = true;
    fetch();
}

void RepoListModel::retry()
{
    if (m_failed)
        fetch();
}

void RepoListModel::clear()
{
    m_pager = {};
    m_awaitsFirst = false;
    m_failed = false;
    m_loading = false;
    beginResetModel();
    m_rows.clear();
    m_ids.clear();
    m_total = -1;
    endResetModel();
    Q_EMIT
    loadingChanged();
}

void RepoListModel::fetch()
{
    m_failed = false;
    m_loading = true;
    m_pager.fetchNext(this, [this](Result<Page<RepoInfo>> page) { take(std::move(page)); });
    Q_EMIT
    loadingChanged();
}

void RepoListModel::take(Result<Page<RepoInfo>> page)
{
    const bool first = m_awaitsFirst;
    m_loading = false;
    if (!page) {
        m_failed = true;
        Q_EMIT
        loadingChanged();
        Q_EMIT
        failed(page.error(), first);
        return;
    }
    std::vector<RepoInfo> fresh;
    if (first)
        m_ids.clear();
    for (RepoInfo &info : page->items) {
        if (!m_ids.contains(info.repo.id)) {
            m_ids.insert(info.repo.id);
            fresh.push_back(std::move(info));
        }
    }
    if (first) {
        m_awaitsFirst = false;
        beginResetModel();
        m_rows = std::move(fresh);
        m_total = page->total;
        endResetModel();
    } else if (!fresh.empty()) {
        const auto row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row + static_cast<int>(fresh.size()) - 1);
        std::ranges::move(fresh, std::back_inserter(m_rows));
        endInsertRows();
    }
    Q_EMIT
    loadingChanged();
    Q_EMIT
    pageLoaded(first);
}

void RepoListModel::setMarks(std::function<CacheMark(const RepoInfo &)> marks)
{
    m_marks = std::move(marks);
    refreshMarks();
}

void RepoListModel::refreshMarks()
{
    if (!m_rows.empty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1), {CacheMarkRole, Qt::AccessibleTextRole});
}

CacheMark RepoListModel::mark(const RepoInfo &info) const
{
    return m_marks ? m_marks(info) : CacheMark::None;
}

int RepoListModel::rowOf(const RepoId &repo) const
{
    const auto found = std::ranges::find(m_rows, repo, &RepoInfo::repo);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RepoListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool RepoListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_awaitsFirst && !m_failed && m_pager.hasMore() && !m_loading;
}

void RepoListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch();
}

QVariant RepoListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RepoInfo &info = repo(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case IdRole:
        return info.repo.id;
    case Qt::AccessibleTextRole: {
        const QString text = cacheMarkText(mark(info));
        return text.isEmpty() ? info.repo.id : info.repo.id + u", "_s + text;
    }
    case CacheMarkRole:
        return static_cast<int>(mark(info));
    case RepoRole:
        return QVariant::fromValue(info.repo);
    case TypeRole:
        return static_cast<int>(info.repo.type);
    case AuthorRole:
        return info.author.isEmpty() ? info.repo.author() : info.author;
    case TaskRole:
        return info.repo.type == RepoType::Space ? taskTitle(info.sdk)
                                                 : taskTitle(info.pipelineTag);
    case LibraryRole:
        return info.libraryName;
    case LikesRole:
        return info.likes;
    case DownloadsRole:
        return info.repo.type == RepoType::Space ? qint64(-1) : info.downloads;
    case LastModifiedRole:
        return info.lastModified;
    case PrivateRole:
        return info.isPrivate;
    case GatedRole:
        return info.gated != Gating::None;
    default:
        return {};
    }
}

QString taskTitle(const QString &pipelineTag)
{
    QString title = pipelineTag;
    title.replace(u'-', u' ');
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

} // namespace hubdesk
