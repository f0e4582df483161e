// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/appearancepage.h"

#include "core/settings/settings.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

AppearancePage::AppearancePage(const UiContext &context, QWidget *parent)
    : SettingsPage(context, tr("Appearance"), parent),
      m_group(new QButtonGroup(this)),
      m_images(new QCheckBox(tr("Load pictures in repo cards"), this))
{
    addHeading(tr("Colours"));
    addChoice(Appearance::System, tr("As the system"));
    addChoice(Appearance::Light, tr("Light"));
    addChoice(Appearance::Dark, tr("Dark"));
    addChoice(Appearance::HighContrast, tr("High contrast"));
    describe(m_group->button(static_cast<int>(Appearance::Dark)), SettingKey::Appearance,
             tr("theme, colours, night, contrast"));
    m_images->setObjectName(u"loadCardImages"_s);
    addHeading(tr("Cards"));
    addWidget(m_images);
    describe(m_images, SettingKey::LoadCardImages, tr("images, tracking, privacy"));
    addNote(u"loadCardImagesNote"_s,
            tr("Pictures come from the addresses that the authors of a card chose."));
    connect(m_images, &QCheckBox::clicked, this, [this](bool on) {
        this->context().settings->setValue(SettingKey::LoadCardImages, on);
    });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        const auto appearance = static_cast<Appearance>(id);
        this->context().settings->setValue(SettingKey::Appearance, appearanceName(appearance));
        this->context().theme->setAppearance(appearance);
    });
    connect(context.settings, &Settings::changed, this, &AppearancePage::refresh);
    refresh();
}

void AppearancePage::addChoice(Appearance appearance, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(u"appearance-"_s + appearanceName(appearance));
    m_group->addButton(button, static_cast<int>(appearance));
    addWidget(button);
}

void AppearancePage::refresh()
{
    const Appearance appearance =
        appearanceFromName(context().settings->text(SettingKey::Appearance));
    m_group->button(static_cast<int>(appearance))->setChecked(true);
    m_images->setChecked(context().settings->flag(SettingKey::LoadCardImages));
}

} // namespace hubdesk
