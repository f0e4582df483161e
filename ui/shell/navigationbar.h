// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace hubdesk {

class PaneRegistry;

//! The panes at the side, settings at the foot. Arrow keys move; collapsed it shows icons with
//! tooltips. Object names: "nav-" + pane id, "nav-settings".
class NavigationBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationBar)

public:
    NavigationBar(const UiContext &context, const PaneRegistry &panes, QWidget *parent = nullptr);

    //! Marks \a id; emits nothing.
    void setCurrent(const QString &id);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

Q_SIGNALS:
    void paneChosen(const QString &id);
    void settingsChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addButton(const QString &id, const QString &title, const QString &icon);

    UiContext m_context;
    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    QHash<QString, QToolButton *> m_buttons;
    QList<QToolButton *> m_order;
    bool m_collapsed = false;
};

} // namespace hubdesk
