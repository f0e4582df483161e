// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/spacebanner.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

SpaceBanner::SpaceBanner(const UiContext &context, TransfersController *controller, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_icon(new QLabel(this)),
      m_text(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this))
{
    setObjectName(u"spaceBanner"_s);
    m_text->setObjectName(u"spaceText"_s);
    m_text->setWordWrap(true);
    auto *free = new QPushButton(tr("Free space..."), this);
    free->setObjectName(u"spaceFree"_s);
    free->setIcon(context.icons->icon(u"cache"_s));
    auto *retry = new QPushButton(tr("Try now"), this);
    retry->setObjectName(u"spaceRetry"_s);
    retry->setIcon(context.icons->icon(u"retry"_s));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kMedium, measure::kSmall, measure::kSmall, measure::kSmall);
    row->setSpacing(measure::kSmall);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {free, retry}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(free, &QPushButton::clicked, this, &SpaceBanner::freeRequested);
    connect(retry, &QPushButton::clicked, controller, &TransfersController::retrySpace);
    connect(controller, &TransfersController::summaryChanged, this, &SpaceBanner::refresh);
    connect(context.theme, &Theme::changed, this, &SpaceBanner::refreshIcon);
    refreshIcon();
    refresh();
}

void SpaceBanner::refresh()
{
    const TransferSummary &summary = m_controller->summary();
    setVisible(summary.waitingForSpace > 0);
    if (summary.waitingForSpace == 0)
        return;
    QString text = summary.spaceReason.isEmpty()
        ? tr("The disk is full. What waits goes on when there is room.")
        : summary.spaceReason;
    if (summary.waitingForSpace > 1)
        text += u' ' + tr("%n downloads wait for room.", nullptr, summary.waitingForSpace);
    m_text->setText(text);
    setAccessibleName(text);
}

void SpaceBanner::refreshIcon()
{
    m_icon->setPixmap(
        m_context.icons->pixmap(u"disk"_s, measure::kIconLarge, devicePixelRatioF(), Token::Bad));
    update();
}

void SpaceBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), m_context.theme->color(Token::Surface),
            m_context.theme->color(Token::Bad), measure::kRadius);
}

} // namespace hubdesk
