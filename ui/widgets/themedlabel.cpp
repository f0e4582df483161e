// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/themedlabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

namespace hubdesk {

ThemedLabel::ThemedLabel(const Theme *theme, FontRole font, Token token, QWidget *parent)
    : QLabel(parent),
      m_theme(theme),
      m_font(font),
      m_token(token)
{
    setTextFormat(Qt::PlainText);
    connect(theme, &Theme::changed, this, &ThemedLabel::restyle);
    restyle();
}

ThemedLabel::~ThemedLabel() = default;

void ThemedLabel::setToken(Token token)
{
    if (m_token == token)
        return;
    m_token = token;
    restyle();
}

void ThemedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(mode == Qt::ElideNone ? QSizePolicy::Preferred
                                                     : QSizePolicy::Ignored);
    setSizePolicy(policy);
    updateGeometry();
    update();
}

QSize ThemedLabel::minimumSizeHint() const
{
    QSize size = QLabel::minimumSizeHint();
    if (m_elide != Qt::ElideNone)
        size.setWidth(0);
    return size;
}

QString ThemedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), m_elide, contentsRect().width());
}

void ThemedLabel::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
                     shownText());
}

bool ThemedLabel::event(QEvent *event)
{
    // What is cut is told in full, unless a tooltip says more.
    if (event->type() == QEvent::ToolTip && m_elide != Qt::ElideNone && toolTip().isEmpty()) {
        if (shownText() != text())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void ThemedLabel::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::contextMenuEvent(event);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, [this] { QGuiApplication::clipboard()->setText(text()); });
    menu->popup(event->globalPos());
}

void ThemedLabel::restyle()
{
    setFont(m_theme->font(m_font));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme->color(m_token));
    colours.setColor(QPalette::Disabled, QPalette::WindowText, m_theme->color(Token::TextDisabled));
    setPalette(colours);
}

} // namespace hubdesk
