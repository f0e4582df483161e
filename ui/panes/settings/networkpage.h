// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

#include <functional>
#include <vector>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace hubdesk {

class SettingsController;
struct SettingInForce;

//! The Hub with a test, mirrors, proxy, offline switch, certificates, waiting times. Object names
//! beside those of its boxes: "offline", "offlineNote", "caFile", "caFileChoose", "caFileClear",
//! "metadataTimeout", "downloadTimeout" and their notes.
class NetworkPage final : public SettingsPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkPage)

public:
    NetworkPage(const UiContext &context, SettingsController *controller,
                QWidget *parent = nullptr);

private:
    void buildEndpoint();
    void buildMirrors();
    void buildProxy();
    void buildOffline();
    void buildCertificates();
    void buildTimeouts();
    void addSeconds(const QString &name, const QString &label, const QString &note, SettingKey key,
                    const QString &variable, std::function<SettingInForce()> inForce);
    void refresh();

    SettingsController *m_controller;
    QCheckBox *m_offline;
    ThemedLabel *m_offlineNote = nullptr;
    QLineEdit *m_caFile;
    QPushButton *m_chooseCaFile;
    QPushButton *m_clearCaFile;
    ThemedLabel *m_caNote = nullptr;
    std::vector<std::function<void()>> m_refresh;
};

} // namespace hubdesk
