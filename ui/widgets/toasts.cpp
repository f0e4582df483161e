// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toasts.h"

#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/themedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

Toasts::Toasts(const UiContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_text(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this)),
      m_action(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    constexpr int kMaximumTextWidth = 520;
    setObjectName(u"toast"_s);
    m_text->setObjectName(u"toastText"_s);
    m_text->setMaximumWidth(kMaximumTextWidth);
    m_text->setWordWrap(false);
    m_action->setObjectName(u"toastAction"_s);
    m_action->setProperty("look", u"flat"_s);
    m_close->setObjectName(u"toastClose"_s);
    m_close->setProperty("look", u"flat"_s);
    m_close->setIcon(context.icons->icon(u"close"_s, Token::TextSecondary));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::kLarge, measure::kSmall, measure::kSmall, measure::kSmall);
    row->setSpacing(measure::kSmall);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDuration);
    connect(&m_timer, &QTimer::timeout, this, &Toasts::dismiss);
    connect(m_close, &QPushButton::clicked, this, &Toasts::dismiss);
    connect(m_action, &QPushButton::clicked, this, &Toasts::triggerAction);
    parent->installEventFilter(this);
    hide();
}

void Toasts::notify(const QString &text, const QString &actionText, std::function<void()> action)
{
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty() && action);
    m_run = std::move(action);
    setAccessibleName(text);
    adjustSize();
    place();
    show();
    raise();
    m_timer.start();
    Q_EMIT
    actionChanged();
}

QString Toasts::actionText() const
{
    return m_run ? m_action->text() : QString();
}

void Toasts::triggerAction()
{
    const auto run = std::exchange(m_run, nullptr);
    dismiss();
    if (run)
        run();
}

void Toasts::dismiss()
{
    m_timer.stop();
    m_run = nullptr;
    hide();
    Q_EMIT
    actionChanged();
}

void Toasts::place()
{
    const QWidget *area = parentWidget();
    move((area->width() - width()) / 2, area->height() - height() - 2 * measure::kHuge);
}

bool Toasts::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void Toasts::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(&painter, rect(), m_context.theme->color(Token::Raised),
            m_context.theme->color(Token::FieldBorder), measure::kRadius);
}

void Toasts::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void Toasts::leaveEvent(QEvent *event)
{
    if (isVisible())
        m_timer.start();
    QWidget::leaveEvent(event);
}

} // namespace hubdesk
