// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/logsettings.h"

#include "core/log/categories.h"
#include "core/log/logfile.h"
#include "core/log/verbosity.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

LogSettings::LogSettings(const Environment *environment, Settings *settings, QObject *parent)
    : QObject(parent),
      m_environment(environment),
      m_settings(settings)
{
    connect(settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::LogLevel || key == SettingKey::LogCategories
            || key == SettingKey::LogToFile || key == SettingKey::LogFolder)
            apply();
    });
    apply();
}

void LogSettings::apply()
{
    const QStringList known = logCategoryNames();
    QStringList inFull;
    for (const QString &name :
         m_settings->text(SettingKey::LogCategories).split(u',', Qt::SkipEmptyParts)) {
        if (known.contains(name)) // the file of the settings may have been edited
            inFull << name;
    }
    applyVerbosity(
        m_environment->verbosity(), m_environment->debug(),
        verbosityFromName(m_settings->text(SettingKey::LogLevel)).value_or(Verbosity::Info),
        inFull);
    const QString chosen = m_settings->text(SettingKey::LogFolder);
    const QString folder = chosen.isEmpty() ? standardLogFolder() : chosen;
    if (!logToFolder(m_settings->flag(SettingKey::LogToFile) ? folder : QString()))
        qCWarning(lcUi).noquote() << "the log file cannot be written in" << folder;
}

} // namespace hubdesk
