// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/repoid.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace hubdesk {

//! Rows of a CacheModel of one type whose id contains a text; sorts by RawRole.
class CacheFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheFilterModel)

public:
    explicit CacheFilterModel(QObject *parent = nullptr);

    [[nodiscard]] std::optional<RepoType> type() const { return m_type; }
    //! Nothing: all types.
    void setType(std::optional<RepoType> type);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    //! Only repos with a new version on the Hub.
    void setOnlyNew(bool onlyNew);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<RepoType> m_type;
    QString m_text;
    bool m_onlyNew = false;
};

} // namespace hubdesk
