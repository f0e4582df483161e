// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/weekgrid.h"

#include "ui/theme/measures.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr int kHourMinutes = 60;
constexpr int kCellWidth = 24;
constexpr int kLeastCellWidth = 16;
constexpr int kCellHeight = 26;
constexpr int kHourStep = 3; // between the figures above

QString dayName(int day, QLocale::FormatType format)
{
    return QLocale().standaloneDayName(day, format);
}

} // namespace

WeekGrid::WeekGrid(const UiContext &context, std::function<QString(qint64)> valueText,
                   QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_valueText(std::move(valueText))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Hours of the week"));
    connect(m_context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QRectF WeekGrid::area() const
{
    const QFontMetrics metrics(m_context.theme->font(FontRole::Body));
    int label = 0;
    for (int day = 1; day <= kDays; ++day)
        label = std::max(label, metrics.horizontalAdvance(dayName(day, QLocale::ShortFormat)));
    const int top = metrics.height() + measure::kTiny;
    const qreal left = label + measure::kMedium;
    // The last figure above stands half beside the grid; the ring needs its room too.
    const qreal width = this->width() - left - measure::kMedium;
    return {left, qreal(top), width, qreal(kDays * kCellHeight)};
}

QSize WeekGrid::sizeHint() const
{
    const QRectF inner = area();
    return {qRound(inner.left()) + kHours * kCellWidth + measure::kMedium,
            qRound(inner.bottom()) + measure::kTiny};
}

QSize WeekGrid::minimumSizeHint() const
{
    return {qRound(area().left()) + kHours * kLeastCellWidth + measure::kMedium,
            sizeHint().height()};
}

QRectF WeekGrid::blockRect(const WeekBlock &block) const
{
    const QRectF inner = area();
    const qreal cell = inner.width() / kHours;
    return {inner.left() + block.firstHour * cell, inner.top() + (block.firstDay - 1) * kCellHeight,
            (block.lastHour - block.firstHour + 1) * cell,
            qreal((block.lastDay - block.firstDay + 1) * kCellHeight)};
}

QPoint WeekGrid::cellCenter(int day, int hour) const
{
    return blockRect({day, day, hour, hour}).center().toPoint();
}

int WeekGrid::dayAt(qreal y) const
{
    return std::clamp(static_cast<int>((y - area().top()) / kCellHeight) + 1, 1, kDays);
}

int WeekGrid::hourAt(qreal x) const
{
    const QRectF inner = area();
    return std::clamp(static_cast<int>((x - inner.left()) * kHours / inner.width()), 0, kHours - 1);
}

bool WeekGrid::isMarked(int day, int hour) const
{
    const auto value = hourValue(m_schedule, day, hour);
    return value && (!m_valueText || *value == m_brush);
}

void WeekGrid::setSchedule(const WeeklySchedule &schedule)
{
    m_schedule = schedule;
    describe();
    update();
}

QString WeekGrid::cellText(int day, int hour) const
{
    const auto value = hourValue(m_schedule, day, hour);
    const QString state = !value ? tr("not marked")
        : m_valueText            ? m_valueText(*value)
                                 : tr("marked");
    return tr("%1, %2: %3", "day, times, what holds then")
        .arg(dayName(day, QLocale::LongFormat),
             timeSpanText(hour * kHourMinutes, (hour + 1) * kHourMinutes), state);
}

void WeekGrid::describe()
{
    setAccessibleDescription(cellText(m_day, m_hour));
}

WeekBlock WeekGrid::selection() const
{
    return WeekBlock::between(m_anchorDay, m_anchorHour, m_day, m_hour);
}

void WeekGrid::setCurrent(int day, int hour, bool extend)
{
    const int before = m_day;
    m_day = std::clamp(day, 1, kDays);
    m_hour = std::clamp(hour, 0, kHours - 1);
    if (!extend) {
        m_anchorDay = m_day;
        m_anchorHour = m_hour;
    }
    describe();
    update();
    if (m_day != before)
        Q_EMIT
    currentDayChanged();
}

void WeekGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QRectF inner = area();
    const QPointF at = event->position();
    const bool wholeDay = at.x() < inner.left();
    const bool wholeHour = at.y() < inner.top();
    const int day = dayAt(at.y());
    const int hour = hourAt(at.x());
    m_day = m_anchorDay = -1; // so that the day is told in any case
    setCurrent(wholeHour ? 1 : day, wholeDay ? 0 : hour, false);
    m_erases = isMarked(m_day, m_hour);
    m_drag = WeekBlock::between(m_day, m_hour, wholeHour ? kDays : m_day,
                                wholeDay ? kHours - 1 : m_hour);
    // A name stands for all of it and is not dragged any further.
    if (wholeDay || wholeHour) {
        const WeekBlock block = *m_drag;
        m_drag.reset();
        Q_EMIT
        edited(withBlock(m_schedule, block, m_erases ? std::nullopt : std::optional(m_brush)));
    }
    update();
}

void WeekGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    setCurrent(dayAt(event->position().y()), hourAt(event->position().x()), true);
    m_drag = selection();
    update();
}

void WeekGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const WeekBlock block = *m_drag;
    m_drag.reset();
    m_anchorDay = m_day;
    m_anchorHour = m_hour;
    update();
    Q_EMIT
    edited(withBlock(m_schedule, block, m_erases ? std::nullopt : std::optional(m_brush)));
}

void WeekGrid::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const auto paint = [this](bool erases) {
        Q_EMIT
        edited(withBlock(m_schedule, selection(), erases ? std::nullopt : std::optional(m_brush)));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_day, m_hour - 1, extend);
        return;
    case Qt::Key_Right:
        setCurrent(m_day, m_hour + 1, extend);
        return;
    case Qt::Key_Up:
        setCurrent(m_day - 1, m_hour, extend);
        return;
    case Qt::Key_Down:
        setCurrent(m_day + 1, m_hour, extend);
        return;
    case Qt::Key_Home:
        setCurrent(m_day, 0, extend);
        return;
    case Qt::Key_End:
        setCurrent(m_day, kHours - 1, extend);
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        paint(isMarked(m_anchorDay, m_anchorHour));
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        paint(true);
        return;
    case Qt::Key_A:
        if (event->modifiers() == Qt::ControlModifier) {
            setCurrent(1, 0, false);
            setCurrent(kDays, kHours - 1, true);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_drag) {
            m_drag.reset();
            update();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

bool WeekGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (area().contains(help->pos()))
            QToolTip::showText(help->globalPos(),
                               cellText(dayAt(help->pos().y()), hourAt(help->pos().x())), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void WeekGrid::paintLabels(QPainter *painter) const
{
    const Theme &theme = *m_context.theme;
    const QRectF inner = area();
    painter->setFont(theme.font(FontRole::Body));
    painter->setPen(theme.color(Token::Text));
    for (int day = 1; day <= kDays; ++day) {
        const QRectF row(0, inner.top() + (day - 1) * kCellHeight, inner.left(), kCellHeight);
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                          dayName(day, QLocale::ShortFormat));
    }
    painter->setFont(theme.font(FontRole::Secondary));
    painter->setPen(theme.color(Token::TextSecondary));
    const qreal cell = inner.width() / kHours;
    for (int hour = 0; hour <= kHours; hour += kHourStep) {
        const QRectF text(inner.left() + (hour - 1) * cell, 0, 2 * cell, inner.top());
        painter->drawText(text, Qt::AlignHCenter | Qt::AlignVCenter, QString::number(hour));
    }
}

void WeekGrid::paintLines(QPainter *painter) const
{
    const Theme &theme = *m_context.theme;
    const QRectF inner = area();
    const qreal cell = inner.width() / kHours;
    for (int hour = 1; hour < kHours; ++hour) {
        const bool strong = hour % kHourStep == 0;
        painter->fillRect(QRectF(qRound(inner.left() + hour * cell), inner.top(), measure::kBorder,
                                 inner.height()),
                          theme.color(strong ? Token::Border : Token::Divider));
    }
    for (int day = 1; day < kDays; ++day)
        painter->fillRect(
            QRectF(inner.left(), inner.top() + day * kCellHeight, inner.width(), measure::kBorder),
            theme.color(Token::Border));
}

void WeekGrid::paintSpans(QPainter *painter, const WeeklySchedule &schedule) const
{
    const Theme &theme = *m_context.theme;
    const QRectF inner = area();
    const qreal minute = inner.width() / WeeklySchedule::kMinutesADay;
    painter->setFont(theme.font(FontRole::Secondary));
    for (int day = 1; day <= kDays; ++day) {
        for (const WeeklySchedule::Span &span : schedule.spans(day)) {
            const QRect box =
                QRectF(inner.left() + span.from * minute, inner.top() + (day - 1) * kCellHeight,
                       (span.to - span.from) * minute, kCellHeight)
                    .toRect()
                    .adjusted(2, 3, -1, -2);
            // No limit at all is the one value that is no restriction.
            const bool isFree = m_valueText && span.value == 0;
            drawBox(painter, box, theme.color(isFree ? Token::Track : Token::AccentSoft),
                    theme.color(isFree ? Token::FieldBorder : Token::Accent), measure::kTiny);
            const QString text =
                m_valueText ? m_valueText(span.value) : timeSpanText(span.from, span.to);
            if (painter->fontMetrics().horizontalAdvance(text) + measure::kTiny > box.width())
                continue;
            painter->setPen(theme.color(Token::Text));
            painter->drawText(box, Qt::AlignCenter, text);
        }
    }
}

void WeekGrid::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_context.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLabels(&painter);
    drawBox(&painter, area().toRect().adjusted(-1, -1, 1, 1), theme.color(Token::Surface),
            theme.color(Token::FieldBorder), 0);
    paintLines(&painter);
    // What the drag would make of it, as long as it lasts.
    paintSpans(
        &painter,
        m_drag ? withBlock(m_schedule, *m_drag, m_erases ? std::nullopt : std::optional(m_brush))
               : m_schedule);
    if (hasFocus() || m_drag)
        drawRing(&painter, blockRect(m_drag ? *m_drag : selection()).toRect().adjusted(0, 0, 1, 1),
                 theme.color(Token::Accent), 2);
}

} // namespace hubdesk
