// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/weekdialog.h"

#include "ui/dialogs/closebuttons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

WeekDialog::WeekDialog(const UiContext &context, WeekEditor::Kind kind, const Words &words,
                       const WeeklySchedule &schedule, QWidget *parent)
    : QDialog(parent)
{
    constexpr int kWidth = 720;
    setObjectName(u"weekDialog"_s);
    setWindowTitle(words.title);
    auto *intro = new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this);
    intro->setText(words.intro);
    intro->setWordWrap(true);
    auto *editor = new WeekEditor(context, kind, words.empty, this);
    editor->setSchedule(schedule);
    connect(editor, &WeekEditor::scheduleChanged, this, &WeekDialog::scheduleChanged);
    auto *buttons = makeCloseButtons(this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"weekClose"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kMedium);
    column->addWidget(intro);
    column->addWidget(editor, 1);
    column->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    editor->setFocus();
}

} // namespace hubdesk
