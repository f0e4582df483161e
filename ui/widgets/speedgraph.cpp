// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/speedgraph.h"

#include "core/model/transfertext.h"
#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr QSize kSize{420, 84};
constexpr int kMinimumWidth = 180;
constexpr qreal kLine = 1.5;
constexpr qreal kDot = 3;
constexpr int kLeap = 10; // seconds with Page up and down

QString shownSpeed(qint64 speed)
{
    return speed > 0 ? speedText(speed) : SpeedGraph::tr("0 MB/s");
}

} // namespace

SpeedGraph::SpeedGraph(const UiContext &context, const TransferSamples *samples, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_samples(samples)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Speed of the last minutes"));
    connect(m_context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize SpeedGraph::sizeHint() const
{
    return kSize;
}

QSize SpeedGraph::minimumSizeHint() const
{
    return {kMinimumWidth, kSize.height()};
}

QRectF SpeedGraph::area() const
{
    // Left the scale, below the time.
    const QFontMetrics metrics(m_context.theme->font(FontRole::Secondary));
    const int scale = metrics.horizontalAdvance(u"000 MB/s"_s) + measure::kLarge;
    return QRectF(rect()).adjusted(scale, measure::kSmall, -measure::kMedium,
                                   -metrics.height() - measure::kTiny);
}

TransferGraph SpeedGraph::graph() const
{
    return {area(), m_samples->capacity(), roundCeiling(m_samples->highest())};
}

void SpeedGraph::refresh()
{
    // Nothing is to be spoken every second to somebody who reads something else, nor to who reads
    // this.
    if (!hasFocus())
        describe();
    update();
}

void SpeedGraph::describe()
{
    setAccessibleDescription(m_age >= 0 ? valueText()
                                        : tr("Now %1, highest %2, on average %3")
                                              .arg(shownSpeed(m_samples->ago(0)),
                                                   shownSpeed(m_samples->highest()),
                                                   shownSpeed(m_samples->average())));
}

QString SpeedGraph::valueText() const
{
    if (m_age < 0)
        return {};
    const QString speed = shownSpeed(m_samples->ago(m_age));
    return m_age == 0 ? tr("%1 now").arg(speed)
                      : tr("%1, %2 ago", "speed and time").arg(speed, durationText(m_age));
}

void SpeedGraph::setAge(int age)
{
    const int wanted = m_samples->size() == 0 ? -1 : std::min(age, m_samples->size() - 1);
    if (wanted == m_age)
        return;
    m_age = wanted;
    describe();
    update();
}

void SpeedGraph::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = true;
    setAge(graph().ageAt(event->position().x()));
}

void SpeedGraph::leaveEvent(QEvent *)
{
    m_hovered = false;
    setAge(-1);
}

void SpeedGraph::focusOutEvent(QFocusEvent *event)
{
    if (!m_hovered)
        setAge(-1);
    QWidget::focusOutEvent(event);
}

void SpeedGraph::keyPressEvent(QKeyEvent *event)
{
    const int oldest = m_samples->capacity() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setAge(m_age + 1);
        break;
    case Qt::Key_Right:
        setAge(std::max(0, m_age - 1));
        break;
    case Qt::Key_PageUp:
        setAge(m_age + kLeap);
        break;
    case Qt::Key_PageDown:
        setAge(std::max(0, m_age - kLeap));
        break;
    case Qt::Key_Home:
        setAge(oldest);
        break;
    case Qt::Key_End:
        setAge(0);
        break;
    case Qt::Key_Escape:
        if (m_age >= 0) {
            setAge(-1);
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void SpeedGraph::paintScale(QPainter *painter) const
{
    const Theme &theme = *m_context.theme;
    const QRectF inner = area();
    painter->setPen(QPen(theme.color(Token::Divider), measure::kBorder));
    for (const qreal share : {0.0, 0.5}) {
        const qreal y = std::floor(inner.top() + inner.height() * share) + 0.5;
        painter->drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
    }
    painter->setPen(QPen(theme.color(Token::FieldBorder), measure::kBorder));
    const qreal base = std::floor(inner.bottom()) + 0.5;
    painter->drawLine(QPointF(inner.left(), base), QPointF(inner.right(), base));

    painter->setFont(theme.font(FontRole::Secondary));
    painter->setPen(theme.color(Token::TextSecondary));
    const int high = painter->fontMetrics().height();
    const QRectF scale(0, inner.top() - high / 2.0, inner.left() - measure::kSmall, high);
    if (m_samples->highest() > 0)
        painter->drawText(scale, Qt::AlignRight | Qt::AlignVCenter,
                          speedText(roundCeiling(m_samples->highest())));
    painter->drawText(scale.translated(0, inner.height()), Qt::AlignRight | Qt::AlignVCenter,
                      u"0"_s);
    const QRectF time(inner.left(), inner.bottom() + measure::kTiny / 2.0, inner.width(), high);
    painter->drawText(time, Qt::AlignLeft | Qt::AlignTop,
                      tr("%1 ago").arg(durationText(m_samples->capacity())));
    painter->drawText(time, Qt::AlignRight | Qt::AlignTop, tr("now"));
}

void SpeedGraph::paintLine(QPainter *painter) const
{
    const std::vector<QPointF> points = graph().line(*m_samples);
    if (points.size() < 2)
        return;
    const Theme &theme = *m_context.theme;
    const qreal bottom = area().bottom();
    QPainterPath line;
    line.moveTo(points.front());
    for (const QPointF &point : points)
        line.lineTo(point);
    QPainterPath fill = line;
    fill.lineTo(points.back().x(), bottom);
    fill.lineTo(points.front().x(), bottom);
    painter->fillPath(fill, theme.color(Token::AccentSoft));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(theme.color(Token::Accent), kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
}

void SpeedGraph::paintValue(QPainter *painter) const
{
    if (m_age < 0)
        return;
    const Theme &theme = *m_context.theme;
    const QRectF inner = area();
    const TransferGraph where = graph();
    const QPointF point(where.x(m_age), where.y(m_samples->ago(m_age)));
    painter->setPen(QPen(theme.color(Token::TextSecondary), measure::kBorder));
    painter->drawLine(QPointF(point.x(), inner.top()), QPointF(point.x(), inner.bottom()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(Token::Accent));
    painter->drawEllipse(point, kDot, kDot);

    painter->setFont(theme.font(FontRole::Secondary));
    const QString text = valueText();
    const QSize size = painter->fontMetrics().size(Qt::TextSingleLine, text)
        + QSize(2 * measure::kSmall, measure::kTiny);
    QRect box({}, size);
    box.moveTop(qRound(inner.top()));
    // On the side where there is room, beside the line and never over the point.
    box.moveLeft(qRound(point.x()) + measure::kSmall);
    if (box.right() > inner.right())
        box.moveRight(qRound(point.x()) - measure::kSmall);
    drawBox(painter, box, theme.color(Token::Raised), theme.color(Token::Border), measure::kTiny);
    painter->setPen(theme.color(Token::Text));
    painter->drawText(box, Qt::AlignCenter, text);
}

void SpeedGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(&painter);
    paintLine(&painter);
    paintValue(&painter);
    if (hasFocus())
        drawRing(&painter, rect(), m_context.theme->color(Token::Accent), measure::kRadius);
}

} // namespace hubdesk
