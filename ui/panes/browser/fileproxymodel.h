// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QIcon>
#include <QSortFilterProxyModel>

namespace hubdesk {

//! Filters a FileTreeModel by a part of the path, keeps the folders of what passes, and adds icons.
class FileProxyModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileProxyModel)

public:
    explicit FileProxyModel(const UiContext &context, QObject *parent = nullptr);

    void setFilterText(const QString &text);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] QIcon icon(const QString &name, Token token) const;

    UiContext m_context;
    QString m_filter;
    mutable QHash<QString, QIcon> m_icons; //!< Views ask for each row again and again.
};

//! Icon name for a file by its ending.
[[nodiscard]] QString fileIcon(const QString &name);

} // namespace hubdesk
