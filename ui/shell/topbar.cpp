// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QToolButton *makeArrow(QAction *action, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(name);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIconSize(QSize(measure::kIconLarge, measure::kIconLarge));
    return button;
}

} // namespace

TopBar::TopBar(const UiContext &context, QAction *back, QAction *forward, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_address(new QLineEdit(this)),
      m_account(new QPushButton(this))
{
    m_address->setObjectName(u"address"_s);
    m_address->setPlaceholderText(tr("Search, or enter an hf:// address or a link (Ctrl+L)"));
    m_address->setAccessibleName(tr("Address and search"));
    m_address->setClearButtonEnabled(true);
    m_address->addAction(context.icons->icon(u"search"_s, Token::TextSecondary),
                         QLineEdit::LeadingPosition);
    m_address->installEventFilter(this);
    m_account->setObjectName(u"accountButton"_s);
    m_account->setProperty("look", u"flat"_s);
    m_account->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kSmall, measure::kSmall, measure::kSmall, measure::kSmall);
    row->setSpacing(measure::kTiny);
    row->addWidget(makeArrow(back, u"goBack"_s, this));
    row->addWidget(makeArrow(forward, u"goForward"_s, this));
    row->addWidget(m_address, 1);
    row->addWidget(m_account);
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        Q_EMIT
        addressEntered(m_address->text().trimmed());
    });
    connect(m_account, &QPushButton::clicked, this, [this] {
        Q_EMIT
        accountClicked(m_account);
    });
}

void TopBar::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void TopBar::setAddress(const QString &address)
{
    m_shown = address;
    // Not under the fingers of somebody who types.
    if (!m_address->hasFocus())
        m_address->setText(address);
}

void TopBar::replaceAddress(const QString &address)
{
    m_shown = address;
    m_address->setText(address);
}

void TopBar::setTyped(const QString &text)
{
    m_address->setText(text);
}

QWidget *TopBar::accountButton() const
{
    return m_account;
}

void TopBar::setAccount(const QString &text, const QString &icon)
{
    m_account->setText(text);
    m_account->setIcon(m_context.icons->icon(icon));
    m_account->setAccessibleName(tr("Account: %1").arg(text));
    m_account->setToolTip(tr("Account and token"));
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_address && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_address->setText(m_shown);
        Q_EMIT
        addressLeft();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect line = rect();
    line.setTop(line.bottom());
    painter.fillRect(line, m_context.theme->color(Token::Border));
}

} // namespace hubdesk
