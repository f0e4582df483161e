// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/transferspage.h"

#include "core/settings/settings.h"

#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace hubdesk {

TransfersPage::TransfersPage(const UiContext &context, QWidget *parent)
    : SettingsPage(context, tr("Transfers"), parent),
      m_parallel(new QSpinBox(this))
{
    constexpr int kMost = 16; // the settings table has the same range
    m_parallel->setObjectName(u"parallelDownloads"_s);
    m_parallel->setRange(1, kMost);
    m_parallel->setValue(context.settings->number(SettingKey::ParallelDownloads));
    addHeading(tr("Downloads"));
    addLabel(tr("Files at once"), m_parallel);
    addRow({m_parallel}, -1);
    addNote(u"parallelNote"_s,
            tr("Over all transfers together. More is faster for many small files; fewer is kinder "
               "to a slow connection."));
    connect(m_parallel, &QSpinBox::valueChanged, this, [this](int value) {
        this->context().settings->setValue(SettingKey::ParallelDownloads, value);
    });
    connect(context.settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::ParallelDownloads)
            m_parallel->setValue(this->context().settings->number(SettingKey::ParallelDownloads));
    });
}

} // namespace hubdesk
