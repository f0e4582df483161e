// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/endpointbox.h"

#include "core/model/settingscontroller.h"
#include "ui/panes/settings/profiledialog.h"
#include "ui/panes/settings/settingspage.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace hubdesk {

EndpointBox::EndpointBox(const UiContext &context, SettingsController *controller, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_profile(new QComboBox(this)),
      m_add(new QPushButton(tr("Add..."), this)),
      m_change(new QPushButton(tr("Change..."), this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_endpoint(new QLineEdit(this)),
      m_test(new QPushButton(tr("Test"), this)),
      m_note(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_report(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_advice(new ThemedLabel(context.theme, FontRole::Secondary, Token::Text, this))
{
    build();
    connectAll();
    refresh();
}

void EndpointBox::build()
{
    const auto prepare = [](QPushButton *button, const QString &name, const QString &accessible) {
        button->setObjectName(name);
        button->setAccessibleName(accessible);
        button->setAutoDefault(false);
    };
    prepare(m_add, u"endpointAdd"_s, tr("Add a Hub"));
    prepare(m_change, u"endpointChange"_s, tr("Change the Hub"));
    prepare(m_remove, u"endpointRemove"_s, tr("Remove the Hub"));
    prepare(m_test, u"endpointTest"_s, tr("Test the endpoint"));
    m_profile->setObjectName(u"endpointProfile"_s);
    m_profile->setAccessibleName(tr("Hub"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_endpoint->setObjectName(u"endpoint"_s);
    m_endpoint->setAccessibleName(tr("Endpoint"));
    auto *label = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
    label->setText(tr("Endpoint"));
    label->setBuddy(m_endpoint);
    m_note->setObjectName(u"endpointNote"_s);
    m_report->setObjectName(u"endpointReport"_s);
    m_advice->setObjectName(u"endpointAdvice"_s);
    for (ThemedLabel *text : {m_note, m_report, m_advice}) {
        text->setWordWrap(true);
        text->hide();
    }
    auto *profiles = new QHBoxLayout;
    profiles->setSpacing(measure::kSmall);
    profiles->addWidget(m_profile, 1);
    for (QPushButton *button : {m_add, m_change, m_remove})
        profiles->addWidget(button);
    auto *address = new QHBoxLayout;
    address->setSpacing(measure::kSmall);
    address->addWidget(m_endpoint, 1);
    address->addWidget(m_test);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addLayout(profiles);
    column->addSpacing(measure::kTiny);
    column->addWidget(label);
    column->addLayout(address);
    column->addWidget(m_note);
    column->addWidget(m_report);
    column->addWidget(m_advice);
}

void EndpointBox::connectAll()
{
    connect(m_profile, &QComboBox::activated, this, &EndpointBox::chooseProfile);
    connect(m_add, &QPushButton::clicked, this,
            [this] { openDialog(m_controller->profiles().size()); });
    connect(m_change, &QPushButton::clicked, this,
            [this] { openDialog(static_cast<size_t>(m_profile->currentIndex())); });
    connect(m_remove, &QPushButton::clicked, this, &EndpointBox::remove);
    connect(m_endpoint, &QLineEdit::editingFinished, this, &EndpointBox::applyAddress);
    connect(m_test, &QPushButton::clicked, this, &EndpointBox::test);
    connect(m_controller, &SettingsController::endpointTested, this, &EndpointBox::showReport);
    connect(m_context.settings, &Settings::changed, this, &EndpointBox::refresh);
    connect(m_controller, &SettingsController::accountInUseChanged, this, &EndpointBox::refresh);
}

void EndpointBox::refresh()
{
    if (m_isSaving) // between two settings that belong together
        return;
    const SettingInForce endpoint = m_controller->endpoint();
    const bool fixed = !endpoint.variable.isEmpty();
    const QString chosen = m_context.settings->text(SettingKey::Endpoint);
    fillProfiles(fixed ? endpoint.value : chosen);
    m_profile->setEnabled(!fixed);
    m_endpoint->setEnabled(!fixed);
    // Nothing to clear where nothing can be typed.
    m_endpoint->setClearButtonEnabled(!fixed);
    m_endpoint->setPlaceholderText(endpoint.value);
    // What is being typed stays.
    if (!m_endpoint->hasFocus() || !m_endpoint->isModified() || fixed)
        m_endpoint->setText(fixed ? endpoint.value : chosen);
    const QString account = m_controller->accountInUse();
    if (!fixed && !account.isEmpty())
        say(m_note,
            tr("The account “%1” is in use, so its Hub is asked. This address counts when none is.")
                .arg(account),
            Token::Warn);
    else
        say(m_note,
            fixed
                ? variableNote(endpoint.variable)
                : tr("Leave empty for the official Hub. Your token is sent to this address only."),
            Token::TextSecondary);
}

void EndpointBox::fillProfiles(const QString &endpoint)
{
    const EndpointProfiles profiles = m_controller->profiles();
    const QSignalBlocker blocker(m_profile);
    m_profile->clear();
    for (const EndpointProfile &profile : profiles.entries())
        m_profile->addItem(profile.kind == EndpointProfile::Kind::Official
                               ? profile.name
                               : tr("%1 (%2)", "name, kind of the Hub")
                                     .arg(profile.name, profileKindText(profile.kind)));
    const auto index = profiles.indexOf(endpoint);
    if (!index)
        m_profile->addItem(tr("Another address"));
    m_profile->setCurrentIndex(index ? static_cast<int>(*index)
                                     : static_cast<int>(profiles.size()));
    const bool isOwn = index && *index > 0;
    m_change->setEnabled(isOwn);
    m_remove->setEnabled(isOwn);
}

void EndpointBox::chooseProfile()
{
    const EndpointProfiles profiles = m_controller->profiles();
    const auto index = static_cast<size_t>(m_profile->currentIndex());
    if (index >= profiles.size())
        return;
    say(m_report, {}, Token::TextSecondary);
    say(m_advice, {}, Token::Text);
    m_context.settings->setValue(SettingKey::Endpoint, profiles.entries()[index].url.toString());
    refresh();
}

void EndpointBox::applyAddress()
{
    if (!m_endpoint->isEnabled())
        return;
    const QString text = m_endpoint->text().trimmed();
    if (const QString problem = SettingsController::endpointProblem(text); !problem.isEmpty()) {
        say(m_report, problem, Token::Bad);
        return;
    }
    m_endpoint->setModified(false);
    if (text == m_context.settings->text(SettingKey::Endpoint))
        return;
    say(m_report, {}, Token::TextSecondary);
    say(m_advice, {}, Token::Text);
    m_context.settings->setValue(SettingKey::Endpoint, text);
}

void EndpointBox::openDialog(size_t index)
{
    const EndpointProfiles profiles = m_controller->profiles();
    EndpointProfile profile;
    if (index < profiles.size())
        profile = profiles.entries()[index];
    else if (!profiles.indexOf(m_endpoint->text())) // an address that has no name yet
        profile = {.name = {}, .url = QUrl(m_endpoint->text()), .kind = profile.kind};
    auto *dialog = new ProfileDialog(m_context, profiles, index, profile, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, index] { save(index, dialog->profile()); });
    dialog->open();
}

void EndpointBox::save(size_t index, const EndpointProfile &profile)
{
    EndpointProfiles profiles = m_controller->profiles();
    const bool isNew = index >= profiles.size();
    const QString before = isNew ? QString() : profiles.entries()[index].url.toString();
    const bool inUse = !isNew && m_controller->endpoint().value == before;
    if (isNew)
        profiles.add(profile);
    else
        profiles.replace(index, profile);
    {
        const QScopedValueRollback saving(m_isSaving, true);
        m_controller->setProfiles(profiles);
        if (m_profile->isEnabled() && (isNew || inUse)) // what was added is what one wants to use
            m_context.settings->setValue(SettingKey::Endpoint, profile.url.toString());
    }
    refresh();
}

void EndpointBox::remove()
{
    EndpointProfiles profiles = m_controller->profiles();
    const auto index = static_cast<size_t>(m_profile->currentIndex());
    if (index == 0 || index >= profiles.size())
        return;
    const QString name = profiles.entries()[index].name;
    profiles.remove(index);
    SettingValues values{{SettingKey::EndpointProfiles, profiles.toString()}};
    if (m_profile->isEnabled())
        values.emplace_back(SettingKey::Endpoint, QString());
    {
        const QScopedValueRollback saving(m_isSaving, true);
        m_controller->change(values, tr("%1 is removed.").arg(name));
    }
    refresh();
}

void EndpointBox::test()
{
    m_test->setEnabled(false);
    say(m_report, tr("Asking the Hub"), Token::TextSecondary);
    say(m_advice, {}, Token::Text);
    m_controller->testEndpoint(m_endpoint->text(), m_controller->caFile().value);
}

void EndpointBox::showReport(const EndpointReport &report)
{
    m_test->setEnabled(true);
    const QString hop = hopName(report.hop);
    say(m_report,
        hop.isEmpty() ? report.text : tr("%1: %2", "what failed, why").arg(hop, report.text),
        report.reached ? Token::Good : Token::Bad);
    say(m_advice, report.advice, Token::Text);
    m_report->setToolTip(report.error.requestId.isEmpty()
                             ? report.error.detail
                             : tr("Request id: %1").arg(report.error.requestId));
}

void EndpointBox::say(ThemedLabel *label, const QString &text, Token token)
{
    label->setToken(token);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace hubdesk
