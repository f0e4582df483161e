// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/networkpage.h"

#include "core/model/settingscontroller.h"
#include "ui/panes/settings/endpointbox.h"
#include "ui/panes/settings/mirrorsbox.h"
#include "ui/panes/settings/proxybox.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

NetworkPage::NetworkPage(const UiContext &context, SettingsController *controller, QWidget *parent)
    : SettingsPage(context, tr("Network"), parent),
      m_controller(controller),
      m_offline(new QCheckBox(tr("Work offline"), this)),
      m_caFile(new QLineEdit(this)),
      m_chooseCaFile(new QPushButton(tr("Choose..."), this)),
      m_clearCaFile(new QPushButton(tr("Clear"), this))
{
    buildEndpoint();
    buildMirrors();
    buildOffline();
    buildProxy();
    buildCertificates();
    buildTimeouts();
    connect(context.settings, &Settings::changed, this, &NetworkPage::refresh);
    refresh();
}

void NetworkPage::buildEndpoint()
{
    addHeading(tr("Hub"));
    auto *box = new EndpointBox(context(), m_controller, this);
    addWidget(box);
    describe(box->addressField(), SettingKey::Endpoint,
             tr("server, host, address, company, enterprise, self-hosted"), {u"HF_ENDPOINT"_s});
    describe(box->profileField(), SettingKey::EndpointProfiles,
             tr("server, company, enterprise, mirror, self-hosted, Local Hub"), {u"HF_ENDPOINT"_s});
}

void NetworkPage::buildMirrors()
{
    auto *box = new MirrorsBox(context(), this);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // no gap in a tall window
    addLabel(tr("Mirrors"), box->field());
    addWidget(box);
    describe(box->field(), SettingKey::Mirrors, tr("server, speed"));
    addNote(u"mirrorsNote"_s,
            tr("Other addresses of the same content, which help with large files of public repos. "
               "They never get your token, every file is checked, and one that sends wrong content "
               "is left out. They count for downloads that start afterwards."));
}

void NetworkPage::buildOffline()
{
    m_offline->setObjectName(u"offline"_s);
    addHeading(tr("Connection"));
    addWidget(m_offline);
    describe(m_offline, SettingKey::Offline, tr("network, online"),
             {u"HF_HUB_OFFLINE"_s, u"TRANSFORMERS_OFFLINE"_s});
    m_offlineNote = addNote(u"offlineNote"_s);
    connect(m_offline, &QCheckBox::clicked, this,
            [this](bool on) { context().settings->setValue(SettingKey::Offline, on); });
}

void NetworkPage::buildCertificates()
{
    m_caFile->setObjectName(u"caFile"_s);
    m_caFile->setReadOnly(true);
    m_chooseCaFile->setObjectName(u"caFileChoose"_s);
    m_chooseCaFile->setAccessibleName(tr("Choose a certificate file"));
    m_clearCaFile->setObjectName(u"caFileClear"_s);
    m_clearCaFile->setAccessibleName(tr("Use the system's certificates only"));
    for (QPushButton *button : {m_chooseCaFile, m_clearCaFile})
        button->setAutoDefault(false);
    addHeading(tr("Certificates"));
    addLabel(tr("Additional certificates (PEM file)"), m_caFile);
    describe(m_caFile, SettingKey::CaFile, tr("TLS, SSL, CA, company, trust, https"),
             {u"REQUESTS_CA_BUNDLE"_s, u"SSL_CERT_FILE"_s});
    addRow({m_caFile, m_chooseCaFile, m_clearCaFile}, 0);
    m_caNote = addNote(u"caFileNote"_s);
    connect(m_chooseCaFile, &QPushButton::clicked, this, [this] {
        context().prompter->chooseFile(window(), tr("Choose a certificate file"), m_caFile->text(),
                                       tr("Certificates (*.pem *.crt *.cer);;All files (*)"), this,
                                       [this](const QString &file) {
                                           if (!file.isEmpty())
                                               context().settings->setValue(SettingKey::CaFile,
                                                                            file);
                                       });
    });
    connect(m_clearCaFile, &QPushButton::clicked, this,
            [this] { context().settings->setValue(SettingKey::CaFile, QString()); });
}

void NetworkPage::buildProxy()
{
    addHeading(tr("Proxy"));
    auto *box = new ProxyBox(context(), m_controller, this);
    addWidget(box);
    describe(box->modeField(), SettingKey::ProxyMode,
             tr("host, port, user, password, login, company, exceptions, firewall, PAC, WPAD"),
             {u"http_proxy"_s, u"https_proxy"_s, u"all_proxy"_s, u"no_proxy"_s});
    // They are part of the choice, shown or not.
    for (const SettingKey key :
         {SettingKey::ProxyHost, SettingKey::ProxyPort, SettingKey::ProxyUser,
          SettingKey::ProxyExceptions, SettingKey::PacSource})
        describe(box->modeField(), key);
}

void NetworkPage::addSeconds(const QString &name, const QString &label, const QString &note,
                             SettingKey key, const QString &variable,
                             std::function<SettingInForce()> inForce)
{
    constexpr int kWidth = 120;
    constexpr int kMost = 600;
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setRange(1, kMost);
    spin->setSuffix(tr(" s", "seconds, behind a number"));
    spin->setFixedWidth(kWidth);
    spin->setKeyboardTracking(false);
    addLabel(label, spin);
    addRow({spin}, -1);
    auto *text = addNote(name + "Note"_L1);
    describe(spin, key, tr("timeout, seconds, slow line"), {variable});
    connect(spin, &QSpinBox::valueChanged, this,
            [this, key](int value) { context().settings->setValue(key, value); });
    m_refresh.emplace_back([spin, text, note, inForce = std::move(inForce)] {
        const SettingInForce now = inForce();
        const QSignalBlocker blocker(spin);
        spin->setValue(now.value.toInt());
        spin->setEnabled(now.variable.isEmpty());
        setNote(text, now.variable.isEmpty() ? note : variableNote(now.variable),
                Token::TextSecondary);
    });
}

void NetworkPage::buildTimeouts()
{
    addHeading(tr("Patience"));
    addSeconds(u"metadataTimeout"_s, tr("Wait for what the Hub knows of a file"),
               tr("After that the file in the cache counts, or the question is asked again."),
               SettingKey::MetadataTimeout, u"HF_HUB_ETAG_TIMEOUT"_s,
               [this] { return m_controller->metadataTimeout(); });
    addSeconds(u"downloadTimeout"_s, tr("Wait for data of a download"),
               tr("To connect, for the first byte and between two pieces. After that the download "
                  "tries another connection."),
               SettingKey::DownloadTimeout, u"HF_HUB_DOWNLOAD_TIMEOUT"_s,
               [this] { return m_controller->downloadTimeout(); });
}

void NetworkPage::refresh()
{
    const SettingInForce offline = m_controller->offline();
    m_offline->setChecked(offline.value == u"1"_s);
    m_offline->setEnabled(offline.variable.isEmpty());
    setNote(m_offlineNote,
            offline.variable.isEmpty()
                ? tr("No request is sent. What is in the cache stays available.")
                : variableNote(offline.variable),
            Token::TextSecondary);

    const SettingInForce caFile = m_controller->caFile();
    m_caFile->setText(caFile.value);
    m_caFile->setPlaceholderText(tr("The system's certificates only"));
    m_clearCaFile->setEnabled(!context().settings->text(SettingKey::CaFile).isEmpty());
    setNote(m_caNote, variableNote(caFile.variable), Token::TextSecondary);
    for (const auto &each : m_refresh)
        each();
}

} // namespace hubdesk
