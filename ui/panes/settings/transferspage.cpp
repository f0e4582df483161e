// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/transferspage.h"

#include "core/model/speedlimits.h"
#include "ui/panes/settings/weekdialog.h"
#include "ui/theme/measures.h"
#include "ui/widgets/speedfield.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

WeeklySchedule scheduleOf(const Settings &settings, SettingKey key)
{
    return WeeklySchedule::parse(settings.text(key)).value_or(WeeklySchedule());
}

} // namespace

TransfersPage::TransfersPage(const UiContext &context, QWidget *parent)
    : SettingsPage(context, tr("Transfers"), parent)
{
    buildNumbers();
    buildSpeeds();
    buildWeeks();
    addKey(SettingKey::SlowDown);
    alignLabels();
    const auto refresh = [this] {
        for (const auto &each : m_refresh)
            each();
    };
    connect(context.settings, &Settings::changed, this, refresh);
    refresh();
}

QFormLayout *TransfersPage::addForm()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(measure::kLarge);
    form->setVerticalSpacing(measure::kSmall);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    addWidget(box);
    return form;
}

void TransfersPage::addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *text = new ThemedLabel(context().theme, FontRole::Body, Token::Text, this);
    text->setText(label);
    text->setBuddy(field);
    text->setMinimumHeight(field->sizeHint().height());
    m_labels.push_back(text);
    form->addRow(text, field);
}

//! The fields of all forms stand in one column.
void TransfersPage::alignLabels()
{
    int width = 0;
    for (const ThemedLabel *label : m_labels)
        width = std::max(width, label->sizeHint().width());
    for (ThemedLabel *label : m_labels)
        label->setMinimumWidth(width);
}

void TransfersPage::addNumber(QFormLayout *form, const QString &name, const QString &label,
                              SettingKey key, int most)
{
    constexpr int kWidth = 96;
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setAccessibleName(label);
    spin->setRange(1, most);
    spin->setFixedWidth(kWidth);
    spin->setKeyboardTracking(false);
    addRow(form, label, spin);
    describe(spin, key, tr("parallel, at once, connections, speed"));
    connect(spin, &QSpinBox::valueChanged, this,
            [this, key](int value) { context().settings->setValue(key, value); });
    m_refresh.emplace_back([this, spin, key] {
        const QSignalBlocker blocker(spin);
        spin->setValue(context().settings->number(key));
    });
}

void TransfersPage::buildNumbers()
{
    // The settings table has the same ranges.
    constexpr int kMostTransfers = 1000;
    constexpr int kMostFiles = 16;
    constexpr int kMostPerFile = 32;
    constexpr int kMostConnections = 64;
    addHeading(tr("At once"));
    QFormLayout *form = addForm();
    addNumber(form, u"maxActive"_s, tr("Transfers"), SettingKey::MaxActiveTransfers,
              kMostTransfers);
    addNumber(form, u"parallelDownloads"_s, tr("Files"), SettingKey::ParallelDownloads, kMostFiles);
    addNumber(form, u"connectionsPerFile"_s, tr("Connections per file"),
              SettingKey::ConnectionsPerFile, kMostPerFile);
    addNumber(form, u"connections"_s, tr("Connections in all"), SettingKey::Connections,
              kMostConnections);
    addNote(u"parallelNote"_s,
            tr("These are upper bounds: Hubdesk opens more connections only while they bring more. "
               "Fewer are kinder to a slow line."));
    auto *smallest = new QCheckBox(tr("Start the smallest waiting transfer first"), this);
    smallest->setObjectName(u"smallestFirst"_s);
    addWidget(smallest);
    describe(smallest, SettingKey::SmallestFirst, tr("order, queue"));
    connect(smallest, &QCheckBox::clicked, this,
            [this](bool on) { context().settings->setValue(SettingKey::SmallestFirst, on); });
    m_refresh.emplace_back([this, smallest] {
        smallest->setChecked(context().settings->flag(SettingKey::SmallestFirst));
    });
}

void TransfersPage::addSpeed(QFormLayout *form, const QString &name, const QString &label,
                             SettingKey key)
{
    auto *field = new SpeedField(name,
                                 key == SettingKey::SlowDownLimit ? SpeedField::Zero::Forbidden
                                                                  : SpeedField::Zero::NoLimit,
                                 this);
    field->setName(label);
    addRow(form, label, field);
    describe(field, key, tr("bandwidth, limit, throttle, MB/s"));
    connect(field, &SpeedField::valueChanged, this,
            [this, key](int value) { context().settings->setValue(key, value); });
    m_refresh.emplace_back(
        [this, field, key] { field->setValue(context().settings->number(key)); });
}

void TransfersPage::buildSpeeds()
{
    addHeading(tr("Speed"));
    QFormLayout *form = addForm();
    addSpeed(form, u"downloadLimit"_s, tr("Downloads at most"), SettingKey::DownloadLimit);
    addSpeed(form, u"uploadLimit"_s, tr("Uploads at most"), SettingKey::UploadLimit);
    addSpeed(form, u"slowDownLimit"_s, tr("Slowed down to"), SettingKey::SlowDownLimit);
    addNote(u"slowDownNote"_s,
            tr("The turtle at the foot of the window slows transfers down for a while."));
}

void TransfersPage::addWeek(const Week &week)
{
    auto *label = new ThemedLabel(context().theme, FontRole::Body, Token::Text, this);
    label->setText(week.title);
    auto *summary =
        new ThemedLabel(context().theme, FontRole::Secondary, Token::TextSecondary, this);
    summary->setObjectName(week.name + u"Summary"_s);
    summary->setWordWrap(true);
    auto *button = new QPushButton(tr("Change..."), this);
    button->setObjectName(week.name);
    button->setAccessibleName(tr("Change: %1").arg(week.title));
    button->setAutoDefault(false);
    label->setBuddy(button);
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kLarge);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(measure::kTiny / 2);
    texts->addWidget(label);
    texts->addWidget(summary);
    row->addLayout(texts, 1);
    row->addWidget(button, 0, Qt::AlignTop);
    addWidget(box);
    describe(button, week.key, tr("schedule, time, night, week, bandwidth"));
    connect(button, &QPushButton::clicked, this, [this, week] { openWeek(week); });
    m_refresh.emplace_back([this, summary, button, week] {
        const QString text =
            weekSummary(scheduleOf(*context().settings, week.key),
                        week.hasLimits ? std::function<QString(qint64)>(limitText) : nullptr);
        summary->setText(text.isEmpty() ? week.empty : text);
        button->setAccessibleDescription(summary->text());
    });
}

void TransfersPage::buildWeeks()
{
    addHeading(tr("Hours"));
    addWeek({.key = SettingKey::TransferWindows,
             .name = u"windows"_s,
             .title = tr("When transfers may run"),
             .intro = tr("Transfers run in the marked hours only. What runs when they end stops, "
                         "keeps what it has and goes on by itself."),
             .empty = tr("At any time"),
             .hasLimits = false});
    addWeek({.key = SettingKey::DownloadLimitSchedule,
             .name = u"downloadHours"_s,
             .title = tr("Download limit by hours"),
             .intro = tr("In the marked hours these limits hold instead of the one for all "
                         "downloads."),
             .empty = tr("The same limit all week"),
             .hasLimits = true});
    addWeek({.key = SettingKey::UploadLimitSchedule,
             .name = u"uploadHours"_s,
             .title = tr("Upload limit by hours"),
             .intro = tr("In the marked hours these limits hold instead of the one for all "
                         "uploads."),
             .empty = tr("The same limit all week"),
             .hasLimits = true});
}

void TransfersPage::openWeek(const Week &week)
{
    auto *dialog = new WeekDialog(
        context(), week.hasLimits ? WeekEditor::Kind::Limits : WeekEditor::Kind::Hours,
        {week.title, week.intro, week.empty}, scheduleOf(*context().settings, week.key), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WeekDialog::scheduleChanged, this,
            [this, key = week.key](const WeeklySchedule &schedule) {
                context().settings->setValue(key, schedule.toString());
            });
    dialog->open();
}

} // namespace hubdesk
