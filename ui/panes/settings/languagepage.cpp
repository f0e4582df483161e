// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/languagepage.h"

#include <QButtonGroup>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

LanguagePage::LanguagePage(const UiContext &context, QWidget *parent)
    : SettingsPage(context, tr("Language"), parent),
      m_group(new QButtonGroup(this))
{
    addHeading(tr("Language of Hubdesk"));
    addChoice(u"system"_s, tr("As the system"));
    // A language is found by those who read it.
    addChoice(u"en"_s, u"English"_s);
    addChoice(u"de"_s, u"Deutsch"_s);
    addNote(u"languageNote"_s,
            tr("The window changes at once. Dates and numbers stay as the system writes them."));
    describe(m_group->button(0), SettingKey::Language,
             tr("translation, English, German, Deutsch, Sprache"));
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        this->context().settings->setValue(SettingKey::Language, m_ids.at(id));
    });
    connect(context.settings, &Settings::changed, this, &LanguagePage::refresh);
    refresh();
}

void LanguagePage::addChoice(const QString &id, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(u"language-"_s + id);
    m_group->addButton(button, static_cast<int>(m_ids.size()));
    m_ids.append(id);
    addWidget(button);
}

void LanguagePage::refresh()
{
    const auto index = m_ids.indexOf(context().settings->text(SettingKey::Language));
    m_group->button(static_cast<int>(std::max<qsizetype>(0, index)))->setChecked(true);
}

} // namespace hubdesk
