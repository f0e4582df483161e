// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settingscontroller.h"
#include "ui/panes/settings/settingspage.h"

#include <array>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace hubdesk {

//! The cache folders, with what is in force and why. Object names: "cacheFolder",
//! "cacheFolderChoose", "cacheFolderReset", "cacheFolderNote", the same with "modelsFolder",
//! "datasetsFolder" and "spacesFolder" in front, "typeFoldersNote", "cacheInForce", "cacheHome".
class CachePage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CachePage)

public:
    CachePage(const UiContext &context, SettingsController *controller, QWidget *parent = nullptr);

private:
    //! The controls of one folder.
    struct Field
    {
        SettingKey key;
        std::optional<RepoType> type; //!< Nothing: the common one.
        QLineEdit *folder = nullptr;
        QPushButton *choose = nullptr;
        QPushButton *reset = nullptr;
        ThemedLabel *note = nullptr;
        ThemedLabel *inForce = nullptr;
    };
    struct Words
    {
        QString label;
        QString choose;
        QString reset;
        QString search;
    };

    void addFolder(Field &field, const QString &name, const Words &words);
    void addTypes();
    void addInForce();
    void apply(const Field &field, const QString &folder);
    void refresh();
    void refresh(const Field &field);
    [[nodiscard]] SettingInForce inForce(const Field &field) const;
    [[nodiscard]] QString inForceText(const Field &field) const;

    SettingsController *m_controller;
    std::array<Field, 4> m_fields;
    QCheckBox *m_check;
    ThemedLabel *m_typesNote = nullptr;
    ThemedLabel *m_home = nullptr;
};

} // namespace hubdesk
