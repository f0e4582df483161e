// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace hubdesk {

class SettingsController;
class ThemedLabel;

//! How the Hub is reached: directly, by the system's proxies, one of one's own, or a script. Object
//! names: "proxyMode", "proxyModeNote", "proxyHost", "proxyPort", "proxyUser", "proxyPassword",
//! "proxyLoginNote", "pacSource", "pacChoose", "proxyExceptions", "proxyProblem".
class ProxyBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyBox)

public:
    ProxyBox(const UiContext &context, SettingsController *controller, QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *modeField() const { return m_mode; }

private:
    QWidget *addPart(const QString &label, QWidget *field, const QList<QWidget *> &beside = {},
                     ThemedLabel *note = nullptr);
    ThemedLabel *makeNote(const QString &name);
    void buildMode();
    void buildServer();
    void buildScript();
    void connectAll();
    void refresh();
    void keep(QLineEdit *field, int key, const QString &problem);
    [[nodiscard]] QString modeText(const QString &mode) const;

    UiContext m_context;
    SettingsController *m_controller;
    QComboBox *m_mode;
    ThemedLabel *m_modeNote;
    QWidget *m_server = nullptr;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    ThemedLabel *m_loginNote;
    QWidget *m_login = nullptr;
    QWidget *m_script = nullptr;
    QLineEdit *m_pac;
    QPushButton *m_choosePac;
    QWidget *m_direct = nullptr;
    QLineEdit *m_exceptions;
    ThemedLabel *m_problem;
};

} // namespace hubdesk
