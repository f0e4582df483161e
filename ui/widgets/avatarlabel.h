// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/people.h"

#include <QWidget>

namespace hubdesk {

class Avatars;

//! The picture of one user or organisation in a fixed square.
class AvatarLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AvatarLabel)

public:
    //! \a side in device-independent pixels; \a avatars is not owned.
    AvatarLabel(Avatars *avatars, int side, QWidget *parent = nullptr);

    void setPerson(const Person &person);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Avatars *m_avatars;
    Person m_person;
};

} // namespace hubdesk
