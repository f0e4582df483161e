// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/advancedpage.h"

#include "core/log/categories.h"
#include "core/model/settingscontroller.h"
#include "ui/panes/settings/importdialog.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! What a category tells about.
QString categoryText(const QString &name)
{
    if (name == "app.hub"_L1)
        return AdvancedPage::tr("The Hub");
    if (name == "app.hub.http"_L1)
        return AdvancedPage::tr("Requests, one line each");
    if (name == "app.hub.curl"_L1)
        return AdvancedPage::tr("Requests, as commands without the token");
    if (name == "app.transfer"_L1)
        return AdvancedPage::tr("Transfers");
    if (name == "app.cache"_L1)
        return AdvancedPage::tr("Cache");
    if (name == "app.ui"_L1)
        return AdvancedPage::tr("Window");
    return name;
}

QString fileFilter()
{
    return AdvancedPage::tr("Settings of Hubdesk (*.json)");
}

} // namespace

AdvancedPage::AdvancedPage(const UiContext &context, SettingsController *controller,
                           QWidget *parent)
    : SettingsPage(context, tr("Advanced"), parent),
      m_controller(controller),
      m_level(new QComboBox(this)),
      m_toFile(new QCheckBox(tr("Write a log file"), this)),
      m_folder(new QLineEdit(this)),
      m_environment(new QTreeWidget(this)),
      m_copy(new QPushButton(tr("Copy"), this))
{
    buildLog();
    buildLogFile();
    buildEnvironment();
    buildFile();
    connect(context.settings, &Settings::changed, this, &AdvancedPage::refresh);
    refresh();
    fillEnvironment();
}

void AdvancedPage::buildLog()
{
    constexpr int kWidth = 220;
    addHeading(tr("Log"));
    m_level->setObjectName(u"logLevel"_s);
    m_level->setFixedWidth(kWidth);
    m_level->addItem(tr("Errors only"), u"error"_s);
    m_level->addItem(tr("Warnings"), u"warning"_s);
    m_level->addItem(tr("As usual"), u"info"_s);
    m_level->addItem(tr("Everything"), u"debug"_s);
    addLabel(tr("What is logged"), m_level);
    addRow({m_level}, -1);
    m_levelNote = addNote(u"logLevelNote"_s);
    describe(m_level, SettingKey::LogLevel, tr("logging, verbosity, debug, level"),
             {u"HF_HUB_VERBOSITY"_s, u"HF_DEBUG"_s});
    connect(m_level, &QComboBox::activated, this,
            [this] { context().settings->setValue(SettingKey::LogLevel, m_level->currentData()); });
    auto *label = new ThemedLabel(context().theme, FontRole::Body, Token::Text, this);
    label->setText(tr("In full, whatever the level"));
    addWidget(label);
    const QStringList names = logCategoryNames();
    for (const QString &name : names) {
        auto *box = new QCheckBox(u"%1 (%2)"_s.arg(categoryText(name), name), this);
        box->setObjectName(u"log-"_s + name);
        addWidget(box);
        m_categories.push_back(box);
        connect(box, &QCheckBox::clicked, this, [this, name](bool on) { setCategory(name, on); });
    }
    describe(m_categories.front(), SettingKey::LogCategories, tr("logging, categories"),
             {u"QT_LOGGING_RULES"_s});
}

void AdvancedPage::buildLogFile()
{
    auto *choose = new QPushButton(tr("Choose..."), this);
    auto *open = new QPushButton(tr("Open"), this);
    addHeading(tr("Log file"));
    m_toFile->setObjectName(u"logToFile"_s);
    m_folder->setObjectName(u"logFolder"_s);
    choose->setObjectName(u"logFolderChoose"_s);
    choose->setAccessibleName(tr("Choose the folder of the log file"));
    open->setObjectName(u"logFolderOpen"_s);
    open->setAccessibleName(tr("Open the folder of the log file"));
    for (QPushButton *button : {choose, open})
        button->setAutoDefault(false);
    addWidget(m_toFile);
    addLabel(tr("Folder of the log file"), m_folder);
    addRow({m_folder, choose, open}, 0);
    m_folderNote = addNote(u"logFolderNote"_s);
    describe(m_toFile, SettingKey::LogToFile, tr("logging"));
    describe(m_folder, SettingKey::LogFolder, tr("logging"));
    connect(m_toFile, &QCheckBox::clicked, this,
            [this](bool on) { context().settings->setValue(SettingKey::LogToFile, on); });
    connect(m_folder, &QLineEdit::editingFinished, this,
            [this] { setLogFolder(m_folder->text().trimmed()); });
    connect(choose, &QPushButton::clicked, this, [this] {
        context().prompter->chooseFolder(window(), tr("Choose the folder of the log file"),
                                         m_controller->logFolder(), this,
                                         [this](const QString &folder) {
                                             if (!folder.isEmpty())
                                                 setLogFolder(folder);
                                         });
    });
    connect(open, &QPushButton::clicked, this, [this] {
        context().prompter->openUrl(QUrl::fromLocalFile(m_controller->logFolder()));
    });
}

void AdvancedPage::setLogFolder(const QString &folder)
{
    if (const QString problem = SettingsController::folderProblem(folder); !problem.isEmpty()) {
        setNote(m_folderNote, problem, Token::Bad);
        return;
    }
    context().settings->setValue(SettingKey::LogFolder, folder);
    refresh();
}

void AdvancedPage::setCategory(const QString &name, bool inFull)
{
    QStringList names =
        context().settings->text(SettingKey::LogCategories).split(u',', Qt::SkipEmptyParts);
    names.removeAll(name);
    if (inFull)
        names.append(name);
    names.sort();
    context().settings->setValue(SettingKey::LogCategories, names.join(u','));
}

void AdvancedPage::buildEnvironment()
{
    constexpr int kHeight = 168;
    addHeading(tr("Environment"));
    addNote(u"environmentHelp"_s,
            tr("Variables of the Hugging Face tools that are set, and what comes of them here. "
               "Tokens and passwords are not shown."));
    m_environment->setObjectName(u"environment"_s);
    m_environment->setAccessibleName(tr("Environment variables"));
    m_environment->setHeaderLabels({tr("Variable"), tr("Value"), tr("Effect")});
    m_environment->setRootIsDecorated(false);
    m_environment->setUniformRowHeights(true);
    m_environment->setMinimumHeight(kHeight);
    m_environment->setTabKeyNavigation(false);
    m_environment->setTextElideMode(Qt::ElideMiddle);
    addWidget(m_environment);
    m_environmentNote = addNote(u"environmentNote"_s);
    m_copy->setObjectName(u"environmentCopy"_s);
    m_copy->setAccessibleName(tr("Copy the environment variables"));
    m_copy->setAutoDefault(false);
    addRow({m_copy}, -1);
    connect(m_environment, &QTreeWidget::currentItemChanged, this, &AdvancedPage::showVariable);
    connect(m_copy, &QPushButton::clicked, this, &AdvancedPage::copyEnvironment);
}

void AdvancedPage::fillEnvironment()
{
    const auto rows = m_controller->environment();
    QStringList names;
    for (const EnvironmentRow &row : rows) {
        auto *item = new QTreeWidgetItem(m_environment, {row.name, row.value, effectText(row)});
        item->setFont(0, context().theme->font(FontRole::Mono));
        item->setFont(1, context().theme->font(FontRole::Mono));
        for (int column = 0; column < m_environment->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
        item->setData(0, Qt::UserRole, row.meaning);
        names << row.name;
    }
    m_environment->setProperty(kSearchWords, names);
    m_environment->setVisible(!rows.empty());
    m_copy->setVisible(!rows.empty());
    m_environment->header()->resizeSection(0, fontMetrics().averageCharWidth() * 30);
    m_environment->header()->resizeSection(1, fontMetrics().averageCharWidth() * 24);
    setNote(m_environmentNote,
            rows.empty() ? tr("None is set.") : tr("Choose a variable to see what it is for."),
            Token::TextSecondary);
}

void AdvancedPage::showVariable()
{
    const QTreeWidgetItem *item = m_environment->currentItem();
    if (!item)
        return;
    const QString meaning = item->data(0, Qt::UserRole).toString();
    setNote(m_environmentNote,
            u"%1: %2 %3"_s.arg(item->text(0), meaning, item->text(2)).simplified(),
            Token::TextSecondary);
}

void AdvancedPage::copyEnvironment()
{
    QStringList lines;
    for (int row = 0; row < m_environment->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_environment->topLevelItem(row);
        lines << u"%1=%2"_s.arg(item->text(0), item->text(1));
    }
    context().prompter->copyText(lines.join(u'\n'));
}

void AdvancedPage::buildFile()
{
    auto *save = new QPushButton(tr("Export..."), this);
    auto *load = new QPushButton(tr("Import..."), this);
    auto *reset = new QPushButton(tr("Reset all settings"), this);
    save->setObjectName(u"settingsExport"_s);
    save->setAccessibleName(tr("Export the settings"));
    load->setObjectName(u"settingsImport"_s);
    load->setAccessibleName(tr("Import settings"));
    reset->setObjectName(u"settingsResetAll"_s);
    for (QPushButton *button : {save, load, reset})
        button->setAutoDefault(false);
    addHeading(tr("Settings as a file"));
    addNote(u"settingsFileHelp"_s,
            tr("For another computer. Tokens and passwords are not in it. An import shows first "
               "what it will change."));
    addRow({save, load}, -1);
    m_fileNote = addNote(u"settingsFileNote"_s);
    addHeading(tr("Reset"));
    addRow({reset}, -1);
    addNote(
        u"settingsResetNote"_s,
        tr("All pages go back to the standard. Accounts and downloads stay. It can be undone."));
    connect(save, &QPushButton::clicked, this, &AdvancedPage::exportSettings);
    connect(load, &QPushButton::clicked, this, &AdvancedPage::importSettings);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_controller->reset(Settings::keys(), tr("All settings are as they were at first."));
    });
}

void AdvancedPage::exportSettings()
{
    context().prompter->chooseSaveFile(
        window(), tr("Export the settings"), u"hubdesk-settings.json"_s, fileFilter(), this,
        [this](const QString &file) {
            if (file.isEmpty())
                return;
            m_controller->exportTo(
                file, this, [this, file](const std::expected<void, QString> &done) {
                    setNote(m_fileNote, done ? tr("Written to %1.").arg(file) : done.error(),
                            done ? Token::Good : Token::Bad);
                });
        });
}

void AdvancedPage::importSettings()
{
    context().prompter->chooseFile(window(), tr("Import settings"), {}, fileFilter(), this,
                                   [this](const QString &file) {
                                       if (!file.isEmpty())
                                           readImport(file);
                                   });
}

void AdvancedPage::readImport(const QString &file)
{
    m_controller->importFrom(
        file, this,
        [this, round = ++m_imports](const std::expected<SettingsImport, QString> &import) {
            if (round != m_imports)
                return; // another one was chosen meanwhile
            setNote(m_fileNote, import ? QString() : import.error(),
                    import ? Token::TextSecondary : Token::Bad);
            if (import)
                showImport(*import);
        });
}

void AdvancedPage::showImport(const SettingsImport &import)
{
    auto *dialog = new ImportDialog(context(), import, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, changes = import.changes] {
        SettingValues values;
        for (const SettingChange &change : changes)
            values.emplace_back(change.key, change.after);
        m_controller->change(values, tr("The settings are imported."));
    });
    dialog->open();
}

void AdvancedPage::refresh()
{
    const SettingInForce level = m_controller->logLevel();
    // A variable knows one more level than there is to choose.
    const QString shown = level.value == "critical"_L1 ? u"error"_s : level.value;
    m_level->setCurrentIndex(m_level->findData(shown));
    m_level->setEnabled(level.variable.isEmpty());
    setNote(m_levelNote, variableNote(level.variable), Token::TextSecondary);
    const QStringList inFull =
        context().settings->text(SettingKey::LogCategories).split(u',', Qt::SkipEmptyParts);
    const QStringList names = logCategoryNames();
    for (size_t i = 0; i < m_categories.size(); ++i)
        m_categories[i]->setChecked(inFull.contains(names.at(static_cast<qsizetype>(i))));
    m_toFile->setChecked(context().settings->flag(SettingKey::LogToFile));
    m_folder->setText(context().settings->text(SettingKey::LogFolder));
    m_folder->setPlaceholderText(m_controller->logFolder());
    m_folder->setCursorPosition(0);
    setNote(m_folderNote,
            tr("The file is called hubdesk.log. Only you can read it; tokens are left out."),
            Token::TextSecondary);
}

} // namespace hubdesk
