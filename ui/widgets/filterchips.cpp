// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchips.h"

#include "ui/theme/measures.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

FilterChips::FilterChips(const QString &name, QWidget *parent)
    : QWidget(parent),
      m_group(new QButtonGroup(this)),
      m_row(new QHBoxLayout(this))
{
    setAccessibleName(name);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(measure::kSmall);
    m_row->addStretch();
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &FilterChips::currentChanged);
}

void FilterChips::addChip(int id, const QString &text)
{
    auto *chip = new QPushButton(text, this);
    chip->setObjectName(u"chip%1"_s.arg(id));
    chip->setProperty("look", u"chip"_s);
    chip->setCheckable(true);
    chip->setAutoDefault(false);
    m_texts.insert(id, text);
    m_row->insertWidget(static_cast<int>(m_group->buttons().size()), chip);
    m_group->addButton(chip, id);
    if (m_group->checkedId() == -1)
        chip->setChecked(true);
}

void FilterChips::setCount(int id, int count)
{
    const QString text = m_texts.value(id);
    m_group->button(id)->setText(count < 0 ? text
                                           : u"%1 %2"_s.arg(text, QLocale().toString(count)));
}

int FilterChips::current() const
{
    return m_group->checkedId();
}

void FilterChips::setCurrent(int id)
{
    if (auto *button = m_group->button(id)) {
        const QSignalBlocker blocker(m_group);
        button->setChecked(true);
    }
}

void FilterChips::addTrailing(QWidget *widget)
{
    m_row->addWidget(widget);
}

} // namespace hubdesk
