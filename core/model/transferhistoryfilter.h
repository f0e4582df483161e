// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QSortFilterProxyModel>

namespace hubdesk {

//! Events of a TransferHistoryModel of one transfer, or whose sentence contains a text.
class TransferHistoryFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferHistoryFilter)

public:
    explicit TransferHistoryFilter(QObject *parent = nullptr);

    //! 0: of all transfers.
    void setTransfer(TransferId id);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TransferId m_transfer = 0;
    QString m_text;
};

} // namespace hubdesk
