// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! First row of a pane: title, secondary facts, actions, at most one primary button.
class PaneHeader : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneHeader)

public:
    PaneHeader(const UiContext &context, const QString &title, QWidget *parent = nullptr);
    ~PaneHeader() override;

    void setTitle(const QString &title);
    void setFacts(const QString &facts);
    [[nodiscard]] QString facts() const;
    //! Puts \a widget between facts and buttons (a filter field).
    void addWidget(QWidget *widget);
    //! A button that follows \a action (text, icon, enabled, visible, tooltip with shortcut).
    QPushButton *addAction(QAction *action);
    QPushButton *setPrimaryAction(QAction *action);

private:
    QPushButton *makeButton(QAction *action);

    ThemedLabel *m_title;
    ThemedLabel *m_facts;
    QHBoxLayout *m_widgets;
    QHBoxLayout *m_buttons;
};

//! Makes \a button the one primary button of a view: accent fill.
void makePrimary(QPushButton *button);
//! Red, for the accept button of a destructive confirmation.
void makeDestructive(QPushButton *button);
//! Keeps \a button equal to \a action in text, icon, state and tooltip, and triggers it.
void bindButton(QPushButton *button, QAction *action);

} // namespace hubdesk
