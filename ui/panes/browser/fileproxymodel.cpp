// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/fileproxymodel.h"

#include "core/model/filegroups.h"
#include "core/model/filetreemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

QString fileIcon(const QString &name)
{
    if (weightFormat(name) != WeightFormat::None)
        return u"weights"_s;
    const QString ending = name.sliced(name.lastIndexOf(u'.') + 1).toLower();
    for (const auto code : {"py"_L1, "js"_L1, "ts"_L1, "cpp"_L1, "h"_L1, "sh"_L1, "ipynb"_L1,
                            "json"_L1, "yaml"_L1, "yml"_L1, "toml"_L1, "jinja"_L1}) {
        if (ending == code)
            return u"file-code"_s;
    }
    for (const auto image : {"png"_L1, "jpg"_L1, "jpeg"_L1, "gif"_L1, "webp"_L1, "svg"_L1}) {
        if (ending == image)
            return u"file-image"_s;
    }
    for (const auto data : {"csv"_L1, "jsonl"_L1, "parquet"_L1, "arrow"_L1, "tsv"_L1, "npz"_L1}) {
        if (ending == data)
            return u"file-data"_s;
    }
    for (const auto text : {"md"_L1, "txt"_L1, "rst"_L1, "pdf"_L1}) {
        if (ending == text)
            return u"file-text"_s;
    }
    return u"file"_s;
}

FileProxyModel::FileProxyModel(const UiContext &context, QObject *parent)
    : QSortFilterProxyModel(parent),
      m_context(context)
{
    setRecursiveFilteringEnabled(true);
}

void FileProxyModel::setFilterText(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    invalidateRowsFilter();
}

bool FileProxyModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_filter.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(FileTreeModel::PathRole).toString().contains(m_filter, Qt::CaseInsensitive);
}

QIcon FileProxyModel::icon(const QString &name, Token token) const
{
    auto found = m_icons.constFind(name);
    if (found == m_icons.constEnd())
        found = m_icons.insert(name, m_context.icons->icon(name, token));
    return *found;
}

QVariant FileProxyModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DecorationRole && index.column() == FileTreeModel::NameColumn) {
        return index.data(FileTreeModel::IsFolderRole).toBool()
            ? icon(u"folder"_s, Token::TextSecondary)
            : icon(fileIcon(index.data().toString()), Token::TextSecondary);
    }
    if (role == Qt::DecorationRole && index.column() == FileTreeModel::CacheColumn) {
        const int cached = index.data(FileTreeModel::CachedFilesRole).toInt();
        if (cached == 0)
            return {};
        const bool whole = cached == index.data(FileTreeModel::FilesRole).toInt();
        return icon(whole ? u"done"_s : u"disk"_s, whole ? Token::Good : Token::TextSecondary);
    }
    if (role == Qt::ForegroundRole && index.column() != FileTreeModel::NameColumn)
        return m_context.theme->color(Token::TextSecondary);
    if (role == Qt::FontRole && index.column() == FileTreeModel::SizeColumn)
        return m_context.theme->font(FontRole::Figures);
    return QSortFilterProxyModel::data(index, role);
}

} // namespace hubdesk
