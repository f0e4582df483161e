// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepage.h"

#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kTextWidth = 460;
constexpr int kIconSize = 40;
constexpr int kDetailsHeight = 120;

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(true); // Enter presses the one with the focus
    return button;
}

} // namespace

StatePage::StatePage(const UiContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_icon(new QLabel(this)),
      m_sentence(new ThemedLabel(context.theme, FontRole::Section, Token::Text, this)),
      m_advice(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_retry(makeButton(u"stateRetry"_s, tr("Retry"), this)),
      m_action(makeButton(u"stateAction"_s, {}, this)),
      m_signIn(makeButton(u"stateSignIn"_s, tr("Sign in"), this)),
      m_goOnline(makeButton(u"stateGoOnline"_s, tr("Go online"), this)),
      m_details(makeButton(u"stateDetails"_s, tr("Details"), this)),
      m_copy(makeButton(u"stateCopy"_s, tr("Copy"), this)),
      m_detailsText(new QPlainTextEdit(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setObjectName(u"stateText"_s);
    m_advice->setObjectName(u"stateAdvice"_s);
    for (ThemedLabel *label : {m_sentence, m_advice}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setFixedWidth(kTextWidth);
    }
    m_detailsText->setObjectName(u"stateDetailsText"_s);
    m_detailsText->setAccessibleName(tr("Details of the error"));
    m_detailsText->setReadOnly(true);
    m_detailsText->setTabChangesFocus(true);
    m_detailsText->setFixedSize(kTextWidth, kDetailsHeight);
    m_details->setCheckable(true);

    auto *buttons = new QHBoxLayout;
    buildButtons(buttons);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(measure::kMedium);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addWidget(m_advice, 0, Qt::AlignHCenter);
    column->addSpacing(measure::kTiny);
    column->addLayout(buttons);
    column->addWidget(m_detailsText, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(context.theme, &Theme::changed, this, &StatePage::refreshIcon);
}

void StatePage::buildButtons(QHBoxLayout *row)
{
    row->setSpacing(measure::kSmall);
    row->addStretch();
    for (QPushButton *button : {m_retry, m_action, m_signIn, m_goOnline})
        makePrimary(button);
    for (QPushButton *button : {m_retry, m_action, m_signIn, m_goOnline, m_details, m_copy})
        row->addWidget(button);
    row->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &StatePage::retryRequested);
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionRequested);
    connect(m_signIn, &QPushButton::clicked, this, &StatePage::signInRequested);
    connect(m_goOnline, &QPushButton::clicked, this, &StatePage::goOnlineRequested);
    connect(m_details, &QPushButton::toggled, m_detailsText, &QWidget::setVisible);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { m_context.prompter->copyText(m_shown.sentence + u'\n' + m_shown.details); });
}

void StatePage::show(const Content &content)
{
    m_shown = content;
    refreshIcon();
    m_icon->setVisible(!content.icon.isEmpty());
    m_sentence->setText(content.sentence);
    m_advice->setText(content.advice);
    m_advice->setVisible(!content.advice.isEmpty());
    m_retry->setVisible(content.retry);
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_signIn->setVisible(content.signIn);
    m_goOnline->setVisible(content.goOnline);
    m_detailsText->setPlainText(content.details);
    m_details->setVisible(!content.details.isEmpty());
    m_copy->setVisible(!content.details.isEmpty());
    m_details->setChecked(false);
    m_detailsText->hide();
    setAccessibleName(content.sentence);
    setAccessibleDescription(content.advice);
}

QPushButton *StatePage::mainButton() const
{
    for (QPushButton *button : {m_retry, m_action, m_signIn, m_goOnline}) {
        if (!button->isHidden())
            return button;
    }
    return nullptr;
}

void StatePage::refreshIcon()
{
    if (!m_shown.icon.isEmpty())
        m_icon->setPixmap(m_context.icons->pixmap(m_shown.icon, kIconSize, devicePixelRatioF(),
                                                  m_shown.iconToken));
}

} // namespace hubdesk
