// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/networkpage.h"

#include "core/model/settingscontroller.h"
#include "ui/panes/settings/mirrorsbox.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

NetworkPage::NetworkPage(const UiContext &context, SettingsController *controller, QWidget *parent)
    : SettingsPage(context, tr("Network"), parent),
      m_controller(controller),
      m_endpoint(new QLineEdit(this)),
      m_test(new QPushButton(tr("Test"), this)),
      m_offline(new QCheckBox(tr("Work offline"), this)),
      m_caFile(new QLineEdit(this)),
      m_chooseCaFile(new QPushButton(tr("Choose..."), this)),
      m_clearCaFile(new QPushButton(tr("Clear"), this))
{
    buildEndpoint();
    buildMirrors();
    buildOffline();
    buildCertificates();
    connect(controller, &SettingsController::endpointTested, this, &NetworkPage::showReport);
    connect(context.settings, &Settings::changed, this, &NetworkPage::refresh);
    refresh();
}

void NetworkPage::buildEndpoint()
{
    m_endpoint->setObjectName(u"endpoint"_s);
    m_test->setObjectName(u"endpointTest"_s);
    m_test->setAccessibleName(tr("Test the endpoint"));
    m_test->setAutoDefault(false);
    addHeading(tr("Hub"));
    addLabel(tr("Endpoint"), m_endpoint);
    addRow({m_endpoint, m_test}, 0);
    m_endpointNote = addNote(u"endpointNote"_s);
    m_report = addNote(u"endpointReport"_s);
    connect(m_endpoint, &QLineEdit::editingFinished, this, &NetworkPage::applyEndpoint);
    connect(m_test, &QPushButton::clicked, this, &NetworkPage::test);
}

void NetworkPage::buildMirrors()
{
    auto *box = new MirrorsBox(context(), this);
    addLabel(tr("Mirrors"), box->field());
    addWidget(box);
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
    addLabel(tr("Additional certificates (PEM file)"), m_caFile);
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

void NetworkPage::refresh()
{
    const SettingInForce endpoint = m_controller->endpoint();
    const bool fixed = !endpoint.variable.isEmpty();
    m_endpoint->setEnabled(!fixed);
    // Nothing to clear where nothing can be typed.
    m_endpoint->setClearButtonEnabled(!fixed);
    m_endpoint->setPlaceholderText(endpoint.value);
    if (!m_endpoint->hasFocus() || fixed)
        m_endpoint->setText(fixed ? endpoint.value
                                  : context().settings->text(SettingKey::Endpoint));
    setNote(m_endpointNote,
            fixed
                ? variableNote(endpoint.variable)
                : tr("Leave empty for the official Hub. Your token is sent to this address only."),
            Token::TextSecondary);

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
}

void NetworkPage::applyEndpoint()
{
    if (!m_endpoint->isEnabled())
        return;
    const QString text = m_endpoint->text().trimmed();
    if (const QString problem = SettingsController::endpointProblem(text); !problem.isEmpty()) {
        setNote(m_report, problem, Token::Bad);
        return;
    }
    if (text == context().settings->text(SettingKey::Endpoint))
        return;
    setNote(m_report, {}, Token::TextSecondary);
    context().settings->setValue(SettingKey::Endpoint, text);
}

void NetworkPage::test()
{
    m_test->setEnabled(false);
    setNote(m_report, tr("Asking the Hub"), Token::TextSecondary);
    m_controller->testEndpoint(m_endpoint->text(), m_caFile->text());
}

void NetworkPage::showReport(const EndpointReport &report)
{
    m_test->setEnabled(true);
    setNote(m_report, report.text, report.reached ? Token::Good : Token::Bad);
    m_report->setToolTip(report.error.requestId.isEmpty()
                             ? report.error.detail
                             : tr("Request id: %1").arg(report.error.requestId));
}

} // namespace hubdesk
