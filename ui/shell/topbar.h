// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;

namespace hubdesk {

//! Back, forward, the address and search field, the account. Object names: "address", "goBack",
//! "goForward", "accountButton".
class TopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    TopBar(const UiContext &context, QAction *back, QAction *forward, QWidget *parent = nullptr);

    void focusAddress();
    void setAddress(const QString &address);
    //! Another place is shown: what was typed before does not belong to it.
    void replaceAddress(const QString &address);
    //! Gives back \a text to correct it; Escape still leads to the address.
    void setTyped(const QString &text);
    void setAccount(const QString &text, const QString &icon);
    [[nodiscard]] QWidget *accountButton() const;

Q_SIGNALS:
    void addressEntered(const QString &text);
    void addressLeft(); //!< Escape
    void accountClicked(QWidget *anchor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    UiContext m_context;
    QLineEdit *m_address;
    QPushButton *m_account;
    QString m_shown;
};

} // namespace hubdesk
