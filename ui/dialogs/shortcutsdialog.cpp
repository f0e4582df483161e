// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcutsdialog.h"

#include "ui/dialogs/closebuttons.h"
#include "ui/theme/measures.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

ShortcutsDialog::ShortcutsDialog(const UiContext &, const QList<QAction *> &actions,
                                 QWidget *parent)
    : QDialog(parent)
{
    constexpr QSize kSize(460, 560);
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setObjectName(u"shortcutsList"_s);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        new QTreeWidgetItem(list,
                            {action->text().remove(u'&').remove(u"..."_s), keys.join(u", "_s)});
    }
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    auto *buttons = makeCloseButtons(this);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(measure::kMedium);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(kSize);
}

} // namespace hubdesk
