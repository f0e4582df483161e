// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/proxybox.h"

#include "core/model/settingscontroller.h"
#include "core/net/proxylogin.h"
#include "core/net/proxysettings.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace hubdesk {

ProxyBox::ProxyBox(const UiContext &context, SettingsController *controller, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_mode(new QComboBox(this)),
      m_modeNote(makeNote(u"proxyModeNote"_s)),
      m_host(new QLineEdit(this)),
      m_port(new QSpinBox(this)),
      m_user(new QLineEdit(this)),
      m_password(new QLineEdit(this)),
      m_loginNote(makeNote(u"proxyLoginNote"_s)),
      m_pac(new QLineEdit(this)),
      m_choosePac(new QPushButton(tr("Choose..."), this)),
      m_exceptions(new QLineEdit(this)),
      m_problem(makeNote(u"proxyProblem"_s))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    buildMode();
    buildServer();
    buildScript();
    m_exceptions->setObjectName(u"proxyExceptions"_s);
    m_direct = addPart(tr("Reached without the proxy"), m_exceptions);
    m_exceptions->setToolTip(tr("Hosts, addresses and networks such as 10.0.0.0/8, separated by "
                                "commas"));
    column->addWidget(m_problem);
    m_problem->setToken(Token::Bad);
    m_problem->hide();
    connectAll();
    refresh();
}

ThemedLabel *ProxyBox::makeNote(const QString &name)
{
    auto *note = new ThemedLabel(m_context.theme, FontRole::Secondary, Token::TextSecondary, this);
    note->setObjectName(name);
    note->setWordWrap(true);
    return note;
}

//! A labelled row that can be hidden as a whole.
QWidget *ProxyBox::addPart(const QString &label, QWidget *field, const QList<QWidget *> &beside,
                           ThemedLabel *note)
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, measure::kTiny, 0, 0);
    column->setSpacing(measure::kSmall);
    auto *text = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, part);
    text->setText(label);
    text->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(field, 1);
    for (QWidget *widget : beside)
        row->addWidget(widget, qobject_cast<QLineEdit *>(widget) ? 1 : 0);
    column->addLayout(row);
    if (note)
        column->addWidget(note);
    layout()->addWidget(part);
    return part;
}

void ProxyBox::buildMode()
{
    m_mode->setObjectName(u"proxyMode"_s);
    m_mode->addItem(tr("As the system"), u"system"_s);
    m_mode->addItem(tr("No proxy"), u"none"_s);
    m_mode->addItem(tr("HTTP proxy"), u"http"_s);
    m_mode->addItem(tr("SOCKS5 proxy"), u"socks5"_s);
    m_mode->addItem(tr("Automatic, by a script (PAC)"), u"pac"_s);
    addPart(tr("How the Hub is reached"), m_mode, {}, m_modeNote);
}

void ProxyBox::buildServer()
{
    constexpr int kPortWidth = 96;
    constexpr int kMostPort = 65535;
    m_host->setObjectName(u"proxyHost"_s);
    m_host->setPlaceholderText(u"proxy.example.com"_s);
    m_port->setObjectName(u"proxyPort"_s);
    m_port->setAccessibleName(tr("Port of the proxy"));
    m_port->setRange(1, kMostPort);
    m_port->setFixedWidth(kPortWidth);
    m_port->setKeyboardTracking(false);
    auto *colon = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
    colon->setText(tr("Port"));
    colon->setBuddy(m_port);
    m_server = addPart(tr("Host of the proxy"), m_host, {colon, m_port});

    m_user->setObjectName(u"proxyUser"_s);
    m_user->setPlaceholderText(tr("None is asked for"));
    m_password->setObjectName(u"proxyPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password for the proxy"));
    auto *label = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
    label->setText(tr("Password"));
    label->setBuddy(m_password);
    m_login = addPart(tr("User of the proxy"), m_user, {label, m_password}, m_loginNote);
}

void ProxyBox::buildScript()
{
    m_pac->setObjectName(u"pacSource"_s);
    m_pac->setPlaceholderText(u"http://wpad.example.com/proxy.pac"_s);
    m_choosePac->setObjectName(u"pacChoose"_s);
    m_choosePac->setAccessibleName(tr("Choose the file of the script"));
    m_choosePac->setAutoDefault(false);
    m_script = addPart(tr("Address or file of the script"), m_pac, {m_choosePac});
}

void ProxyBox::connectAll()
{
    connect(m_mode, &QComboBox::activated, this,
            [this] { m_context.settings->setValue(SettingKey::ProxyMode, m_mode->currentData()); });
    connect(m_host, &QLineEdit::editingFinished, this,
            [this] { keep(m_host, int(SettingKey::ProxyHost), proxyHostProblem(m_host->text())); });
    connect(m_user, &QLineEdit::editingFinished, this,
            [this] { keep(m_user, int(SettingKey::ProxyUser), {}); });
    connect(m_pac, &QLineEdit::editingFinished, this,
            [this] { keep(m_pac, int(SettingKey::PacSource), pacSourceProblem(m_pac->text())); });
    connect(m_exceptions, &QLineEdit::editingFinished, this,
            [this] { keep(m_exceptions, int(SettingKey::ProxyExceptions), {}); });
    connect(m_port, &QSpinBox::valueChanged, this,
            [this](int port) { m_context.settings->setValue(SettingKey::ProxyPort, port); });
    connect(m_choosePac, &QPushButton::clicked, this, [this] {
        m_context.prompter->chooseFile(
            window(), tr("Choose the file of the script"), m_pac->text(),
            tr("Scripts (*.pac *.dat *.js);;All files (*)"), this, [this](const QString &file) {
                if (!file.isEmpty())
                    m_context.settings->setValue(SettingKey::PacSource, file);
            });
    });
    if (ProxyLogin *login = m_controller->proxyLogin()) {
        connect(m_password, &QLineEdit::editingFinished, this, [this, login] {
            if (m_password->isModified())
                login->setPassword(m_password->text());
            m_password->setModified(false);
        });
        connect(login, &ProxyLogin::changed, this, &ProxyBox::refresh);
    }
    connect(m_context.settings, &Settings::changed, this, &ProxyBox::refresh);
}

void ProxyBox::keep(QLineEdit *field, int key, const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    field->setModified(false);
    m_context.settings->setValue(static_cast<SettingKey>(key), field->text().trimmed());
}

QString ProxyBox::modeText(const QString &mode) const
{
    if (mode == "none"_L1)
        return tr("The Hub is reached directly, whatever the system says.");
    if (mode == "pac"_L1)
        return tr("The script decides for each address. When it cannot be read, nothing is sent.");
    if (mode != "system"_L1)
        return tr("The proxy sees which hosts you reach. Over https it does not see your token.");
    const QStringList variables = m_controller->proxyVariables();
    return variables.isEmpty()
        ? tr("The proxies of the desktop. Environment variables such as https_proxy would win; "
             "none is set.")
        : tr("Set by the environment: %1.").arg(variables.join(u", "_s));
}

void ProxyBox::refresh()
{
    const Settings &settings = *m_context.settings;
    const QString mode = settings.text(SettingKey::ProxyMode);
    const bool isServer = mode == "http"_L1 || mode == "socks5"_L1;
    const bool isScript = mode == "pac"_L1;
    m_mode->setCurrentIndex(m_mode->findData(mode));
    m_modeNote->setText(modeText(mode));
    m_server->setVisible(isServer);
    m_login->setVisible(isServer && m_controller->proxyLogin());
    m_script->setVisible(isScript);
    m_direct->setVisible(isServer || isScript);
    const auto show = [](QLineEdit *field, const QString &text) {
        if (!field->hasFocus() || !field->isModified()) // what is being typed stays
            field->setText(text);
    };
    show(m_host, settings.text(SettingKey::ProxyHost));
    show(m_user, settings.text(SettingKey::ProxyUser));
    show(m_pac, settings.text(SettingKey::PacSource));
    show(m_exceptions, settings.text(SettingKey::ProxyExceptions));
    {
        const QSignalBlocker blocker(m_port);
        m_port->setValue(settings.number(SettingKey::ProxyPort));
    }
    const ProxyLogin *login = m_controller->proxyLogin();
    m_password->setEnabled(login && login->isNeeded());
    // What is known is not shown, not even its length.
    if (login && !m_password->hasFocus()) {
        m_password->clear();
        m_password->setPlaceholderText(login->password().isEmpty() ? QString() : tr("Known"));
    }
    m_loginNote->setText(login && login->hasVault()
                             ? tr("The password is kept in the keychain, not in the settings.")
                             : tr("The password is known until you quit; it is not in the "
                                  "settings."));
}

} // namespace hubdesk
