// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/speedfield.h"

#include "ui/theme/measures.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMega = 1000; // of the value in one MB/s
constexpr int kHighest = 100'000; // of either unit
constexpr int kFigureWidth = 128;

//! Shows no zeros behind the point.
class FigureBox final : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

} // namespace

SpeedField::SpeedField(const QString &name, Zero zero, QWidget *parent)
    : QWidget(parent),
      m_zero(zero),
      m_figure(new FigureBox(this)),
      m_unit(new QComboBox(this))
{
    setObjectName(name);
    m_figure->setObjectName(name + u"Figure"_s);
    m_unit->setObjectName(name + u"Unit"_s);
    m_figure->setGroupSeparatorShown(true);
    m_figure->setKeyboardTracking(false);
    m_figure->setFixedWidth(kFigureWidth);
    if (zero == Zero::NoLimit)
        m_figure->setSpecialValueText(tr("No limit"));
    m_unit->addItem(tr("kB/s"), 1);
    m_unit->addItem(tr("MB/s"), kMega);
    m_unit->setCurrentIndex(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kTiny);
    row->addWidget(m_figure);
    row->addWidget(m_unit);
    setFocusProxy(m_figure);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    adapt();
    connect(m_figure, &QDoubleSpinBox::valueChanged, this, &SpeedField::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this] {
        adapt();
        changed();
    });
}

void SpeedField::adapt()
{
    const QSignalBlocker blocker(m_figure);
    const bool mega = m_unit->currentData().toInt() == kMega;
    const double least = mega ? 0.1 : 1;
    m_figure->setDecimals(mega ? 3 : 0);
    m_figure->setRange(m_zero == Zero::NoLimit ? 0 : least, kHighest);
    m_figure->setSingleStep(mega ? 1 : 100);
}

int SpeedField::value() const
{
    return static_cast<int>(std::lround(m_figure->value() * m_unit->currentData().toInt()));
}

void SpeedField::setValue(int thousandBytes)
{
    if (thousandBytes == value())
        return;
    const QSignalBlocker figure(m_figure);
    const QSignalBlocker unit(m_unit);
    if (thousandBytes > 0)
        m_unit->setCurrentIndex(thousandBytes >= kMega ? 1 : 0);
    adapt();
    m_figure->setValue(double(thousandBytes) / m_unit->currentData().toInt());
}

void SpeedField::setName(const QString &name)
{
    setAccessibleName(name);
    m_figure->setAccessibleName(name);
    m_unit->setAccessibleName(tr("%1, unit").arg(name));
}

void SpeedField::changed()
{
    Q_EMIT
    valueChanged(value());
}

} // namespace hubdesk
