// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transfertotals.h"

#include "core/model/humanformat.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/limitswitch.h"
#include "ui/widgets/speedgraph.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

TransferTotals::TransferTotals(const UiContext &context, TransfersController *controller,
                               QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller)
{
    setObjectName(u"transferTotals"_s);
    setAccessibleName(tr("All transfers together"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kLarge, measure::kTiny, measure::kTiny, measure::kTiny);
    row->setSpacing(measure::kHuge);
    m_active = addFigure(row, u"totalsActive"_s, tr("Running"));
    m_waiting = addFigure(row, u"totalsWaiting"_s, tr("Waiting"));
    m_speed = addFigure(row, u"totalsSpeed"_s, tr("Speed"));
    m_left = addFigure(row, u"totalsLeft"_s, tr("Time left"));
    addLimit(row);
    m_graph = new SpeedGraph(context, &controller->speeds(), this);
    m_graph->setObjectName(u"totalsGraph"_s);
    row->addWidget(m_graph, 1);
    connect(controller, &TransfersController::sampled, m_graph, &SpeedGraph::refresh);
    connect(controller, &TransfersController::summaryChanged, this, &TransferTotals::refresh);
    connect(context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

ThemedLabel *TransferTotals::addFigure(QHBoxLayout *row, const QString &name, const QString &title)
{
    auto *key = new ThemedLabel(m_context.theme, FontRole::Secondary, Token::TextSecondary, this);
    key->setText(title);
    auto *value = new ThemedLabel(m_context.theme, FontRole::Section, Token::Text, this);
    value->setObjectName(name);
    key->setBuddy(value);
    auto *column = new QVBoxLayout;
    column->setSpacing(measure::kTiny / 2);
    column->addStretch();
    column->addWidget(key);
    column->addWidget(value);
    column->addStretch();
    row->addLayout(column);
    return value;
}

void TransferTotals::addLimit(QHBoxLayout *row)
{
    auto *key = new ThemedLabel(m_context.theme, FontRole::Secondary, Token::TextSecondary, this);
    key->setText(tr("Speed limit"));
    auto *value = new LimitSwitch(m_context, m_controller->queue(), u"totalsLimit"_s, this);
    key->setBuddy(value);
    // As high as the figures beside it.
    constexpr int kHeight = 22;
    value->setFixedHeight(kHeight);
    connect(value, &LimitSwitch::settingsRequested, this, &TransferTotals::settingsRequested);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(key);
    column->addWidget(value, 0, Qt::AlignLeft);
    column->addStretch();
    row->addLayout(column);
}

void TransferTotals::refresh()
{
    const TransferSummary &summary = m_controller->summary();
    const QLocale locale;
    m_active->setText(locale.toString(summary.active));
    m_waiting->setText(locale.toString(summary.waiting));
    m_speed->setText(summary.speed > 0 ? speedText(summary.speed) : u"–"_s);
    m_left->setText(summary.secondsLeft >= 0 ? durationText(summary.secondsLeft) : u"–"_s);
    m_left->setToolTip(summary.remaining > 0 ? tr("%1 to go").arg(humanSize(summary.remaining))
                                             : QString());
    // Figures must not push each other about while they change.
    for (ThemedLabel *label : {m_active, m_waiting, m_speed, m_left})
        label->setMinimumWidth(std::max(label->minimumWidth(), label->sizeHint().width()));
}

void TransferTotals::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), m_context.theme->color(Token::Surface),
            m_context.theme->color(Token::Border), measure::kRadius);
}

} // namespace hubdesk
