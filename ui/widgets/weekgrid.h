// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/weekplan.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

namespace hubdesk {

//! Seven days of 24 hours, painted. Dragging marks a block with the brush, or clears it when it
//! began on what the brush would paint; the name of a day or an hour stands for all of it. Arrows
//! move the cursor, with Shift they widen it to a block; Space marks or clears, Delete clears.
class WeekGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeekGrid)

public:
    //! \a valueText: what is written on a span of that value; null: values do not matter.
    WeekGrid(const UiContext &context, std::function<QString(qint64)> valueText,
             QWidget *parent = nullptr);

    void setSchedule(const WeeklySchedule &schedule);
    [[nodiscard]] const WeeklySchedule &schedule() const { return m_schedule; }
    //! What marking writes.
    void setBrush(qint64 value) { m_brush = value; }
    [[nodiscard]] int currentDay() const { return m_day; }
    //! The middle of an hour, in coordinates of the widget.
    [[nodiscard]] QPoint cellCenter(int day, int hour) const;
    //! "Monday, 09:00 to 10:00: at most 5.0 MB/s"
    [[nodiscard]] QString cellText(int day, int hour) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! The user wants this instead; nothing is changed before setSchedule().
    void edited(const hubdesk::WeeklySchedule &schedule);
    void currentDayChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QRectF blockRect(const WeekBlock &block) const;
    [[nodiscard]] int dayAt(qreal y) const; // 1 to 7
    [[nodiscard]] int hourAt(qreal x) const; // 0 to 23
    [[nodiscard]] bool isMarked(int day, int hour) const; // as the brush would do it
    [[nodiscard]] WeekBlock selection() const;
    void setCurrent(int day, int hour, bool extend);
    void describe();
    void paintLabels(QPainter *painter) const;
    void paintLines(QPainter *painter) const;
    void paintSpans(QPainter *painter, const WeeklySchedule &schedule) const;

    UiContext m_context;
    std::function<QString(qint64)> m_valueText;
    WeeklySchedule m_schedule;
    qint64 m_brush = 0;
    int m_day = 1;
    int m_hour = 0;
    int m_anchorDay = 1;
    int m_anchorHour = 0;
    std::optional<WeekBlock> m_drag; // while the button is down
    bool m_erases = false;
};

} // namespace hubdesk
