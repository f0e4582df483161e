// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/weekeditor.h"

#include "core/model/speedlimits.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/speedfield.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/weekgrid.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kDays = 7;
constexpr qint64 kThousand = 1000; // a speed field counts in thousands of bytes
constexpr int kFirstBrush = 1000; // 1 MB/s
constexpr int kSummaryLines = 3;

} // namespace

WeekEditor::WeekEditor(const UiContext &context, Kind kind, QString emptyText, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_kind(kind),
      m_emptyText(std::move(emptyText)),
      m_grid(new WeekGrid(
          context, kind == Kind::Limits ? std::function<QString(qint64)>(limitText) : nullptr,
          this)),
      m_presets(addButton(u"weekPresets"_s, tr("Presets"), {})),
      m_copy(addButton(u"weekCopy"_s, {}, u"copy"_s)),
      m_clear(addButton(u"weekClear"_s, tr("Clear"), u"clear"_s)),
      m_undoButton(addButton(u"weekUndo"_s, tr("Undo"), u"undo"_s)),
      m_redoButton(addButton(u"weekRedo"_s, tr("Redo"), {})),
      m_summary(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this))
{
    build();
    buildPresets();
    buildCopy();
    connect(m_grid, &WeekGrid::edited, this, &WeekEditor::edit);
    connect(m_grid, &WeekGrid::currentDayChanged, this, &WeekEditor::refresh);
    connect(m_clear, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_undoButton, &QPushButton::clicked, this, [this] { step(m_undo, m_redo); });
    connect(m_redoButton, &QPushButton::clicked, this, [this] { step(m_redo, m_undo); });
    const auto bind = [this](QPushButton *button, const QKeySequence &keys) {
        button->setToolTip(
            u"%1 (%2)"_s.arg(button->text(), keys.toString(QKeySequence::NativeText)));
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    };
    bind(m_undoButton, QKeySequence(u"Ctrl+Z"_s));
    bind(m_redoButton, QKeySequence(u"Ctrl+Shift+Z"_s));
    setFocusProxy(m_grid);
    refresh();
}

WeekEditor::~WeekEditor() = default;

QPushButton *WeekEditor::addButton(const QString &name, const QString &text, const QString &icon)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        button->setIcon(m_context.icons->icon(icon));
    return button;
}

void WeekEditor::build()
{
    m_grid->setObjectName(u"weekGrid"_s);
    m_summary->setObjectName(u"weekSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // The window is not to jump with every hour that is marked.
    m_summary->setMinimumHeight(kSummaryLines * m_summary->fontMetrics().lineSpacing());
    auto *tools = new QHBoxLayout;
    tools->setSpacing(measure::kSmall);
    for (QPushButton *button : {m_presets, m_copy, m_clear})
        tools->addWidget(button);
    tools->addStretch();
    tools->addWidget(m_undoButton);
    tools->addWidget(m_redoButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kMedium);
    if (m_kind == Kind::Limits) {
        m_brush = new SpeedField(u"weekBrush"_s, SpeedField::Zero::NoLimit, this);
        m_brush->setValue(kFirstBrush);
        auto *label = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
        label->setText(tr("Limit for the hours that you mark"));
        label->setBuddy(m_brush);
        m_brush->setName(label->text());
        auto *row = new QHBoxLayout;
        row->setSpacing(measure::kSmall);
        row->addWidget(label);
        row->addWidget(m_brush);
        row->addStretch();
        column->addLayout(row);
        connect(m_brush, &SpeedField::valueChanged, this, [this] { m_grid->setBrush(brush()); });
        m_grid->setBrush(brush());
    }
    column->addLayout(tools);
    column->addWidget(m_grid);
    column->addWidget(m_summary);
    column->addStretch();
}

void WeekEditor::buildPresets()
{
    auto *menu = new QMenu(m_presets);
    for (const WeekPreset preset :
         {WeekPreset::Nights, WeekPreset::Weekends, WeekPreset::NightsAndWeekends,
          WeekPreset::WorkingHours, WeekPreset::WholeWeek}) {
        QAction *action = menu->addAction(weekPresetTitle(preset));
        action->setObjectName(u"weekPreset%1"_s.arg(static_cast<int>(preset)));
        connect(action, &QAction::triggered, this,
                [this, preset] { edit(weekPreset(preset, brush())); });
    }
    m_presets->setMenu(menu);
}

void WeekEditor::buildCopy()
{
    auto *menu = new QMenu(m_copy);
    const auto add = [this, menu](const QString &name, const QString &text,
                                  const std::vector<int> &days) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this,
                [this, days] { edit(withDayCopied(schedule(), m_grid->currentDay(), days)); });
        return action;
    };
    const std::vector<int> all{1, 2, 3, 4, 5, 6, 7};
    const std::vector<int> workdays{1, 2, 3, 4, 5};
    add(u"weekCopyAll"_s, tr("All other days"), all);
    add(u"weekCopyWorkdays"_s, dayListText(workdays), workdays);
    menu->addSeparator();
    for (int day = 1; day <= kDays; ++day)
        m_copyDays.push_back(
            add(u"weekCopy%1"_s.arg(day), QLocale().standaloneDayName(day), {day}));
    m_copy->setMenu(menu);
}

qint64 WeekEditor::brush() const
{
    return m_brush ? kThousand * m_brush->value() : 0;
}

const WeeklySchedule &WeekEditor::schedule() const
{
    return m_grid->schedule();
}

void WeekEditor::setSchedule(const WeeklySchedule &schedule)
{
    m_undo.clear();
    m_redo.clear();
    m_grid->setSchedule(schedule);
    refresh();
}

void WeekEditor::edit(const WeeklySchedule &schedule)
{
    if (schedule == this->schedule())
        return;
    m_undo.push_back(this->schedule());
    m_redo.clear();
    show(schedule);
}

void WeekEditor::step(std::vector<WeeklySchedule> &from, std::vector<WeeklySchedule> &to)
{
    if (from.empty())
        return;
    to.push_back(schedule());
    const WeeklySchedule wanted = from.back();
    from.pop_back();
    show(wanted);
}

void WeekEditor::show(const WeeklySchedule &schedule)
{
    m_grid->setSchedule(schedule);
    refresh();
    Q_EMIT
    scheduleChanged(schedule);
}

void WeekEditor::refresh()
{
    const QString summary = weekSummary(
        schedule(), m_kind == Kind::Limits ? std::function<QString(qint64)>(limitText) : nullptr);
    m_summary->setText(summary.isEmpty() ? m_emptyText : tr("%1.", "sentence").arg(summary));
    m_undoButton->setEnabled(!m_undo.empty());
    m_redoButton->setEnabled(!m_redo.empty());
    m_clear->setEnabled(!schedule().isEmpty());
    m_copy->setText(
        tr("Copy %1 to", "day of the week").arg(QLocale().standaloneDayName(m_grid->currentDay())));
    for (int day = 1; day <= kDays; ++day)
        m_copyDays[static_cast<size_t>(day - 1)]->setVisible(day != m_grid->currentDay());
}

} // namespace hubdesk
