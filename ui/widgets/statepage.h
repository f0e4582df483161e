// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! The page that stands in for content: picture, sentence, second sentence, buttons, details.
class StatePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatePage)

public:
    //! What a page says; the buttons with an empty text or a false flag are not shown.
    struct Content
    {
        QString icon;
        Token iconToken = Token::TextSecondary;
        QString sentence;
        QString advice;
        QString details;
        QString action; //!< text of the empty state's button
        bool retry = false;
        bool signIn = false;
        bool goOnline = false;
    };

    explicit StatePage(const UiContext &context, QWidget *parent = nullptr);

    void show(const Content &content);
    //! The button that Enter should press, null when there is none.
    [[nodiscard]] QPushButton *mainButton() const;

Q_SIGNALS:
    void retryRequested();
    void actionRequested();
    void signInRequested();
    void goOnlineRequested();

private:
    void buildButtons(QHBoxLayout *row);
    void refreshIcon();

    UiContext m_context;
    Content m_shown;
    QLabel *m_icon;
    ThemedLabel *m_sentence;
    ThemedLabel *m_advice;
    QPushButton *m_retry;
    QPushButton *m_action;
    QPushButton *m_signIn;
    QPushButton *m_goOnline;
    QPushButton *m_details;
    QPushButton *m_copy;
    QPlainTextEdit *m_detailsText;
};

} // namespace hubdesk
