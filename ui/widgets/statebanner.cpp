// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statebanner.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

StateBanner::StateBanner(const UiContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_icon(new QLabel(this)),
      m_text(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this)),
      m_retry(new QPushButton(tr("Retry"), this)),
      m_goOnline(new QPushButton(tr("Go online"), this)),
      m_signIn(new QPushButton(tr("Sign in"), this))
{
    m_text->setObjectName(u"bannerText"_s);
    m_text->setElideMode(Qt::ElideRight);
    m_retry->setObjectName(u"bannerRetry"_s);
    m_goOnline->setObjectName(u"bannerGoOnline"_s);
    m_signIn->setObjectName(u"bannerSignIn"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kMedium, measure::kTiny, measure::kTiny, measure::kTiny);
    row->setSpacing(measure::kSmall);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_retry, m_goOnline, m_signIn}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_retry, &QPushButton::clicked, this, &StateBanner::retryRequested);
    connect(m_goOnline, &QPushButton::clicked, this, &StateBanner::goOnlineRequested);
    connect(m_signIn, &QPushButton::clicked, this, &StateBanner::signInRequested);
    connect(context.theme, &Theme::changed, this, &StateBanner::refreshIcon);
    hide();
}

void StateBanner::showError(const QString &text, const QString &tooltip)
{
    present(u"warning"_s, text, m_retry);
    m_text->setToolTip(tooltip);
}

void StateBanner::showOffline(const QString &text)
{
    present(u"offline"_s, text, m_goOnline);
}

void StateBanner::showSignIn(const QString &text)
{
    present(u"lock"_s, text, m_signIn);
}

void StateBanner::present(const QString &icon, const QString &text, const QPushButton *button)
{
    m_iconName = icon;
    refreshIcon();
    m_text->setText(text);
    setAccessibleName(text);
    for (QPushButton *each : {m_retry, m_goOnline, m_signIn})
        each->setVisible(each == button);
    show();
}

void StateBanner::refreshIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_context.icons->pixmap(m_iconName, measure::kIconSmall,
                                                  devicePixelRatioF(), Token::Warn));
    update();
}

void StateBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), m_context.theme->color(Token::AccentSoft),
            m_context.theme->color(Token::Border), measure::kRadius);
}

} // namespace hubdesk
