// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QStringList>
#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace hubdesk {

class AccountController;
class SettingsController;
class SettingsPage;

//! The pages of the settings with a list of them at the side. Page ids: "network", "account",
//! "cache", "appearance", "transfers".
class SettingsWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsWidget)

public:
    SettingsWidget(const UiContext &context, SettingsController *settings,
                   AccountController *account, QWidget *parent = nullptr);

    //! Unknown ids change nothing.
    void showPage(const QString &id);
    [[nodiscard]] QString page() const;

private:
    void addPage(const QString &id, const QString &icon, SettingsPage *page);

    UiContext m_context;
    QStringList m_ids;
    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace hubdesk
