// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "core/model/settingscontroller.h"
#include "ui/dialogs/closebuttons.h"
#include "ui/panes/settings/settingspage.h"
#include "ui/panes/settings/settingswidget.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

SettingsDialog::SettingsDialog(const UiContext &context, SettingsController *settings,
                               AccountController *account, QWidget *parent)
    : QDialog(parent),
      m_controller(settings),
      m_widget(new SettingsWidget(context, settings, account, this))
{
    constexpr QSize kSize(920, 720);
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    auto *buttons = makeCloseButtons(this);
    buttons->setContentsMargins(measure::kLarge, measure::kMedium, measure::kLarge,
                                measure::kMedium);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"settingsClose"_s);
    // Enter in a field keeps what is in it, it does not close the window.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_resetPage = buttons->addButton(tr("Reset this page"), QDialogButtonBox::ResetRole);
    m_resetPage->setObjectName(u"settingsResetPage"_s);
    m_resetPage->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_widget, 1);
    column->addWidget(makeUndoRow(context));
    column->addWidget(buttons);
    resize(kSize);
    connect(m_resetPage, &QPushButton::clicked, this, &SettingsDialog::resetPage);
    connect(settings, &SettingsController::undoChanged, this, &SettingsDialog::showUndo);
    const auto allowReset = [this] {
        const SettingsPage *page = m_widget->currentPage();
        m_resetPage->setEnabled(page && !page->keys().isEmpty());
    };
    connect(m_widget, &SettingsWidget::pageChanged, this, allowReset);
    allowReset();
    showUndo();
    m_widget->setFocus();
}

QWidget *SettingsDialog::makeUndoRow(const UiContext &context)
{
    m_undoRow = new QWidget(this);
    m_undoText = new ThemedLabel(context.theme, FontRole::Body, Token::Text, m_undoRow);
    m_undoText->setObjectName(u"settingsUndoText"_s);
    auto *undo = new QPushButton(tr("Undo"), m_undoRow);
    undo->setObjectName(u"settingsUndo"_s);
    undo->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_undoRow);
    row->setContentsMargins(measure::kLarge, measure::kSmall, measure::kLarge, 0);
    row->addWidget(m_undoText, 1);
    row->addWidget(undo);
    connect(undo, &QPushButton::clicked, m_controller, &SettingsController::undo);
    return m_undoRow;
}

void SettingsDialog::showUndo()
{
    m_undoText->setText(m_controller->undoText());
    m_undoRow->setVisible(!m_controller->undoText().isEmpty());
}

void SettingsDialog::resetPage()
{
    if (const SettingsPage *page = m_widget->currentPage())
        m_controller->reset(page->keys(),
                            tr("The page \"%1\" is as it was at first.").arg(page->title()));
}

void SettingsDialog::showPage(const QString &id)
{
    m_widget->showPage(id);
}

QString SettingsDialog::page() const
{
    return m_widget->page();
}

} // namespace hubdesk
