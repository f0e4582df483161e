// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/repolistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

RepoListModel::RepoListModel(HubClient *client, QObject *parent)
    : PagedRows(client, parent)
{ }

RepoListModel::~RepoListModel() = default;

void RepoListModel::setMarks(std::function<CacheMark(const RepoInfo &)> marks)
{
    m_marks = std::move(marks);
    refreshMarks();
}

void RepoListModel::refreshMarks()
{
    if (!rows().empty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1), {CacheMarkRole, Qt::AccessibleTextRole});
}

CacheMark RepoListModel::mark(const RepoInfo &info) const
{
    return m_marks ? m_marks(info) : CacheMark::None;
}

int RepoListModel::rowOf(const RepoId &repo) const
{
    const auto found = std::ranges::find(rows(), repo, &RepoInfo::repo);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
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
