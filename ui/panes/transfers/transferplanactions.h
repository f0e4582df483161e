// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferscontroller.h"
#include "ui/panes/transfers/transferactions.h"
#include "ui/shell/uicontext.h"

#include <QDateTime>
#include <QObject>

#include <functional>

class QAction;
class QActionGroup;
class QMenu;

namespace hubdesk {

//! The times that the menu offers. Pure: \a now and the result are in the user's zone.
enum class StartChoice { InAnHour, Tonight, TomorrowMorning };
//! In an hour; the next 22:00; 6:00 of tomorrow.
[[nodiscard]] QDateTime startTime(StartChoice choice, const QDateTime &now);

//! What decides when and how fast the selected transfers run: their place in the queue, priority,
//! speed limit, start. Makes no widgets but menus and, on demand, two small dialogs.
class TransferPlanActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferPlanActions)

public:
    //! \a shown: the ids in sight, from the top.
    TransferPlanActions(const UiContext &context, TransfersController *controller,
                        const TransferActions::MakeAction &make,
                        std::function<std::vector<TransferId>()> shown, QWidget *pane);

    void setSelection(const std::vector<TransferId> &ids);
    //! The sub-menus, for the context menu.
    [[nodiscard]] QList<QAction *> forSelection() const;

Q_SIGNALS:
    //! The rows of the selection went somewhere else.
    void moved();

private:
    using Step = TransfersController::Step;

    QAction *addMenu(const TransferActions::MakeAction &make, const QString &name,
                     const QString &text, const QString &icon);
    void buildMove();
    void buildPriority();
    void buildLimit();
    void buildStart();
    void addMove(Step step, const QString &name, const QString &text, const QString &icon,
                 const QString &keys);
    void update();
    void markPriority();
    void markLimit();
    void chooseLimit();
    void chooseStart();
    [[nodiscard]] std::vector<const Transfer *> rows() const;

    UiContext m_context;
    TransfersController *m_controller;
    std::function<std::vector<TransferId>()> m_shown;
    QWidget *m_pane;
    std::vector<TransferId> m_ids;
    QAction *m_move;
    QAction *m_priority;
    QAction *m_limit;
    QAction *m_start;
    QActionGroup *m_priorities;
    QActionGroup *m_limits;
    QList<QAction *> m_moves;
};

} // namespace hubdesk
