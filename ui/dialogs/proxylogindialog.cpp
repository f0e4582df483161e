// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/proxylogindialog.h"

#include "core/net/proxylogin.h"
#include "core/settings/settings.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

ProxyLoginDialog::ProxyLoginDialog(const UiContext &context, ProxyLogin *login, QWidget *parent)
    : QDialog(parent),
      m_login(login),
      m_password(new QLineEdit(this))
{
    constexpr int kWidth = 420;
    setObjectName(u"proxyLoginDialog"_s);
    setWindowTitle(tr("Proxy login"));
    auto *text = new ThemedLabel(context.theme, FontRole::Body, Token::Text, this);
    text->setWordWrap(true);
    text->setText(tr("Password of %1 for the proxy %2")
                      .arg(context.settings->text(SettingKey::ProxyUser),
                           context.settings->text(SettingKey::ProxyHost)));
    text->setBuddy(m_password);
    m_password->setObjectName(u"proxyLoginPassword"_s);
    m_password->setAccessibleName(tr("Password for the proxy"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *note = new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this);
    note->setWordWrap(true);
    note->setText(login->hasVault() ? tr("It is kept in the keychain.")
                                    : tr("It is known until you quit, and written nowhere."));
    auto *buttons = new QDialogButtonBox(this);
    auto *apply = buttons->addButton(tr("Use"), QDialogButtonBox::AcceptRole);
    auto *cancel = buttons->addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    apply->setObjectName(u"proxyLoginApply"_s);
    apply->setDefault(true);
    apply->setEnabled(false);
    cancel->setObjectName(u"proxyLoginCancel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kMedium);
    column->setSpacing(measure::kSmall);
    for (QWidget *widget : std::initializer_list<QWidget *>{text, m_password, note, buttons})
        column->addWidget(widget);
    setMinimumWidth(kWidth);
    connect(m_password, &QLineEdit::textChanged, apply,
            [apply](const QString &password) { apply->setEnabled(!password.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ProxyLoginDialog::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ProxyLoginDialog::use()
{
    m_login->setPassword(m_password->text());
    m_password->clear();
    accept();
}

} // namespace hubdesk
