// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/accountpage.h"

#include "core/model/accountcontroller.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/widgets/themedlabel.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hubdesk {

AccountPage::AccountPage(const UiContext &context, AccountController *controller, QWidget *parent)
    : SettingsPage(context, tr("Account"), parent),
      m_controller(controller),
      m_check(new QPushButton(tr("Check again"), this)),
      m_tokenPage(new QPushButton(tr("Make a token in the browser"), this))
{
    m_check->setObjectName(u"accountCheck"_s);
    m_check->setIcon(context.icons->icon(u"refresh"_s));
    m_tokenPage->setObjectName(u"accountTokenPage"_s);
    m_tokenPage->setIcon(context.icons->icon(u"external"_s));
    for (QPushButton *button : {m_check, m_tokenPage})
        button->setAutoDefault(false);
    addHeading(tr("Signed in as"));
    m_name = new ThemedLabel(context.theme, FontRole::Body, Token::Text, this);
    m_name->setObjectName(u"accountName"_s);
    m_name->setWordWrap(true);
    addWidget(m_name);
    m_source = addNote(u"accountSource"_s);
    addRow({m_check, m_tokenPage}, -1);
    addHeading(tr("How to sign in"));
    addNote(u"accountHelp"_s,
            tr("Hubdesk uses the token of the other Hugging Face tools: the environment variable "
               "HF_TOKEN, or the file that \"huggingface-cli login\" writes. Sign in with one of "
               "them, then check again."));
    connect(m_check, &QPushButton::clicked, controller, &AccountController::refresh);
    connect(m_tokenPage, &QPushButton::clicked, this,
            [this] { this->context().prompter->openUrl(m_controller->tokenPage()); });
    connect(controller, &AccountController::changed, this, &AccountPage::refresh);
    refresh();
}

void AccountPage::refresh()
{
    const bool checking = m_controller->state() == AccountController::State::Checking;
    m_check->setEnabled(!checking);
    const Identity &identity = m_controller->identity();
    QString name = m_controller->text();
    if (m_controller->state() == AccountController::State::SignedIn) {
        if (!identity.fullName.isEmpty() && identity.fullName != identity.name)
            name = tr("%1 (%2)", "user name, full name").arg(identity.name, identity.fullName);
        if (!identity.tokenName.isEmpty())
            name =
                tr("%1, token \"%2\", role %3").arg(name, identity.tokenName, identity.tokenRole);
    } else if (m_controller->error()) {
        name = u"%1. %2"_s.arg(name, m_controller->error()->message);
    }
    m_name->setText(name);
    const QString source = m_controller->tokenSource();
    setNote(m_source,
            source.isEmpty() ? tr("There is no token on this machine.")
                             : tr("The token comes from %1.").arg(source),
            Token::TextSecondary);
}

} // namespace hubdesk
