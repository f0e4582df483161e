// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferplanactions.h"

#include "core/model/transfertext.h"
#include "ui/panes/transfers/startdialog.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kMega = 1'000'000;
constexpr std::array<qint64, 7> kLimits{kMega,      2 * kMega,  5 * kMega,  10 * kMega,
                                        20 * kMega, 50 * kMega, 100 * kMega};
constexpr int kHighestLimit = 10'000; // MB/s
constexpr qint64 kOtherLimit = -1;

} // namespace

QDateTime startTime(StartChoice choice, const QDateTime &now)
{
    const QTime night(22, 0);
    const QTime morning(6, 0);
    constexpr qint64 kHour = 3600;
    switch (choice) {
    case StartChoice::InAnHour:
        return now.addSecs(kHour);
    case StartChoice::Tonight: {
        const QDateTime tonight(now.date(), night, now.timeZone());
        return tonight > now ? tonight : QDateTime(now.date().addDays(1), night, now.timeZone());
    }
    case StartChoice::TomorrowMorning:
        return {now.date().addDays(1), morning, now.timeZone()};
    }
    return now;
}

TransferPlanActions::TransferPlanActions(const UiContext &context, TransfersController *controller,
                                         const TransferActions::MakeAction &make,
                                         std::function<std::vector<TransferId>()> shown,
                                         QWidget *pane)
    : QObject(pane),
      m_context(context),
      m_controller(controller),
      m_shown(std::move(shown)),
      m_pane(pane),
      m_move(addMenu(make, u"moveMenu"_s, tr("&Move"), u"sort"_s)),
      m_priority(addMenu(make, u"priorityMenu"_s, tr("Pr&iority"), {})),
      m_limit(addMenu(make, u"limitMenu"_s, tr("Speed &limit"), {})),
      m_start(addMenu(make, u"startMenu"_s, tr("&Start"), u"waiting"_s)),
      m_priorities(new QActionGroup(this)),
      m_limits(new QActionGroup(this))
{
    buildMove();
    buildPriority();
    buildLimit();
    buildStart();
    connect(controller->model(), &TransferModel::countsChanged, this, &TransferPlanActions::update);
    update();
}

QAction *TransferPlanActions::addMenu(const TransferActions::MakeAction &make, const QString &name,
                                      const QString &text, const QString &icon)
{
    QAction *action = make(name, text, icon);
    action->setMenu(new QMenu(m_pane));
    return action;
}

void TransferPlanActions::addMove(Step step, const QString &name, const QString &text,
                                  const QString &icon, const QString &keys)
{
    QAction *action = m_move->menu()->addAction(m_context.icons->icon(icon), text);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(keys));
    m_pane->addAction(action); // The shortcut works while the menu is closed.
    m_moves.append(action);
    connect(action, &QAction::triggered, this, [this, step] {
        m_controller->moveBy(step, m_ids, m_shown());
        Q_EMIT
        moved();
    });
}

void TransferPlanActions::buildMove()
{
    addMove(Step::Up, u"moveUp"_s, tr("&Up"), u"chevron-up"_s, u"Ctrl+Shift+Up"_s);
    addMove(Step::Down, u"moveDown"_s, tr("&Down"), u"chevron-down"_s, u"Ctrl+Shift+Down"_s);
    addMove(Step::Top, u"moveTop"_s, tr("To the &top"), {}, u"Ctrl+Shift+Home"_s);
    addMove(Step::Bottom, u"moveBottom"_s, tr("To the &bottom"), {}, u"Ctrl+Shift+End"_s);
}

void TransferPlanActions::buildPriority()
{
    m_priorities->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const TransferPriority priority :
         {TransferPriority::High, TransferPriority::Normal, TransferPriority::Low}) {
        QAction *action = m_priority->menu()->addAction(priorityTitle(priority));
        action->setObjectName(u"priority%1"_s.arg(static_cast<int>(priority)));
        action->setData(static_cast<int>(priority));
        action->setCheckable(true);
        m_priorities->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, priority] { m_controller->setPriority(m_ids, priority); });
    }
    connect(m_priority->menu(), &QMenu::aboutToShow, this, &TransferPlanActions::markPriority);
}

void TransferPlanActions::buildLimit()
{
    m_limits->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    QMenu *menu = m_limit->menu();
    const auto add = [this, menu](const QString &text, qint64 limit) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"limit%1"_s.arg(limit / kMega));
        action->setData(limit);
        action->setCheckable(true);
        m_limits->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, limit] { m_controller->setRateLimit(m_ids, limit); });
    };
    add(tr("&No limit of its own"), 0);
    menu->addSeparator();
    for (const qint64 limit : kLimits)
        add(speedText(limit), limit);
    menu->addSeparator();
    QAction *other = menu->addAction(tr("&Other..."));
    other->setObjectName(u"limitOther"_s);
    other->setCheckable(true);
    other->setData(kOtherLimit);
    m_limits->addAction(other);
    connect(other, &QAction::triggered, this, &TransferPlanActions::chooseLimit);
    connect(menu, &QMenu::aboutToShow, this, &TransferPlanActions::markLimit);
}

void TransferPlanActions::buildStart()
{
    QMenu *menu = m_start->menu();
    QAction *now = menu->addAction(tr("As soon as it is its &turn"));
    now->setObjectName(u"startNow"_s);
    connect(now, &QAction::triggered, this, [this] { m_controller->setStartAt(m_ids, {}); });
    menu->addSeparator();
    const auto add = [this, menu](const QString &name, const QString &text, StartChoice choice) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_controller->setStartAt(m_ids,
                                     startTime(choice, QDateTime::currentDateTime()).toUTC());
        });
    };
    add(u"startHour"_s, tr("In an &hour"), StartChoice::InAnHour);
    add(u"startTonight"_s, tr("Tonight at &22:00"), StartChoice::Tonight);
    add(u"startTomorrow"_s, tr("To&morrow at 6:00"), StartChoice::TomorrowMorning);
    menu->addSeparator();
    QAction *other = menu->addAction(tr("At &another time..."));
    other->setObjectName(u"startOther"_s);
    connect(other, &QAction::triggered, this, &TransferPlanActions::chooseStart);
}

void TransferPlanActions::setSelection(const std::vector<TransferId> &ids)
{
    m_ids = ids;
    update();
}

QList<QAction *> TransferPlanActions::forSelection() const
{
    return {m_move, m_priority, m_limit, m_start};
}

void TransferPlanActions::update()
{
    const bool some = !m_ids.empty() && m_controller->model()->rowCount() > 1;
    m_move->setEnabled(some);
    for (QAction *action : std::as_const(m_moves))
        action->setEnabled(some);
    const bool open = m_controller->canPlan(m_ids);
    for (QAction *action : {m_priority, m_limit, m_start})
        action->setEnabled(open);
}

std::vector<const Transfer *> TransferPlanActions::rows() const
{
    std::vector<const Transfer *> rows;
    for (const TransferId id : m_ids) {
        const int row = m_controller->model()->rowOf(id);
        if (row >= 0 && !isEnded(m_controller->model()->at(row).state))
            rows.push_back(&m_controller->model()->at(row));
    }
    return rows;
}

void TransferPlanActions::markPriority()
{
    const auto all = rows();
    for (QAction *action : m_priorities->actions()) {
        const auto priority = static_cast<TransferPriority>(action->data().toInt());
        action->setChecked(!all.empty() && std::ranges::all_of(all, [priority](const auto *row) {
            return row->priority == priority;
        }));
    }
}

void TransferPlanActions::markLimit()
{
    const auto all = rows();
    const bool same = !all.empty() && std::ranges::all_of(all, [&all](const auto *row) {
        return row->rateLimit == all.front()->rateLimit;
    });
    bool found = false;
    for (QAction *action : m_limits->actions()) {
        const qint64 limit = action->data().toLongLong();
        const bool on = same && (limit == kOtherLimit ? !found : all.front()->rateLimit == limit);
        action->setChecked(on);
        found = found || on;
    }
}

void TransferPlanActions::chooseLimit()
{
    const auto all = rows();
    auto *dialog = new QInputDialog(m_pane->window());
    dialog->setObjectName(u"limitDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Speed limit"));
    dialog->setLabelText(tr("At most, in MB/s:"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, kHighestLimit);
    dialog->setIntValue(all.empty() ? 1 : static_cast<int>(all.front()->rateLimit / kMega));
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this, ids = m_ids](int value) { m_controller->setRateLimit(ids, value * kMega); });
    dialog->open();
}

void TransferPlanActions::chooseStart()
{
    const auto all = rows();
    auto *dialog =
        new StartDialog(all.empty() || !all.front()->startAt.isValid()
                            ? startTime(StartChoice::InAnHour, QDateTime::currentDateTime())
                            : all.front()->startAt.toLocalTime(),
                        m_pane->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids = m_ids] {
        m_controller->setStartAt(ids, dialog->chosen().toUTC());
    });
    dialog->open();
}

} // namespace hubdesk
