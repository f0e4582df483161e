// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QTabBar>

namespace hubdesk {

//! Tabs without boxes: text, and a line of the accent colour below the one that is shown.
class FlatTabBar final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlatTabBar)

public:
    explicit FlatTabBar(const UiContext &context, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    UiContext m_context;
};

} // namespace hubdesk
