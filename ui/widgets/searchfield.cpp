// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/icons.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace hubdesk {

SearchField::SearchField(const UiContext &context, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    constexpr int kWidth = 220;
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    setFixedWidth(kWidth);
    addAction(context.icons->icon(u"search"_s, Token::TextSecondary), LeadingPosition);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (m_target && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Escape)) {
        m_target->setFocus(Qt::OtherFocusReason);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace hubdesk
