// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace hubdesk {

class SettingsController;
struct SettingsImport;

//! Logging, the environment, settings as a file, reset of everything. Object names: "logLevel",
//! "logLevelNote", "log-" and a category, "logToFile", "logFolder", "logFolderChoose",
//! "logFolderOpen", "environment", "environmentNote", "environmentCopy", "settingsExport",
//! "settingsImport", "settingsFileNote", "settingsResetAll".
class AdvancedPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdvancedPage)

public:
    AdvancedPage(const UiContext &context, SettingsController *controller,
                 QWidget *parent = nullptr);

private:
    void buildLog();
    void buildLogFile();
    void buildEnvironment();
    void buildFile();
    void refresh();
    void fillEnvironment();
    void showVariable();
    void copyEnvironment();
    void setCategory(const QString &name, bool inFull);
    void setLogFolder(const QString &folder);
    void exportSettings();
    void importSettings();
    void readImport(const QString &file);
    void showImport(const SettingsImport &import);

    SettingsController *m_controller;
    QComboBox *m_level;
    ThemedLabel *m_levelNote = nullptr;
    std::vector<QCheckBox *> m_categories;
    QCheckBox *m_toFile;
    QLineEdit *m_folder;
    ThemedLabel *m_folderNote = nullptr;
    QTreeWidget *m_environment;
    ThemedLabel *m_environmentNote = nullptr;
    QPushButton *m_copy;
    ThemedLabel *m_fileNote = nullptr;
    int m_imports = 0;
};

} // namespace hubdesk
