// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferscontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QLabel;

namespace hubdesk {

class ThemedLabel;

//! Says that the disk is full, as long as a transfer waits for room, and what can be done. Object
//! names: "spaceBanner", "spaceText", "spaceFree", "spaceRetry".
class SpaceBanner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpaceBanner)

public:
    SpaceBanner(const UiContext &context, TransfersController *controller,
                QWidget *parent = nullptr);

Q_SIGNALS:
    //! "Show what could be removed."
    void freeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void refreshIcon();

    UiContext m_context;
    TransfersController *m_controller;
    QLabel *m_icon;
    ThemedLabel *m_text;
};

} // namespace hubdesk
