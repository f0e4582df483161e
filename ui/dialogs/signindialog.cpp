// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signindialog.h"

#include "core/model/accountcontroller.h"
#include "core/model/settingscontroller.h"
#include "core/settings/settings.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kWidth = 460;

} // namespace

SignInDialog::SignInDialog(const UiContext &context, AccountController *controller,
                           const QString &accountId, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_controller(controller),
      m_accountId(accountId),
      m_endpoint(new QComboBox(this)),
      m_token(new QLineEdit(this)),
      m_name(new QLineEdit(this)),
      m_tokenPage(new QPushButton(tr("Make a token in the browser"), this)),
      m_browser(new QPushButton(tr("Sign in with the browser"), this)),
      m_status(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_code(new QLineEdit(this)),
      m_session(new QRadioButton(tr("Keep it until Hubdesk ends"), this)),
      m_file(new QRadioButton(tr("Keep it in plain text, where the other Hugging Face tools do"),
                              this)),
      m_ok(new QPushButton(tr("Sign in"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"signInDialog"_s);
    const Account *account = controller->accounts()->list().find(accountId);
    setWindowTitle(account ? tr("New token for “%1”").arg(account->name) : tr("Sign in"));
    m_endpoint->setObjectName(u"signInEndpoint"_s);
    m_token->setObjectName(u"signInToken"_s);
    m_name->setObjectName(u"signInName"_s);
    m_tokenPage->setObjectName(u"signInTokenPage"_s);
    m_browser->setObjectName(u"signInBrowser"_s);
    m_status->setObjectName(u"signInStatus"_s);
    m_code->setObjectName(u"signInCode"_s);
    m_session->setObjectName(u"signInSession"_s);
    m_file->setObjectName(u"signInFile"_s);
    m_ok->setObjectName(u"signInOk"_s);
    m_cancel->setObjectName(u"signInCancel"_s);
    build();
    fillEndpoints();
    if (account) {
        m_endpoint->setEditText(account->endpoint.toString());
        m_endpoint->setEnabled(false);
        m_name->setText(account->name);
    }
    connectAll();
    m_token->setFocus();
    showState();
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::build()
{
    m_endpoint->setEditable(true);
    m_endpoint->setInsertPolicy(QComboBox::NoInsert);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(u"hf_…"_s);
    m_name->setPlaceholderText(tr("the user's name"));
    m_code->setReadOnly(true);
    m_code->setAccessibleName(tr("Code for the browser"));
    m_status->setWordWrap(true);
    m_tokenPage->setIcon(m_context.icons->icon(u"external"_s));
    m_browser->setIcon(m_context.icons->icon(u"globe"_s));
    m_ok->setProperty("look", u"primary"_s);
    m_ok->setDefault(true);
    for (QPushButton *each : {m_tokenPage, m_browser, m_cancel})
        each->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kSmall);
    const auto addField = [&](const QString &text, QWidget *field) {
        auto *label = new ThemedLabel(m_context.theme, FontRole::Body, Token::Text, this);
        label->setText(text);
        label->setBuddy(field);
        field->setAccessibleName(text);
        column->addWidget(label);
        column->addWidget(field);
        column->addSpacing(measure::kSmall);
    };
    addField(tr("Hub"), m_endpoint);
    addField(tr("Access token"), m_token);
    addField(tr("Name of the account"), m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(m_tokenPage);
    row->addWidget(m_browser);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_status);
    column->addWidget(m_code);
    column->addWidget(m_session);
    column->addWidget(m_file);
    column->addStretch();
    column->addSpacing(measure::kSmall);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::kSmall);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    column->addLayout(buttons);
    setMinimumWidth(kWidth);
    m_browser->setVisible(m_controller->signIn()->hasBrowserSignIn());
}

void SignInDialog::connectAll()
{
    SignInController *signIn = m_controller->signIn();
    signIn->cancel();
    connect(signIn, &SignInController::stateChanged, this, &SignInDialog::showState);
    connect(signIn, &SignInController::pageWanted, this,
            [this](const QUrl &page) { m_context.prompter->openUrl(page); });
    connect(m_ok, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_browser, &QPushButton::clicked, this, [this] { start(true); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_tokenPage, &QPushButton::clicked, this,
            [this] { m_context.prompter->openUrl(tokenSettingsPage(endpoint())); });
    connect(m_token, &QLineEdit::textChanged, this, &SignInDialog::showState);
}

void SignInDialog::fillEndpoints()
{
    QStringList known{m_controller->endpoint().toString(), u"https://huggingface.co"_s};
    if (const QString chosen = m_context.settings->text(SettingKey::Endpoint); !chosen.isEmpty())
        known.append(chosen);
    for (const Account &account : m_controller->accounts()->list().accounts)
        known.append(account.endpoint.toString());
    known.removeDuplicates();
    m_endpoint->addItems(known);
}

QUrl SignInDialog::endpoint() const
{
    QString text = m_endpoint->currentText().trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    return QUrl(text, QUrl::StrictMode);
}

void SignInDialog::setToken(const FoundToken &found)
{
    m_endpoint->setEditText(found.endpoint.toString());
    m_found = found.entry;
    m_token->setText(found.entry.token);
    m_name->setText(found.name == found.source ? QString() : found.name);
}

void SignInDialog::start(bool inBrowser)
{
    SignInController *signIn = m_controller->signIn();
    if (signIn->state() == SignInController::State::NoKeychain) {
        signIn->keepIn(m_file->isChecked()          ? Account::Place::TokenFile
                           : m_session->isChecked() ? Account::Place::Session
                                                    : Account::Place::Keychain);
        return;
    }
    if (const QString problem = SettingsController::endpointProblem(endpoint().toString());
        !problem.isEmpty() || endpoint().isEmpty()) {
        m_status->setToken(Token::Bad);
        m_status->setText(problem.isEmpty() ? tr("This is no address of a Hub.") : problem);
        m_status->show();
        m_endpoint->setFocus();
        return;
    }
    SignInRequest request{endpoint(), m_name->text().simplified(), m_token->text(), m_accountId};
    if (request.token == m_found.token) {
        request.refreshToken = m_found.refreshToken;
        request.expiresAt = m_found.expiresAt;
        request.sharedAs = m_found.name;
    }
    if (inBrowser)
        signIn->signInWithBrowser(request);
    else
        signIn->signIn(request);
}

void SignInDialog::showChoice(bool visible)
{
    m_session->setVisible(visible);
    m_file->setVisible(visible);
    if (!visible) {
        // No choice is made for the user.
        for (QRadioButton *each : {m_session, m_file}) {
            each->setAutoExclusive(false);
            each->setChecked(false);
            each->setAutoExclusive(true);
        }
    }
}

void SignInDialog::showState()
{
    using State = SignInController::State;
    const SignInController &signIn = *m_controller->signIn();
    const State state = signIn.state();
    if (state == State::Done)
        return accept();
    const bool busy =
        state == State::Checking || state == State::Keeping || state == State::Waiting;
    for (QWidget *each : std::initializer_list<QWidget *>{m_token, m_name, m_browser})
        each->setEnabled(!busy && state != State::NoKeychain);
    m_endpoint->setEnabled(!busy && state != State::NoKeychain && m_accountId.isEmpty());
    m_ok->setEnabled(!busy && !m_token->text().trimmed().isEmpty());
    m_ok->setText(state == State::NoKeychain ? tr("Continue") : tr("Sign in"));
    m_code->setVisible(state == State::Waiting);
    showChoice(state == State::NoKeychain);
    QString text;
    Token token = Token::TextSecondary;
    switch (state) {
    case State::Idle:
    case State::Done:
        text = tr("The token is kept in the keychain of this computer and sent to this Hub only.");
        if (!m_found.refreshToken.isEmpty() && m_token->text() == m_found.token)
            text += u' '
                + tr("It stays where the other tools have it, too, because it is renewed now and "
                     "then.");
        break;
    case State::Checking:
        text = tr("Asking %1…").arg(endpointText(endpoint()));
        break;
    case State::Waiting:
        text = tr("Allow it in the browser, with this code:");
        m_code->setText(signIn.deviceCode().userCode);
        break;
    case State::Keeping:
        text = tr("Signed in as %1. Waiting for the keychain…").arg(signIn.identity().name);
        break;
    case State::NoKeychain:
        text =
            tr("The token is good, but it could not be kept safely: %1 Start or unlock a keychain "
               "and continue, or choose:")
                .arg(signIn.error()->message);
        token = Token::Warn;
        m_ok->setEnabled(true);
        break;
    case State::Failed:
        text = (signIn.error()->message + u' ' + signIn.error()->detail).trimmed();
        token = Token::Bad;
        break;
    }
    m_status->setToken(token);
    m_status->setText(text);
    adjustSize();
}

void SignInDialog::done(int result)
{
    m_token->clear();
    disconnect(m_controller->signIn(), nullptr, this, nullptr);
    m_controller->signIn()->cancel();
    QDialog::done(result);
}

} // namespace hubdesk
