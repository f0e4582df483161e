// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationbar.h"

#include "ui/shell/paneregistry.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kWidth = 168;
constexpr int kHeight = 36;

} // namespace

NavigationBar::NavigationBar(const UiContext &context, const PaneRegistry &panes, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_group(new QButtonGroup(this)),
      m_column(new QVBoxLayout(this))
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Navigation"));
    m_column->setContentsMargins(measure::kSmall, measure::kSmall, measure::kSmall,
                                 measure::kSmall);
    m_column->setSpacing(measure::kTiny);
    m_group->setExclusive(true);
    int number = 0;
    for (const PaneEntry &entry : panes.entries()) {
        QToolButton *button = addButton(entry.id, entry.title, entry.icon);
        button->setCheckable(true);
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(entry.title).arg(++number));
        m_group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, id = entry.id] {
            Q_EMIT
            paneChosen(id);
        });
    }
    m_column->addStretch();
    QToolButton *settings = addButton(u"settings"_s, tr("Settings"), u"settings"_s);
    settings->setToolTip(tr("Settings (Ctrl+,)"));
    connect(settings, &QToolButton::clicked, this, &NavigationBar::settingsChosen);
    setCollapsed(false);
}

QToolButton *NavigationBar::addButton(const QString &id, const QString &title, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"nav-"_s + id);
    button->setText(title);
    button->setAccessibleName(title);
    button->setIcon(m_context.icons->icon(icon));
    button->setIconSize(QSize(measure::kIconLarge, measure::kIconLarge));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_column->addWidget(button);
    m_buttons.insert(id, button);
    m_order.append(button);
    return button;
}

void NavigationBar::setCurrent(const QString &id)
{
    if (QToolButton *button = m_buttons.value(id))
        button->setChecked(true);
}

void NavigationBar::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    for (QToolButton *button : std::as_const(m_order)) {
        button->setToolButtonStyle(collapsed ? Qt::ToolButtonIconOnly
                                             : Qt::ToolButtonTextBesideIcon);
        button->setFixedSize(collapsed ? kHeight : kWidth, kHeight);
    }
}

void NavigationBar::keyPressEvent(QKeyEvent *event)
{
    const auto current = std::ranges::find_if(m_order, &QToolButton::hasFocus);
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || current == m_order.end()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto next = (current - m_order.begin()) + step;
    if (next >= 0 && next < m_order.size())
        m_order.at(next)->setFocus(Qt::TabFocusReason);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect line = rect();
    line.setLeft(layoutDirection() == Qt::RightToLeft ? 0 : line.right());
    line.setWidth(measure::kBorder);
    painter.fillRect(line, m_context.theme->color(Token::Border));
}

} // namespace hubdesk
