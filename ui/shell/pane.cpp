// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pane.h"

#include "ui/shell/notifier.h"
#include "ui/theme/icons.h"

#include <QAction>

namespace hubdesk {

Pane::Pane(const UiContext &context, const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_id(id),
      m_title(title)
{
    setObjectName(id);
    setAccessibleName(title);
}

Pane::~Pane() = default;

void Pane::refresh() { }
void Pane::focusSearch() { }

void Pane::focusContent()
{
    setFocus(Qt::OtherFocusReason);
}

bool Pane::canGoBack() const
{
    return false;
}

bool Pane::canGoForward() const
{
    return false;
}

void Pane::back() { }
void Pane::forward() { }

bool Pane::navigate(const QString &)
{
    return false;
}

QString Pane::address() const
{
    return {};
}

QAction *Pane::addMenuAction(const QString &objectName, const QString &text, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!icon.isEmpty() && m_context.icons)
        action->setIcon(m_context.icons->icon(icon));
    addAction(action);
    m_menuActions.append(action);
    return action;
}

void Pane::addMenuSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_menuActions.append(separator);
}

void Pane::notify(const QString &text) const
{
    if (m_context.notifier)
        m_context.notifier->notify(text);
}

} // namespace hubdesk
