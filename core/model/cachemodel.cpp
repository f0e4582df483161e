// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachemodel.h"

#include "core/model/humanformat.h"
#include "core/model/transfertext.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

auto key(const CachedRepo &repo)
{
    return std::tie(repo.repo.type, repo.repo.id);
}

} // namespace

QDateTime scanTime(double seconds)
{
    if (seconds <= 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), QTimeZone::UTC);
}

CacheModel::CacheModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

int CacheModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_repos.size());
}

int CacheModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CacheModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CachedRepo &repo = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(repo, index.column());
    case Qt::AccessibleTextRole: {
        const RepoVersion known = version(repo.repo);
        const QString text =
            u"%1 %2, %3"_s.arg(repoTypeTitle(repo.repo.type), repo.repo.id, humanSize(repo.size));
        return known.isNew() ? tr("%1, new version", "a cached repo").arg(text)
            : known.isPinned ? tr("%1, pinned", "a cached repo").arg(text)
                             : text;
    }
    case Qt::ToolTipRole:
        return toolTip(repo, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == RepoColumn ? QVariant()
                                            : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case RawRole:
        return raw(repo, index.column());
    case RepoTypeRole:
        return static_cast<int>(repo.repo.type);
    case RepoRole:
        return QVariant::fromValue(repo.repo);
    case SubtitleRole: {
        QStringList parts{repoTypeTitle(repo.repo.type)};
        parts.append(repo.refs());
        if (m_showsFolders)
            parts.append(QFileInfo(repo.path).path());
        return parts.join(u" · "_s);
    }
    case PathRole:
        return repo.path;
    case VersionStateRole:
        return static_cast<int>(version(repo.repo).state);
    case NewVersionRole:
        return version(repo.repo).isNew();
    case PinnedRole:
        return version(repo.repo).isPinned;
    default:
        return {};
    }
}

QVariant CacheModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == RepoColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RepoColumn:
        return tr("Repo");
    case SizeColumn:
        return tr("Size");
    case FilesColumn:
        return tr("Files");
    case RevisionsColumn:
        return tr("Revisions");
    case LastUsedColumn:
        return tr("Last used");
    default:
        return {};
    }
}

QString CacheModel::display(const CachedRepo &repo, int column) const
{
    switch (column) {
    case RepoColumn:
        return repo.repo.id;
    case SizeColumn:
        return humanSize(repo.size);
    case FilesColumn:
        return QLocale().toString(repo.fileCount);
    case RevisionsColumn:
        return QLocale().toString(static_cast<qint64>(repo.revisions.size()));
    case LastUsedColumn:
        return relativeTime(scanTime(repo.lastAccessed),
                            m_now.isValid() ? m_now : QDateTime::currentDateTimeUtc());
    default:
        return {};
    }
}

QVariant CacheModel::raw(const CachedRepo &repo, int column)
{
    switch (column) {
    case RepoColumn:
        return repo.repo.id;
    case SizeColumn:
        return repo.size;
    case FilesColumn:
        return repo.fileCount;
    case RevisionsColumn:
        return static_cast<qint64>(repo.revisions.size());
    case LastUsedColumn:
        return repo.lastAccessed;
    default:
        return {};
    }
}

QString CacheModel::toolTip(const CachedRepo &repo, int column) const
{
    if (column == SizeColumn)
        return exactBytes(repo.size);
    if (column == LastUsedColumn)
        return tr("Last used %1\nLast changed %2")
            .arg(exactTime(scanTime(repo.lastAccessed)), exactTime(scanTime(repo.lastModified)));
    const QString text = u"%1\n%2"_s.arg(repo.repo.id, repo.path);
    return version(repo.repo).isNew() ? text + u'\n' + tr("There is a new version on the Hub")
                                      : text;
}

void CacheModel::setVersions(const QHash<RepoId, RepoVersion> &versions)
{
    if (versions == m_versions)
        return;
    const auto old = std::exchange(m_versions, versions);
    for (int row = 0; row < rowCount(); ++row) {
        const RepoId &repo = at(row).repo;
        if (old.value(repo) != m_versions.value(repo))
            Q_EMIT
        dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void CacheModel::setVersion(const RepoId &repo, const RepoVersion &version)
{
    const int first = rowOf(repo);
    if (first < 0 || m_versions.value(repo) == version)
        return;
    m_versions.insert(repo, version);
    int last = first;
    while (last + 1 < rowCount() && at(last + 1).repo == repo)
        ++last;
    Q_EMIT
    dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int CacheModel::rowOf(const RepoId &repo) const
{
    const auto found = std::ranges::find(m_repos, repo, &CachedRepo::repo);
    return found == m_repos.end() ? -1 : static_cast<int>(found - m_repos.begin());
}

void CacheModel::setShowsFolders(bool shows)
{
    if (std::exchange(m_showsFolders, shows) == shows || m_repos.empty())
        return;
    Q_EMIT
    dataChanged(index(0, RepoColumn), index(rowCount() - 1, RepoColumn));
}

void CacheModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_repos.empty())
        Q_EMIT
    dataChanged(index(0, LastUsedColumn), index(rowCount() - 1, LastUsedColumn));
}

void CacheModel::setRepos(std::vector<CachedRepo> repos)
{
    std::ranges::stable_sort(repos, {}, key);
    // Both lists are sorted: walk them together, so that selection and scrolling survive a rescan.
    size_t row = 0;
    for (CachedRepo &fresh : repos) {
        while (row < m_repos.size() && key(m_repos[row]) < key(fresh)) {
            const auto at = static_cast<int>(row);
            beginRemoveRows({}, at, at);
            m_repos.erase(m_repos.begin() + at);
            endRemoveRows();
        }
        const auto at = static_cast<int>(row);
        if (row == m_repos.size() || key(fresh) < key(m_repos[row])) {
            beginInsertRows({}, at, at);
            m_repos.insert(m_repos.begin() + at, std::move(fresh));
            endInsertRows();
        } else if (!(m_repos[row] == fresh)) {
            m_repos[row] = std::move(fresh);
            Q_EMIT
            dataChanged(index(at, 0), index(at, ColumnCount - 1));
        }
        ++row;
    }
    if (row < m_repos.size()) {
        beginRemoveRows({}, static_cast<int>(row), rowCount() - 1);
        m_repos.erase(m_repos.begin() + static_cast<std::ptrdiff_t>(row), m_repos.end());
        endRemoveRows();
    }
}

} // namespace hubdesk
