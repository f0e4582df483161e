// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/mirrorlist.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace hubdesk {

class ThemedLabel;

//! The mirrors in the settings: a list in the order of preference, each on or off, with a field for
//! the next one. What is changed applies at once. By keyboard too: Return adds, Space switches,
//! Delete removes, Alt with an arrow moves, as dragging does. Object names: "mirrors" (the list),
//! "mirrorAddress", "mirrorAdd", "mirrorUp", "mirrorDown", "mirrorRemove", "mirrorProblem".
class MirrorsBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MirrorsBox)

public:
    explicit MirrorsBox(const UiContext &context, QWidget *parent = nullptr);

    //! For the label of the box.
    [[nodiscard]] QWidget *field() const;

private:
    void buildButtons();
    void addShortcuts();
    [[nodiscard]] MirrorList mirrors() const;
    void store(const MirrorList &mirrors);
    void refresh();
    void updateButtons();
    void add();
    void remove();
    void move(int by);
    void moveTo(int row, int to);

    UiContext m_context;
    QListWidget *m_list;
    QLineEdit *m_address;
    QPushButton *m_add;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    ThemedLabel *m_problem;
    bool m_filling = false;
};

} // namespace hubdesk
