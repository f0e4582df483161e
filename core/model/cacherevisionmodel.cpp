// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cacherevisionmodel.h"

#include "core/model/cachemodel.h"
#include "core/model/humanformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kShortCommit = 8;

// The snapshot's own folder is the same for all files of a revision: only what follows it says
// something.
QString pathInRepo(const CachedRevision &revision, const CachedFile &file)
{
    const QString prefix = revision.snapshotPath + u'/';
    return file.path.startsWith(prefix) ? file.path.mid(prefix.size()) : file.name;
}

QString revisionTitle(const CachedRevision &revision)
{
    const QString commit = revision.commit.left(kShortCommit);
    return revision.refs.isEmpty() ? CacheRevisionModel::tr("%1, no branch").arg(commit)
                                   : u"%1 · %2"_s.arg(revision.refs.join(u", "_s), commit);
}

} // namespace

CacheRevisionModel::CacheRevisionModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

QModelIndex CacheRevisionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kRevision);
}

QModelIndex CacheRevisionModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kRevision)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, kRevision);
}

int CacheRevisionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_repo.revisions.size());
    if (parent.internalId() != kRevision || parent.column() != 0)
        return 0;
    return static_cast<int>(m_repo.revisions[static_cast<size_t>(parent.row())].files.size());
}

int CacheRevisionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CacheRevisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == NameColumn ? QVariant()
                                            : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (index.internalId() == kRevision)
        return revisionData(m_repo.revisions[static_cast<size_t>(index.row())], index.column(),
                            role);
    const CachedRevision &revision = m_repo.revisions[index.internalId() - 1];
    return fileData(revision, revision.files[static_cast<size_t>(index.row())], index.column(),
                    role);
}

QVariant CacheRevisionModel::revisionData(const CachedRevision &revision, int column,
                                          int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return revisionTitle(revision);
        return column == SizeColumn
            ? humanSize(revision.size)
            : relativeTime(scanTime(revision.lastModified), QDateTime::currentDateTimeUtc());
    case Qt::ToolTipRole:
        if (column == NameColumn)
            return u"%1\n%2"_s.arg(revision.commit, revision.snapshotPath);
        return column == SizeColumn ? exactBytes(revision.size)
                                    : exactTime(scanTime(revision.lastModified));
    case RawRole:
        if (column == NameColumn)
            return revisionTitle(revision);
        return column == SizeColumn ? QVariant(revision.size) : QVariant(revision.lastModified);
    case PathRole:
        return revision.snapshotPath;
    case IsFileRole:
        return false;
    case CommitRole:
        return revision.commit;
    default:
        return {};
    }
}

QVariant CacheRevisionModel::fileData(const CachedRevision &revision, const CachedFile &file,
                                      int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return pathInRepo(revision, file);
        return column == SizeColumn
            ? humanSize(file.size)
            : relativeTime(scanTime(file.blobLastModified), QDateTime::currentDateTimeUtc());
    case Qt::ToolTipRole:
        if (column == NameColumn)
            return file.path;
        return column == SizeColumn ? exactBytes(file.size)
                                    : exactTime(scanTime(file.blobLastModified));
    case RawRole:
        if (column == NameColumn)
            return pathInRepo(revision, file);
        return column == SizeColumn ? QVariant(file.size) : QVariant(file.blobLastModified);
    case PathRole:
        return file.path;
    case IsFileRole:
        return true;
    case CommitRole:
        return revision.commit;
    default:
        return {};
    }
}

QVariant CacheRevisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == NameColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                     : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == NameColumn)
        return tr("Revision or file");
    return section == SizeColumn ? tr("Size") : tr("Changed");
}

void CacheRevisionModel::setRepo(const CachedRepo &repo)
{
    CachedRepo sorted = repo;
    std::ranges::stable_sort(sorted.revisions, std::greater<>(), &CachedRevision::lastModified);
    if (sorted == m_repo)
        return;
    beginResetModel();
    m_repo = std::move(sorted);
    endResetModel();
}

void CacheRevisionModel::clear()
{
    setRepo({});
}

} // namespace hubdesk
