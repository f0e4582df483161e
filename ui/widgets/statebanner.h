// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! One line above content that stays although the last answer failed.
class StateBanner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateBanner)

public:
    explicit StateBanner(const UiContext &context, QWidget *parent = nullptr);

    void showError(const QString &text, const QString &tooltip);
    void showOffline(const QString &text);
    void showSignIn(const QString &text);

Q_SIGNALS:
    void retryRequested();
    void goOnlineRequested();
    void signInRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void present(const QString &icon, const QString &text, const QPushButton *button);
    void refreshIcon();

    UiContext m_context;
    QString m_iconName;
    QLabel *m_icon;
    ThemedLabel *m_text;
    QPushButton *m_retry;
    QPushButton *m_goOnline;
    QPushButton *m_signIn;
};

} // namespace hubdesk
