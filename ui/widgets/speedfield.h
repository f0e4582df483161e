// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace hubdesk {

//! A speed as a figure and a unit, kB/s or MB/s. The value counts in thousands of bytes a second; 0
//! is "No limit" and may be forbidden. Another unit keeps the figure, so the value changes. Object
//! names of the parts: "<name>Figure", "<name>Unit".
class SpeedField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpeedField)

public:
    enum class Zero { NoLimit, Forbidden };

    explicit SpeedField(const QString &name, Zero zero, QWidget *parent = nullptr);

    [[nodiscard]] int value() const; //!< 1,000 bytes/s
    //! Says nothing.
    void setValue(int thousandBytes);
    //! For screen readers; both parts.
    void setName(const QString &name);

Q_SIGNALS:
    //! By the user: not with each digit that is typed.
    void valueChanged(int thousandBytes);

private:
    void adapt();
    void changed();

    Zero m_zero;
    QDoubleSpinBox *m_figure;
    QComboBox *m_unit;
};

} // namespace hubdesk
