// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/importdialog.h"

#include "core/settings/settingsfile.h"
#include "core/settings/settingtexts.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

ImportDialog::ImportDialog(const UiContext &context, const SettingsImport &import, QWidget *parent)
    : QDialog(parent),
      m_context(context)
{
    constexpr QSize kSize(600, 420);
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import settings"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kMedium);
    column->setSpacing(measure::kSmall);
    addChanges(import);
    addNotes(import);
    auto *buttons = new QDialogButtonBox(this);
    auto *apply = buttons->addButton(tr("Change the settings"), QDialogButtonBox::AcceptRole);
    auto *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    apply->setObjectName(u"importApply"_s);
    apply->setEnabled(!import.changes.empty());
    cancel->setObjectName(u"importCancel"_s);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(kSize);
}

void ImportDialog::addChanges(const SettingsImport &import)
{
    auto *title = new ThemedLabel(m_context.theme, FontRole::Section, Token::Text, this);
    title->setText(import.changes.empty() ? tr("Everything is like that already")
                                          : tr("%n settings change", nullptr,
                                               static_cast<int>(import.changes.size())));
    layout()->addWidget(title);
    auto *list = new QTreeWidget(this);
    list->setObjectName(u"importChanges"_s);
    list->setAccessibleName(tr("What changes"));
    list->setHeaderLabels({tr("Setting"), tr("Now"), tr("Then")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const SettingChange &change : import.changes) {
        auto *item = new QTreeWidgetItem(list,
                                         {settingLabel(change.key),
                                          settingValueText(change.key, change.before),
                                          settingValueText(change.key, change.after)});
        for (int i = 0; i < list->columnCount(); ++i)
            item->setToolTip(i, item->text(i));
    }
    list->header()->setSectionResizeMode(QHeaderView::Stretch);
    layout()->addWidget(list);
}

void ImportDialog::addNotes(const SettingsImport &import)
{
    QStringList notes;
    if (!import.refused.isEmpty())
        notes << tr("Left out because the value cannot be: %1.").arg(import.refused.join(u", "_s));
    if (!import.unknown.isEmpty())
        notes << tr("Not known to this version: %1.").arg(import.unknown.join(u", "_s));
    if (notes.isEmpty())
        return;
    auto *note = new ThemedLabel(m_context.theme, FontRole::Secondary, Token::Warn, this);
    note->setObjectName(u"importNote"_s);
    note->setWordWrap(true);
    note->setText(notes.join(u'\n'));
    layout()->addWidget(note);
}

} // namespace hubdesk
