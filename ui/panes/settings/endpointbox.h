// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace hubdesk {

class SettingsController;
class ThemedLabel;
struct EndpointProfile;
struct EndpointReport;

//! The Hub to use: one that has a name or any other address, with a test. Object names:
//! "endpointProfile", "endpointAdd", "endpointChange", "endpointRemove", "endpoint",
//! "endpointTest", "endpointNote", "endpointReport", "endpointAdvice".
class EndpointBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointBox)

public:
    EndpointBox(const UiContext &context, SettingsController *controller,
                QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *profileField() const { return m_profile; }
    [[nodiscard]] QLineEdit *addressField() const { return m_endpoint; }

private:
    void build();
    void connectAll();
    void refresh();
    void fillProfiles(const QString &endpoint);
    void chooseProfile();
    void applyAddress();
    void openDialog(size_t index);
    void save(size_t index, const EndpointProfile &profile);
    void remove();
    void test();
    void showReport(const EndpointReport &report);
    void say(ThemedLabel *label, const QString &text, Token token);

    UiContext m_context;
    SettingsController *m_controller;
    QComboBox *m_profile;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_remove;
    QLineEdit *m_endpoint;
    QPushButton *m_test;
    ThemedLabel *m_note;
    ThemedLabel *m_report;
    ThemedLabel *m_advice;
    bool m_isSaving = false;
};

} // namespace hubdesk
