// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace hubdesk {

class Environment;
class Settings;

//! Logs as the settings say, and the environment above them; follows their changes. Neither is
//! owned.
class LogSettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSettings)

public:
    LogSettings(const Environment *environment, Settings *settings, QObject *parent = nullptr);

private:
    void apply();

    const Environment *m_environment;
    Settings *m_settings;
};

} // namespace hubdesk
