// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/settings/settingspage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace hubdesk {

class SettingsController;
struct EndpointReport;

//! Endpoint with a test, mirrors, offline switch, certificates. Object names: "endpoint",
//! "endpointTest", "endpointNote", "endpointReport", "offline", "offlineNote", "caFile",
//! "caFileChoose", "caFileClear".
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
    void buildOffline();
    void buildCertificates();
    void refresh();
    void applyEndpoint();
    void test();
    void showReport(const EndpointReport &report);

    SettingsController *m_controller;
    QLineEdit *m_endpoint;
    QPushButton *m_test;
    ThemedLabel *m_endpointNote = nullptr;
    ThemedLabel *m_report = nullptr;
    QCheckBox *m_offline;
    ThemedLabel *m_offlineNote = nullptr;
    QLineEdit *m_caFile;
    QPushButton *m_chooseCaFile;
    QPushButton *m_clearCaFile;
    ThemedLabel *m_caNote = nullptr;
};

} // namespace hubdesk
