// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferscontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QHBoxLayout;

namespace hubdesk {

class SpeedGraph;
class ThemedLabel;

//! The whole queue at a glance: running, waiting, speed, time left, and the speed of the last
//! minutes; and the speed limit with its switch. Object names: "totalsActive", "totalsWaiting",
//! "totalsSpeed", "totalsLeft", "totalsLimit", "totalsGraph".
class TransferTotals final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferTotals)

public:
    TransferTotals(const UiContext &context, TransfersController *controller,
                   QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ThemedLabel *addFigure(QHBoxLayout *row, const QString &name, const QString &title);
    void addLimit(QHBoxLayout *row);

    UiContext m_context;
    TransfersController *m_controller;
    ThemedLabel *m_active = nullptr;
    ThemedLabel *m_waiting = nullptr;
    ThemedLabel *m_speed = nullptr;
    ThemedLabel *m_left = nullptr;
    SpeedGraph *m_graph = nullptr;
};

} // namespace hubdesk
