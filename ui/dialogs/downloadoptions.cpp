// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/downloadoptions.h"

#include "core/model/humanformat.h"
#include "core/model/transfertext.h"
#include "ui/panes/transfers/transferplanactions.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/speedfield.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kThousand = 1000; // a speed field counts in thousands of bytes

} // namespace

DownloadOptions::DownloadOptions(const UiContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_fold(new QPushButton(tr("Options"), this)),
      m_text(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_content(new QWidget(this)),
      m_when(new QComboBox(m_content)),
      m_time(new QDateTimeEdit(startTime(StartChoice::InAnHour, QDateTime::currentDateTime()),
                               m_content)),
      m_priority(new QComboBox(m_content)),
      m_limit(new SpeedField(u"downloadLimit"_s, SpeedField::Zero::NoLimit, m_content))
{
    build();
    connect(m_fold, &QPushButton::clicked, this, [this] { unfold(!m_isOpen); });
    connect(m_when, &QComboBox::currentIndexChanged, this, &DownloadOptions::refresh);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &DownloadOptions::refresh);
    connect(m_priority, &QComboBox::currentIndexChanged, this, &DownloadOptions::refresh);
    connect(m_limit, &SpeedField::valueChanged, this, &DownloadOptions::refresh);
    unfold(false);
    refresh();
}

void DownloadOptions::build()
{
    m_fold->setObjectName(u"downloadOptions"_s);
    m_fold->setProperty("look", u"flat"_s);
    m_fold->setAutoDefault(false);
    // No wider than what it says, so that it stands under what is above.
    m_fold->setFixedWidth(measure::kIconLarge
                          + m_fold->fontMetrics().horizontalAdvance(m_fold->text())
                          + 3 * measure::kSmall);
    m_text->setObjectName(u"downloadOptionsText"_s);
    m_text->setElideMode(Qt::ElideRight);
    m_when->setObjectName(u"downloadWhen"_s);
    m_when->addItems({tr("As soon as it is its turn"), tr("In an hour"), tr("Tonight at 22:00"),
                      tr("Tomorrow at 6:00"), tr("At another time")});
    m_time->setObjectName(u"downloadStartTime"_s);
    m_time->setAccessibleName(tr("Starts at"));
    m_time->setCalendarPopup(true);
    m_time->setMinimumDate(QDate::currentDate());
    m_priority->setObjectName(u"downloadPriority"_s);
    for (const TransferPriority priority :
         {TransferPriority::High, TransferPriority::Normal, TransferPriority::Low})
        m_priority->addItem(priorityTitle(priority), static_cast<int>(priority));
    m_priority->setCurrentIndex(1);
    auto *fields = new QHBoxLayout(m_content);
    fields->setContentsMargins(measure::kSmall, 0, 0, 0);
    fields->setSpacing(measure::kSmall);
    const auto add = [this, fields](const QString &text, QWidget *field) {
        auto *label = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, m_content);
        label->setText(text);
        label->setBuddy(field);
        field->setAccessibleName(text);
        fields->addWidget(label);
        fields->addWidget(field);
    };
    add(tr("Start"), m_when);
    fields->addWidget(m_time);
    fields->addSpacing(measure::kSmall);
    add(tr("Priority"), m_priority);
    fields->addSpacing(measure::kSmall);
    add(tr("Speed"), m_limit);
    m_limit->setName(tr("Speed at most"));
    fields->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(measure::kSmall);
    head->addWidget(m_fold);
    head->addWidget(m_text, 1);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kTiny);
    column->addLayout(head);
    column->addWidget(m_content);
}

void DownloadOptions::unfold(bool open)
{
    m_isOpen = open;
    m_content->setVisible(open);
    m_text->setVisible(!open);
    m_fold->setAccessibleDescription(open ? tr("Shown") : tr("Hidden"));
    m_fold->setIcon(m_context.icons->icon(open ? u"chevron-down"_s : u"chevron-right"_s));
}

QDateTime DownloadOptions::start() const
{
    const QDateTime now = QDateTime::currentDateTime();
    switch (m_when->currentIndex()) {
    case InAnHour:
        return startTime(StartChoice::InAnHour, now);
    case Tonight:
        return startTime(StartChoice::Tonight, now);
    case TomorrowMorning:
        return startTime(StartChoice::TomorrowMorning, now);
    case OtherTime:
        return m_time->dateTime();
    default:
        return {};
    }
}

TransferOptions DownloadOptions::options() const
{
    TransferOptions options;
    options.startAt = start().toUTC();
    options.priority = static_cast<TransferPriority>(m_priority->currentData().toInt());
    options.rateLimit = kThousand * m_limit->value();
    return options;
}

void DownloadOptions::refresh()
{
    m_time->setVisible(m_when->currentIndex() == OtherTime);
    // What is folded away still counts and is told.
    QStringList parts;
    if (const QDateTime at = start(); at.isValid())
        parts << tr("starts %1", "date and time").arg(exactTime(at));
    const TransferOptions chosen = options();
    if (chosen.priority != TransferPriority::Normal)
        parts << tr("priority: %1").arg(priorityTitle(chosen.priority));
    if (chosen.rateLimit > 0)
        parts << tr("at most %1", "speed").arg(speedText(chosen.rateLimit));
    m_text->setText(parts.join(u", "_s));
    Q_EMIT
    changed();
}

} // namespace hubdesk
