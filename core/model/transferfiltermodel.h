// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transfertext.h"

#include <QSortFilterProxyModel>

namespace hubdesk {

//! Rows of a TransferModel of one group whose name contains a text, in queue order or by a column's
//! RawRole.
class TransferFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferFilterModel)

public:
    explicit TransferFilterModel(QObject *parent = nullptr);

    [[nodiscard]] TransferGroup group() const { return m_group; }
    void setGroup(TransferGroup group);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TransferGroup m_group = TransferGroup::All;
    QString m_text;
};

} // namespace hubdesk
