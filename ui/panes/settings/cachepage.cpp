// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/cachepage.h"

#include "core/model/settingscontroller.h"
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
      m_folder(new QLineEdit(this)),
      m_choose(new QPushButton(tr("Choose..."), this)),
      m_reset(new QPushButton(tr("Standard"), this)),
      m_check(new QCheckBox(tr("Look for new versions at the start"), this))
{
    m_folder->setObjectName(u"cacheFolder"_s);
    m_choose->setObjectName(u"cacheFolderChoose"_s);
    m_choose->setAccessibleName(tr("Choose the cache folder"));
    m_reset->setObjectName(u"cacheFolderReset"_s);
    m_reset->setAccessibleName(tr("Use the standard cache folder"));
    for (QPushButton *button : {m_choose, m_reset})
        button->setAutoDefault(false);
    addHeading(tr("Shared Hugging Face cache"));
    addLabel(tr("Folder"), m_folder);
    addRow({m_folder, m_choose, m_reset}, 0);
    describe(m_folder, SettingKey::CacheFolder, tr("directory, path, disk, storage"),
             {u"HF_HOME"_s, u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s});
    m_note = addNote(u"cacheFolderNote"_s);
    addHeading(tr("In force"));
    m_inForce = addNote(u"cacheInForce"_s);
    m_home = addNote(u"cacheHome"_s);
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
    connect(m_folder, &QLineEdit::editingFinished, this, [this] { apply(m_folder->text()); });
    connect(m_choose, &QPushButton::clicked, this, [this] {
        this->context().prompter->chooseFolder(window(), tr("Choose the cache folder"),
                                               m_controller->cacheFolder().value, this,
                                               [this](const QString &folder) {
                                                   if (!folder.isEmpty())
                                                       apply(folder);
                                               });
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { apply({}); });
    connect(context.settings, &Settings::changed, this, &CachePage::refresh);
    refresh();
}

void CachePage::apply(const QString &folder)
{
    if (!m_folder->isEnabled())
        return;
    const QString trimmed = folder.trimmed();
    if (const QString problem = SettingsController::folderProblem(trimmed); !problem.isEmpty()) {
        setNote(m_note, problem, Token::Bad);
        return;
    }
    context().settings->setValue(SettingKey::CacheFolder, trimmed);
    refresh();
}

void CachePage::refresh()
{
    const SettingInForce folder = m_controller->cacheFolder();
    const SettingInForce home = m_controller->home();
    const bool fixed = !folder.variable.isEmpty();
    m_check->setChecked(context().settings->flag(SettingKey::CheckVersionsAtStart));
    const QString chosen = context().settings->text(SettingKey::CacheFolder);
    m_folder->setText(fixed ? folder.value : chosen);
    m_folder->setPlaceholderText(folder.value);
    m_folder->setCursorPosition(0);
    m_folder->setEnabled(!fixed);
    m_choose->setEnabled(!fixed);
    m_reset->setEnabled(!fixed && !chosen.isEmpty());
    setNote(m_note,
            fixed ? variableNote(folder.variable)
                  : tr("Other Hugging Face tools find a folder other than the standard one only "
                       "when HF_HUB_CACHE names it. What is downloaded already stays where it is."),
            Token::TextSecondary);
    const QString reason = fixed ? tr("set by %1").arg(folder.variable)
        : chosen.isEmpty()       ? tr("the standard folder")
                                 : tr("chosen here");
    setNote(m_inForce, tr("Cache: %1 (%2)").arg(folder.value, reason), Token::Text);
    setNote(m_home,
            tr("HF_HOME: %1 (%2)")
                .arg(home.value,
                     home.variable.isEmpty() ? tr("the standard folder")
                                             : tr("set by %1").arg(home.variable)),
            Token::Text);
}

} // namespace hubdesk
