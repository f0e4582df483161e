// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/dialogs/closebuttons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

AboutDialog::AboutDialog(const UiContext &context, QWidget *parent)
    : QDialog(parent)
{
    constexpr int kWidth = 400;
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Hubdesk"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kHuge, measure::kHuge, measure::kHuge, measure::kLarge);
    column->setSpacing(measure::kSmall);
    const auto add = [&](FontRole font, Token token, const QString &text) {
        auto *label = new ThemedLabel(context.theme, font, token, this);
        label->setText(text);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    add(FontRole::Title, Token::Text, u"Hubdesk"_s);
    add(FontRole::Body, Token::TextSecondary,
        tr("Version %1").arg(QCoreApplication::applicationVersion()));
    add(FontRole::Body, Token::Text, tr("A desktop client for the Hugging Face Hub."));
    add(FontRole::Secondary, Token::TextSecondary,
        tr("Free software under the GNU General Public License, version 3 or later. It comes "
           "without any warranty. Hubdesk is not made by Hugging Face."));
    auto *buttons = makeCloseButtons(this);
    column->addSpacing(measure::kSmall);
    column->addWidget(buttons);
    setFixedWidth(kWidth);
}

} // namespace hubdesk
