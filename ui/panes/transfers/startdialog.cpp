// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/startdialog.h"

#include "ui/theme/measures.h"
#include "ui/widgets/paneheader.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

StartDialog::StartDialog(const QDateTime &start, QWidget *parent)
    : QDialog(parent),
      m_edit(new QDateTimeEdit(start, this))
{
    setObjectName(u"startDialog"_s);
    setWindowTitle(tr("Start at"));
    m_edit->setObjectName(u"startTime"_s);
    m_edit->setCalendarPopup(true);
    m_edit->setMinimumDate(QDate::currentDate());
    auto *label = new QLabel(tr("The download &waits until:"), this);
    label->setBuddy(m_edit);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Set start"));
    makePrimary(buttons->button(QDialogButtonBox::Ok));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kSmall);
    column->addWidget(label);
    column->addWidget(m_edit);
    column->addSpacing(measure::kSmall);
    column->addWidget(buttons);
    setFixedSize(sizeHint());
}

QDateTime StartDialog::chosen() const
{
    return m_edit->dateTime();
}

} // namespace hubdesk
