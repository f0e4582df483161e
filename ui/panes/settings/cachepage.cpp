// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/cachepage.h"

#include "ui/shell/prompter.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

CachePage::CachePage(const UiContext &context, SettingsController *controller, QWidget *parent)
    : SettingsPage(context, tr("Cache"), parent),
      m_controller(controller),
      m_fields{Field{SettingKey::CacheFolder, {}}, Field{SettingKey::ModelsFolder, RepoType::Model},
               Field{SettingKey::DatasetsFolder, RepoType::Dataset},
               Field{SettingKey::SpacesFolder, RepoType::Space}},
      m_check(new QCheckBox(tr("Look for new versions at the start"), this))
{
    addHeading(tr("Shared Hugging Face cache"));
    addFolder(m_fields[0], u"cacheFolder"_s,
              {tr("Folder"), tr("Choose the cache folder"), tr("Use the standard cache folder"),
               tr("directory, path, disk, storage")});
    addTypes();
    addInForce();
    addHeading(tr("New versions"));
    m_check->setObjectName(u"checkVersionsAtStart"_s);
    addWidget(m_check);
    describe(m_check, SettingKey::CheckVersionsAtStart, tr("updates"));
    addNote(u"checkVersionsNote"_s,
            tr("One question to the Hub for each repo in the cache that is not pinned, at most "
               "every six hours. Nothing is downloaded."));
    connect(m_check, &QCheckBox::clicked, this, [this](bool on) {
        this->context().settings->setValue(SettingKey::CheckVersionsAtStart, on);
    });
    connect(context.settings, &Settings::changed, this, qOverload<>(&CachePage::refresh));
    refresh();
}

void CachePage::addFolder(Field &field, const QString &name, const Words &words)
{
    field.folder = new QLineEdit(this);
    field.choose = new QPushButton(tr("Choose..."), this);
    field.reset = new QPushButton(tr("Standard"), this);
    field.folder->setObjectName(name);
    field.choose->setObjectName(name + "Choose"_L1);
    field.choose->setAccessibleName(words.choose);
    field.reset->setObjectName(name + "Reset"_L1);
    field.reset->setAccessibleName(words.reset);
    for (QPushButton *button : {field.choose, field.reset})
        button->setAutoDefault(false);
    addLabel(words.label, field.folder);
    addRow({field.folder, field.choose, field.reset}, 0);
    describe(field.folder, field.key, words.search,
             {u"HF_HOME"_s, u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s});
    field.note = addNote(name + "Note"_L1);
    connect(field.folder, &QLineEdit::editingFinished, this,
            [this, &field] { apply(field, field.folder->text()); });
    connect(field.choose, &QPushButton::clicked, this, [this, &field, title = words.choose] {
        context().prompter->chooseFolder(window(), title, inForce(field).value, this,
                                         [this, &field](const QString &folder) {
                                             if (!folder.isEmpty())
                                                 apply(field, folder);
                                         });
    });
    connect(field.reset, &QPushButton::clicked, this, [this, &field] { apply(field, {}); });
}

void CachePage::addTypes()
{
    const QString words = tr("directory, path, disk, storage, type, placement");
    addHeading(tr("Folders for each type"));
    addFolder(m_fields[1], u"modelsFolder"_s,
              {tr("Models"), tr("Choose the cache folder for models"),
               tr("Use the common cache folder for models"), words});
    addFolder(m_fields[2], u"datasetsFolder"_s,
              {tr("Datasets"), tr("Choose the cache folder for datasets"),
               tr("Use the common cache folder for datasets"), words});
    addFolder(m_fields[3], u"spacesFolder"_s,
              {tr("Spaces"), tr("Choose the cache folder for Spaces"),
               tr("Use the common cache folder for Spaces"), words});
    m_typesNote = addNote(u"typeFoldersNote"_s);
}

void CachePage::addInForce()
{
    addHeading(tr("In force"));
    m_fields[0].inForce = addNote(u"cacheInForce"_s);
    m_fields[1].inForce = addNote(u"modelsInForce"_s);
    m_fields[2].inForce = addNote(u"datasetsInForce"_s);
    m_fields[3].inForce = addNote(u"spacesInForce"_s);
    m_home = addNote(u"cacheHome"_s);
}

void CachePage::apply(const Field &field, const QString &folder)
{
    if (!field.folder->isEnabled())
        return;
    const QString trimmed = folder.trimmed();
    if (const QString problem = m_controller->cacheFolderProblem(field.key, trimmed);
        !problem.isEmpty()) {
        setNote(field.note, problem, Token::Bad);
        return;
    }
    context().settings->setValue(field.key, trimmed);
    refresh();
}

SettingInForce CachePage::inForce(const Field &field) const
{
    return field.type ? m_controller->cacheFolder(*field.type) : m_controller->cacheFolder();
}

//! Empty for a type that has no folder of its own.
QString CachePage::inForceText(const Field &field) const
{
    const SettingInForce folder = inForce(field);
    const bool isChosen = !context().settings->text(field.key).isEmpty();
    if (field.type && (!folder.variable.isEmpty() || !isChosen))
        return {};
    const QString reason = !folder.variable.isEmpty() ? tr("set by %1").arg(folder.variable)
        : isChosen                                    ? tr("chosen here")
                                                      : tr("the standard folder");
    if (!field.type)
        return tr("Cache: %1 (%2)").arg(folder.value, reason);
    switch (*field.type) {
    case RepoType::Model:
        return tr("Models: %1 (%2)").arg(folder.value, reason);
    case RepoType::Dataset:
        return tr("Datasets: %1 (%2)").arg(folder.value, reason);
    case RepoType::Space:
        return tr("Spaces: %1 (%2)").arg(folder.value, reason);
    }
    Q_UNREACHABLE_RETURN({});
}

void CachePage::refresh(const Field &field)
{
    const SettingInForce folder = inForce(field);
    const bool isFixed = !folder.variable.isEmpty();
    const QString chosen = context().settings->text(field.key);
    field.folder->setText(isFixed ? folder.value : chosen);
    field.folder->setPlaceholderText(folder.value);
    field.folder->setCursorPosition(0);
    field.folder->setEnabled(!isFixed);
    field.choose->setEnabled(!isFixed);
    field.reset->setEnabled(!isFixed && !chosen.isEmpty());
    setNote(field.note, {}, Token::TextSecondary);
    setNote(field.inForce, inForceText(field), Token::Text);
}

void CachePage::refresh()
{
    for (const Field &field : m_fields)
        refresh(field);
    m_check->setChecked(context().settings->flag(SettingKey::CheckVersionsAtStart));
    const QString variable = m_controller->cacheFolder().variable;
    const bool isFixed = !variable.isEmpty();
    setNote(m_fields[0].note,
            isFixed
                ? variableNote(variable)
                : tr("Other Hugging Face tools find a folder other than the standard one only "
                     "when HF_HUB_CACHE names it. What is downloaded already stays where it is."),
            Token::TextSecondary);
    setNote(
        m_typesNote,
        isFixed
            ? variableNote(variable)
            : tr("An empty field means the common folder. New downloads of a type go to its own "
                 "folder. What is in the common one stays there, is still shown, and is "
                 "not fetched again. Other Hugging Face tools find such a folder only when "
                 "HF_HUB_CACHE names it."),
        Token::TextSecondary);
    const SettingInForce home = m_controller->home();
    setNote(m_home,
            tr("HF_HOME: %1 (%2)")
                .arg(home.value,
                     home.variable.isEmpty() ? tr("the standard folder")
                                             : tr("set by %1").arg(home.variable)),
            Token::Text);
}

} // namespace hubdesk
