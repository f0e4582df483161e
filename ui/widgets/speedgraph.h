// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transfergraph.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

namespace hubdesk {

//! The speed of the last minutes as a filled line. The pointer, or the arrow keys when it has the
//! focus, show the value of a second. Object name of the caller's choice.
class SpeedGraph final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpeedGraph)

public:
    //! \a samples: one a second; must outlive the widget.
    SpeedGraph(const UiContext &context, const TransferSamples *samples, QWidget *parent = nullptr);

    //! There is a new sample.
    void refresh();
    //! What is shown for the second under the pointer or chosen by keyboard; empty without one.
    [[nodiscard]] QString valueText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] TransferGraph graph() const;
    void setAge(int age);
    void describe();
    void paintScale(QPainter *painter) const;
    void paintLine(QPainter *painter) const;
    void paintValue(QPainter *painter) const;

    UiContext m_context;
    const TransferSamples *m_samples;
    int m_age = -1; //!< seconds; -1: none
    bool m_hovered = false;
};

} // namespace hubdesk
