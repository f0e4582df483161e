// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/profiledialog.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

ProfileDialog::ProfileDialog(const UiContext &context, EndpointProfiles profiles, size_t index,
                             const EndpointProfile &profile, QWidget *parent)
    : QDialog(parent),
      m_profiles(std::move(profiles)),
      m_index(index),
      m_name(new QLineEdit(profile.name, this)),
      m_kind(new QComboBox(this)),
      m_address(new QLineEdit(profile.url.toString(), this)),
      m_problem(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this))
{
    setObjectName(u"profileDialog"_s);
    setWindowTitle(index < m_profiles.size() ? tr("Change the Hub") : tr("Add a Hub"));
    using Kind = EndpointProfile::Kind;
    for (const Kind kind : {Kind::Company, Kind::Mirror, Kind::SelfHosted, Kind::LocalHub})
        m_kind->addItem(profileKindText(kind), QVariant::fromValue(static_cast<int>(kind)));
    m_kind->setCurrentIndex(
        std::max(0, m_kind->findData(QVariant::fromValue(static_cast<int>(profile.kind)))));
    build(context);
    check();
}

void ProfileDialog::build(const UiContext &context)
{
    constexpr int kWidth = 460;
    m_name->setObjectName(u"profileName"_s);
    m_kind->setObjectName(u"profileKind"_s);
    m_address->setObjectName(u"profileAddress"_s);
    m_address->setPlaceholderText(u"https://hub.example.com"_s);
    m_problem->setObjectName(u"profileProblem"_s);
    m_problem->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kMedium);
    form->setHorizontalSpacing(measure::kLarge);
    form->setVerticalSpacing(measure::kSmall);
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new ThemedLabel(context.theme, FontRole::Body, Token::Text, this);
        label->setText(text);
        label->setBuddy(field);
        field->setAccessibleName(text);
        form->addRow(label, field);
    };
    add(tr("Name"), m_name);
    add(tr("Kind"), m_kind);
    add(tr("Address"), m_address);
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    auto *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save->setObjectName(u"profileSave"_s);
    m_save->setDefault(true);
    cancel->setObjectName(u"profileCancel"_s);
    form->addRow(buttons);
    setMinimumWidth(kWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &ProfileDialog::check);
    connect(m_address, &QLineEdit::textChanged, this, &ProfileDialog::check);
}

EndpointProfile ProfileDialog::profile() const
{
    return {.name = m_name->text().trimmed(),
            .url = EndpointProfiles::parseUrl(m_address->text())
                       .value_or(QUrl(m_address->text().trimmed())),
            .kind = static_cast<EndpointProfile::Kind>(m_kind->currentData().toInt())};
}

void ProfileDialog::check()
{
    const QString problem = m_profiles.problem(m_index, profile());
    m_problem->setText(problem);
    m_save->setEnabled(problem.isEmpty());
}

} // namespace hubdesk
