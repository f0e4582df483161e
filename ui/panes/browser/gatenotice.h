// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/gate.h"
#include "ui/shell/uicontext.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! Says why a gated repo's files cannot be had, and offers the one step that helps.
class GateNotice final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateNotice)

public:
    explicit GateNotice(const UiContext &context, QWidget *parent = nullptr);

    //! Hides itself without a state.
    void setGate(const std::optional<GateState> &gate);
    //! The keyboard goes to the step that helps.
    void focusAction();

Q_SIGNALS:
    void signInRequested();
    void tokenSettingsRequested();
    //! Open the repo's page, to ask for access or to see the request.
    void repoPageRequested();
    //! The user has done something about it elsewhere.
    void checkAgainRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void act();
    void refreshIcon();

    UiContext m_context;
    std::optional<GateState> m_gate;
    QLabel *m_icon;
    ThemedLabel *m_title;
    ThemedLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_again;
};

} // namespace hubdesk
