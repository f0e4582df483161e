// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/dialogs/closebuttons.h"
#include "ui/panes/settings/settingswidget.h"
#include "ui/theme/measures.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

SettingsDialog::SettingsDialog(const UiContext &context, SettingsController *settings,
                               AccountController *account, QWidget *parent)
    : QDialog(parent),
      m_widget(new SettingsWidget(context, settings, account, this))
{
    constexpr QSize kSize(760, 720);
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    auto *buttons = makeCloseButtons(this);
    buttons->setContentsMargins(measure::kLarge, measure::kMedium, measure::kLarge,
                                measure::kMedium);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"settingsClose"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_widget, 1);
    column->addWidget(buttons);
    resize(kSize);
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
