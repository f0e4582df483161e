// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notifier.h"
#include "ui/shell/uicontext.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! The toast at the foot of the window: eight seconds, longer while the pointer or the focus is on
//! it. A new one replaces the old one. Object names: "toast", "toastText", "toastAction",
//! "toastClose".
class Toasts final : public QWidget, public Notifier
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toasts)

public:
    static constexpr int kDuration = 8000; // ms

    //! Stays above the children of \a parent and centred at its foot.
    Toasts(const UiContext &context, QWidget *parent);

    void notify(const QString &text, const QString &actionText = {},
                std::function<void()> action = {}) override;
    //! The text of the action, empty when there is none: the Edit menu offers it too.
    [[nodiscard]] QString actionText() const;
    void triggerAction();
    //! For tests.
    void setDuration(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void actionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void dismiss();
    void place();

    UiContext m_context;
    ThemedLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    std::function<void()> m_run;
    QTimer m_timer;
};

} // namespace hubdesk
