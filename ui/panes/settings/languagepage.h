// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

class QButtonGroup;

namespace hubdesk {

//! The language of the window. Object names: "language-system" and so on.
class LanguagePage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguagePage)

public:
    explicit LanguagePage(const UiContext &context, QWidget *parent = nullptr);

private:
    void addChoice(const QString &id, const QString &text);
    void refresh();

    QButtonGroup *m_group;
    QStringList m_ids;
};

} // namespace hubdesk
