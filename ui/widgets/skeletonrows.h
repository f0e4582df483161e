// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hubdesk {

class Theme;

//! Grey rows in place of a list that is on its way. They do not move: nothing blinks.
class SkeletonRows final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SkeletonRows)

public:
    explicit SkeletonRows(const Theme *theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme;
};

} // namespace hubdesk
