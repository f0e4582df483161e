// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statestack.h"

#include "ui/theme/measures.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/statebanner.h"
#include "ui/widgets/statepage.h"

#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString errorDetails(const Error &error)
{
    QStringList lines;
    if (!error.detail.isEmpty())
        lines.append(error.detail);
    if (error.httpStatus > 0)
        lines.append(StateStack::tr("HTTP status: %1").arg(error.httpStatus));
    if (!error.code.isEmpty())
        lines.append(StateStack::tr("Code: %1").arg(error.code));
    if (!error.requestId.isEmpty())
        lines.append(StateStack::tr("Request id: %1").arg(error.requestId));
    return lines.join(u'\n');
}

} // namespace

StateStack::StateStack(const UiContext &context, QWidget *content, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_content(content),
      m_stack(new QStackedLayout),
      m_banner(new StateBanner(context, this)),
      m_page(new StatePage(context, this)),
      m_skeleton(new SkeletonRows(context.theme, this)),
      m_blank(new QWidget(this))
{
    m_skeleton->setObjectName(u"stateLoading"_s);
    for (QWidget *page :
         {m_blank, static_cast<QWidget *>(m_skeleton), static_cast<QWidget *>(m_page), m_content})
        m_stack->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addWidget(m_banner);
    column->addLayout(m_stack, 1);
    m_skeletonTimer.setSingleShot(true);
    m_skeletonTimer.setInterval(kSkeletonDelay);
    connect(&m_skeletonTimer, &QTimer::timeout, this, [this] { showPage(m_skeleton); });
    connect(m_page, &StatePage::retryRequested, this, &StateStack::retryRequested);
    connect(m_page, &StatePage::actionRequested, this, &StateStack::actionRequested);
    connect(m_page, &StatePage::signInRequested, this, &StateStack::signInRequested);
    connect(m_page, &StatePage::goOnlineRequested, this, &StateStack::goOnlineRequested);
    connect(m_banner, &StateBanner::retryRequested, this, &StateStack::retryRequested);
    connect(m_banner, &StateBanner::goOnlineRequested, this, &StateStack::goOnlineRequested);
    connect(m_banner, &StateBanner::signInRequested, this, &StateStack::signInRequested);
}

StateStack::~StateStack() = default;

void StateStack::showLoading()
{
    if (!m_hasContent && m_stack->currentWidget() != m_skeleton) {
        if (m_stack->currentWidget() == m_content)
            showPage(m_blank);
        m_skeletonTimer.start();
    }
    setState(State::Loading);
}

void StateStack::showReady()
{
    m_hasContent = true;
    m_banner->hide();
    showPage(m_content);
    setState(State::Ready);
}

void StateStack::showEmpty(const QString &sentence, const QString &actionText, const QString &icon)
{
    m_hasContent = false;
    m_banner->hide();
    m_page->show(
        {.icon = icon, .sentence = sentence, .advice = {}, .details = {}, .action = actionText});
    showPage(m_page);
    setState(State::Empty);
}

void StateStack::showError(const Error &error, const QString &whatToDo)
{
    const QString next = whatToDo.isEmpty() ? advice(error) : whatToDo;
    if (m_hasContent) {
        m_banner->showError(error.message, errorDetails(error));
        showPage(m_content);
    } else {
        m_page->show({.icon = u"warning"_s,
                      .iconToken = Token::Warn,
                      .sentence = error.message,
                      .advice = next,
                      .details = errorDetails(error),
                      .action = {},
                      .retry = true});
        showPage(m_page);
    }
    setState(State::Error);
}

void StateStack::showSignIn(const QString &sentence)
{
    if (m_hasContent) {
        m_banner->showSignIn(sentence);
        showPage(m_content);
    } else {
        m_page->show({.icon = u"lock"_s,
                      .sentence = sentence,
                      .advice = {},
                      .details = {},
                      .action = {},
                      .signIn = true});
        showPage(m_page);
    }
    setState(State::SignInNeeded);
}

void StateStack::showOffline(const QDateTime &contentFrom, const QString &sentence)
{
    if (m_hasContent) {
        const QString date = QLocale().toString(contentFrom.toLocalTime(), QLocale::ShortFormat);
        const QString standard = contentFrom.isValid() ? tr("Offline. This is from %1.").arg(date)
                                                       : tr("Offline. This may be out of date.");
        m_banner->showOffline(sentence.isEmpty() ? standard : sentence);
        showPage(m_content);
    } else {
        m_page->show(
            {.icon = u"offline"_s,
             .sentence = tr("Hubdesk is offline"),
             .advice = tr("What is in the cache stays available. Go online to see the rest."),
             .details = {},
             .action = {},
             .goOnline = true});
        showPage(m_page);
    }
    setState(State::Offline);
}

void StateStack::showFailure(const Error &error, bool saidAbove)
{
    if (saidAbove && m_hasContent) {
        showReady();
        return;
    }
    switch (error.kind) {
    case ErrorKind::Canceled:
        return;
    case ErrorKind::Unauthorized:
        showSignIn(error.message);
        return;
    case ErrorKind::Offline:
        showOffline();
        return;
    default:
        showError(error);
    }
}

QString StateStack::advice(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
        return tr("Check the network connection and the endpoint in the settings, then try again.");
    case ErrorKind::Timeout:
        return tr("The Hub did not answer in time. Try again in a moment.");
    case ErrorKind::Server:
        return tr("The Hub has a problem of its own. Try again in a few minutes.");
    case ErrorKind::RateLimited:
        return error.retryAfter > 0 ? tr("Try again in %1 s.").arg(error.retryAfter)
                                    : tr("Wait a moment before you try again.");
    case ErrorKind::NotFound:
        return tr("It may have been renamed, deleted or made private.");
    case ErrorKind::Forbidden:
        return tr("Your account or token is not allowed to do this.");
    case ErrorKind::Gated:
        return tr("The authors ask you to accept their terms first.");
    case ErrorKind::File:
        return tr("Check that the folder exists, can be read and has room, then try again.");
    case ErrorKind::Integrity:
        return tr("Try again. If it happens twice, something on the way changes the data.");
    case ErrorKind::Protocol:
        return tr("The endpoint may not be a Hub. Check it in the settings.");
    case ErrorKind::Canceled:
    case ErrorKind::Offline:
    case ErrorKind::Unauthorized:
    case ErrorKind::Conflict:
    case ErrorKind::Quota:
    case ErrorKind::Invalid:
        break;
    }
    return {};
}

void StateStack::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT
    stateChanged(state);
}

void StateStack::showPage(QWidget *page)
{
    m_skeletonTimer.stop();
    // The keyboard goes along: focus must not stay in something that is no longer seen.
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused) && isVisible();
    if (page != m_content && page != m_page)
        m_banner->hide();
    m_stack->setCurrentWidget(page);
    if (!hadFocus)
        return;
    if (page == m_page && m_page->mainButton())
        m_page->mainButton()->setFocus(Qt::OtherFocusReason);
    else if (page == m_content && !m_content->isAncestorOf(focused))
        m_content->setFocus(Qt::OtherFocusReason);
}

} // namespace hubdesk
