// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/personcontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QPushButton;
class QToolButton;

namespace hubdesk {

class AvatarLabel;
class Avatars;
class Badge;
class ThemedLabel;

//! First rows of the page of a user or an organisation: back, picture, name, marks, facts, what
//! they write about themselves.
class PersonHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonHeader)

public:
    static constexpr int kAvatar = 56;
    static constexpr int kLongestDetails = 300; //!< characters; the whole text is in the tooltip

    PersonHeader(const UiContext &context, PersonController *controller, Avatars *avatars,
                 QAction *openInBrowser, QWidget *parent = nullptr);
    ~PersonHeader() override;

    //! Always there, whatever else is.
    [[nodiscard]] QToolButton *backButton() const { return m_back; }

Q_SIGNALS:
    void backRequested();

private:
    void build(QAction *openInBrowser);
    void buildCopyMenu();
    void update();
    [[nodiscard]] QStringList facts() const;

    UiContext m_context;
    PersonController *m_controller;
    QToolButton *m_back;
    AvatarLabel *m_avatar;
    ThemedLabel *m_name;
    Badge *m_mark; //!< PRO or verified
    ThemedLabel *m_facts;
    ThemedLabel *m_details;
    QPushButton *m_open;
    QPushButton *m_copy;
};

//! \a text on one line, cut between two words when it is longer than \a longest.
[[nodiscard]] QString shortened(const QString &text, qsizetype longest);

} // namespace hubdesk
