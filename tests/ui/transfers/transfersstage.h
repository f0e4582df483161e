// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faketransferqueue.h"
#include "tests/support/uifixture.h"
#include "ui/panes/transfers/transferspane.h"

#include <QListView>

namespace hubdesk {

//! A Transfers pane over a fake queue, shown and active.
class TransfersStage
{
public:
    TransfersStage()
        : controller(&queue),
          pane(ui.context(), &controller)
    {
        pane.resize(1100, 700);
    }

    [[nodiscard]] bool show() { return showActive(&pane); }
    [[nodiscard]] QListView *list() const
    {
        return pane.findChild<QListView *>(QStringLiteral("transfersList"));
    }
    template <class T> T *seen(const QString &name) const { return visibleChild<T>(&pane, name); }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers,
                          list()->visualRect(list()->model()->index(row, 0)).center());
    }
    //! "3124": the ids in sight from the top.
    [[nodiscard]] QString order() const
    {
        QString order;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            order += list()->model()->index(row, 0).data(TransferModel::IdRole).toString();
        return order;
    }

    UiFixture ui;
    FakeTransferQueue queue;
    TransfersController controller;
    TransfersPane pane;
};

} // namespace hubdesk
