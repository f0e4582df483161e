// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/gatenotice.h"

#include "ui/theme/hubdeskstyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct GateWords
{
    QString title;
    QString action;
};

GateWords words(GateState gate)
{
    switch (gate) {
    case GateState::NotSignedIn:
        return {GateNotice::tr("Gated: you are not signed in"), GateNotice::tr("Sign in")};
    case GateState::MissingScope:
        return {GateNotice::tr("Gated: your token lacks a permission"),
                GateNotice::tr("Open token settings")};
    case GateState::TermsNotAccepted:
        return {GateNotice::tr("Gated: terms not accepted yet"), GateNotice::tr("Ask for access")};
    case GateState::Pending:
        return {GateNotice::tr("Gated: your request is pending"),
                GateNotice::tr("Open the request")};
    case GateState::Rejected:
        return {GateNotice::tr("Gated: your request was rejected"),
                GateNotice::tr("Open the repo's page")};
    }
    return {};
}

} // namespace

GateNotice::GateNotice(const UiContext &context, QWidget *parent)
    : QFrame(parent),
      m_context(context),
      m_icon(new QLabel(this)),
      m_title(new ThemedLabel(context.theme, FontRole::Strong, Token::Text, this)),
      m_text(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_action(new QPushButton(this)),
      m_again(new QPushButton(tr("Check again"), this))
{
    setObjectName(u"gateNotice"_s);
    m_title->setObjectName(u"gateTitle"_s);
    m_text->setObjectName(u"gateText"_s);
    m_text->setWordWrap(true);
    m_action->setObjectName(u"gateAction"_s);
    m_again->setObjectName(u"gateAgain"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kMedium, measure::kSmall, measure::kMedium, measure::kSmall);
    row->setSpacing(measure::kMedium);
    row->addWidget(m_icon);
    row->addLayout(texts, 1);
    row->addWidget(m_again);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &GateNotice::act);
    connect(m_again, &QPushButton::clicked, this, &GateNotice::checkAgainRequested);
    connect(m_context.theme, &Theme::changed, this, &GateNotice::refreshIcon);
    refreshIcon();
    hide();
}

void GateNotice::setGate(const std::optional<GateState> &gate)
{
    m_gate = gate;
    if (gate) {
        const GateWords said = words(*gate);
        m_title->setText(said.title);
        m_text->setText(gateText(*gate));
        m_action->setText(said.action);
        setAccessibleName(said.title);
    }
    setVisible(gate.has_value());
}

void GateNotice::focusAction()
{
    m_action->setFocus(Qt::OtherFocusReason);
}

void GateNotice::act()
{
    if (!m_gate)
        return;
    switch (*m_gate) {
    case GateState::NotSignedIn:
        Q_EMIT
        signInRequested();
        break;
    case GateState::MissingScope:
        Q_EMIT
        tokenSettingsRequested();
        break;
    case GateState::TermsNotAccepted:
    case GateState::Pending:
    case GateState::Rejected:
        Q_EMIT
        repoPageRequested();
        break;
    }
}

void GateNotice::refreshIcon()
{
    m_icon->setPixmap(
        m_context.icons->pixmap(u"key"_s, measure::kIconLarge, devicePixelRatioF(), Token::Warn));
    update();
}

void GateNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), m_context.theme->color(Token::AccentSoft),
            m_context.theme->color(Token::Border), measure::kRadius);
}

} // namespace hubdesk
