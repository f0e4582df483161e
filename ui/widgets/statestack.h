// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/error.h"
#include "ui/shell/uicontext.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace hubdesk {

class SkeletonRows;
class StateBanner;
class StatePage;

//! Shows one of the states of a view: loading, ready, empty, error, sign-in needed, offline.
//!
//! Content that is there stays while the next answer is awaited: showLoading() changes nothing
//! visible once showReady() was called, and showError()/showOffline() put a banner above the
//! content unless clearContent() was called. Object names: "stateLoading", "stateText",
//! "stateRetry", "stateAction", "stateSignIn", "stateGoOnline", "stateDetails", "stateDetailsText",
//! "stateCopy"; in the banner "bannerText", "bannerRetry", "bannerGoOnline".
class StateStack : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateStack)

public:
    enum class State { Loading, Ready, Empty, Error, SignInNeeded, Offline };
    Q_ENUM(State)

    static constexpr int kSkeletonDelay = 150; //!< ms

    StateStack(const UiContext &context, QWidget *content, QWidget *parent = nullptr);
    ~StateStack() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QWidget *content() const { return m_content; }
    //! The content belongs to an old question: the next state replaces it.
    void clearContent() { m_hasContent = false; }
    [[nodiscard]] bool hasContent() const { return m_hasContent; }

    void showLoading();
    void showReady();
    //! One sentence and the next action; \a icon names one of the set.
    void showEmpty(const QString &sentence, const QString &actionText = {},
                   const QString &icon = {});
    //! \a whatToDo: a second sentence; empty: taken from the error's kind.
    void showError(const Error &error, const QString &whatToDo = {});
    void showSignIn(const QString &sentence);
    //! \a contentFrom: when the content shown was fetched; invalid: not known. \a sentence replaces
    //! the one of the banner.
    void showOffline(const QDateTime &contentFrom = {}, const QString &sentence = {});
    //! Picks sign-in, offline or error by the kind; Canceled changes nothing. \a saidAbove: the
    //! view around this one says it already, so content that is there stays without a banner.
    void showFailure(const Error &error, bool saidAbove = false);

    //! The second sentence that showError() uses for \a error.
    [[nodiscard]] static QString advice(const Error &error);

Q_SIGNALS:
    void stateChanged(hubdesk::StateStack::State state);
    void retryRequested();
    void actionRequested(); //!< the button of the empty state
    void signInRequested();
    void goOnlineRequested();

private:
    void setState(State state);
    void showPage(QWidget *page);

    UiContext m_context;
    QWidget *m_content;
    QStackedLayout *m_stack;
    StateBanner *m_banner;
    StatePage *m_page;
    SkeletonRows *m_skeleton;
    QWidget *m_blank;
    QTimer m_skeletonTimer;
    State m_state = State::Loading;
    bool m_hasContent = false;
};

} // namespace hubdesk
