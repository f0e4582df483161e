// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatarlabel.h"

#include "ui/widgets/avatars.h"

#include <QPainter>

namespace hubdesk {

AvatarLabel::AvatarLabel(Avatars *avatars, int side, QWidget *parent)
    : QWidget(parent),
      m_avatars(avatars)
{
    setFixedSize(side, side);
    connect(avatars, &Avatars::changed, this, qOverload<>(&QWidget::update));
}

void AvatarLabel::setPerson(const Person &person)
{
    if (m_person == person)
        return;
    m_person = person;
    update();
}

void AvatarLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_avatars->paint(&painter, rect(), m_person);
}

} // namespace hubdesk
