// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/accountpage.h"

#include "core/model/accountcontroller.h"
#include "core/model/settingscontroller.h"
#include "core/net/originpolicy.h"
#include "ui/dialogs/signindialog.h"
#include "ui/panes/settings/accountdelegate.h"
#include "ui/panes/settings/accountrulesbox.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/avatarlabel.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kRows = 4; // of the lists that are seen at once
constexpr int kAvatar = 32; // pixels

QPushButton *button(QWidget *parent, const QString &name, const QString &text)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

AccountPage::AccountPage(const UiContext &context, AccountController *controller,
                         SettingsController *settings, QWidget *parent)
    : SettingsPage(context, tr("Accounts"), parent),
      m_controller(controller),
      m_settings(settings),
      m_accounts(controller->accounts())
{
    m_avatars = makeAvatars(context, controller->client(), this);
    connect(m_avatars, &Avatars::changed, this, [this] { m_list->viewport()->update(); });
    buildCurrent();
    buildList();
    buildDetails();
    addHeading(tr("Accounts for single organizations and repos"));
    addNote(u"accountRulesNote"_s,
            tr("Requests about these are made as the account named here, whichever is in use."));
    addWidget(new AccountRulesBox(context, m_accounts, this));
    buildFound();
    buildBrowserSignIn();
    connect(controller, &AccountController::changed, this, &AccountPage::refresh);
    connect(m_accounts, &Accounts::listChanged, this, &AccountPage::findTokens);
    connect(m_accounts, &Accounts::saveFailed, this,
            [this](const Error &error) { showResult(std::unexpected(error)); });
    refresh();
}

AccountPage::~AccountPage()
{
    // A field that has the focus loses it when it ends, which comes after this.
    m_clientId->disconnect(this);
}

void AccountPage::buildCurrent()
{
    addHeading(tr("In use"));
    m_avatar = new AvatarLabel(m_avatars, kAvatar, this);
    m_avatar->setObjectName(u"accountAvatar"_s);
    m_name = new ThemedLabel(context().theme, FontRole::Body, Token::Text, this);
    m_name->setObjectName(u"accountName"_s);
    m_name->setWordWrap(true);
    addRow({m_avatar, m_name}, 1);
    m_source = addNote(u"accountSource"_s);
    m_warning = addNote(u"accountWarning"_s);
    m_check = button(this, u"accountCheck"_s, tr("Check again"));
    m_check->setIcon(context().icons->icon(u"refresh"_s));
    connect(m_check, &QPushButton::clicked, m_controller, &AccountController::refresh);
    auto *page = button(this, u"accountTokenPage"_s, tr("Tokens on the Hub"));
    page->setIcon(context().icons->icon(u"external"_s));
    connect(page, &QPushButton::clicked, this,
            [this] { context().prompter->openUrl(m_controller->tokenPage()); });
    addRow({m_check, page}, -1);
}

void AccountPage::buildList()
{
    addHeading(tr("Accounts"));
    m_list = new QListView(this);
    m_list->setObjectName(u"accounts"_s);
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setModel(m_controller->model());
    m_list->setItemDelegate(new AccountDelegate(context(), m_avatars, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addWidget(m_list);
    m_empty = addNote(u"accountEmpty"_s,
                      tr("There is no account yet. Sign in with a token of the Hub; it is kept in "
                         "the keychain of this computer."));
    auto *add = button(this, u"accountSignIn"_s, tr("Sign in…"));
    add->setIcon(context().icons->icon(u"sign-in"_s));
    m_use = button(this, u"accountUse"_s, tr("Use"));
    m_signOut = button(this, u"accountSignOut"_s, tr("Sign out…"));
    m_more = button(this, u"accountMore"_s, tr("More"));
    m_more->setAccessibleName(tr("More for the account"));
    addRow({add, m_use, m_signOut, m_more}, -1);
    m_problem = addNote(u"accountProblem"_s);
    connect(add, &QPushButton::clicked, this, [this] { signIn(); });
    connect(m_use, &QPushButton::clicked, this, &AccountPage::use);
    connect(m_signOut, &QPushButton::clicked, this, &AccountPage::signOut);
    connect(m_more, &QPushButton::clicked, this,
            [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_list, &QListView::activated, this, &AccountPage::use);
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint &position) {
        if (!selected().isEmpty())
            showMenu(m_list->viewport()->mapToGlobal(position));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountPage::refreshDetails);
}

void AccountPage::buildDetails()
{
    m_details = addNote(u"accountDetails"_s);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shared = new QCheckBox(tr("Other Hugging Face tools may use this account"), this);
    m_shared->setObjectName(u"accountShared"_s);
    addWidget(m_shared);
    m_sharedText =
        tr("Writes the token, in plain text and readable by you only, to %1 and, while the account "
           "is in use, to %2.")
            .arg(m_accounts->files().storedPath(), m_accounts->files().tokenPath());
    m_sharedNote = addNote(u"accountSharedNote"_s);
    m_git = new QCheckBox(tr("Git may use this account"), this);
    m_git->setObjectName(u"accountGit"_s);
    m_git->setToolTip(tr("Gives the token to the credential helper of git"));
    addWidget(m_git);
    // clicked, not toggled: what refresh() shows is no wish of the user's.
    connect(m_shared, &QCheckBox::clicked, this,
            [this](bool on) { m_accounts->setShared(selected(), on, whenDone()); });
    connect(m_git, &QCheckBox::clicked, this,
            [this](bool on) { m_accounts->setInGit(selected(), on, whenDone()); });
}

void AccountPage::buildBrowserSignIn()
{
    addHeading(tr("Sign-in with the browser"));
    m_clientId = new QLineEdit(this);
    m_clientId->setObjectName(u"oauthClientId"_s);
    addField(tr("OAuth client id"), m_clientId);
    describe(m_clientId, SettingKey::OAuthClientId, tr("device code, login, app"),
             {u"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_s});
    m_clientIdNote = addNote(u"oauthClientIdNote"_s);
    connect(m_clientId, &QLineEdit::editingFinished, this, [this] {
        if (m_clientId->isEnabled())
            context().settings->setValue(SettingKey::OAuthClientId, m_clientId->text().trimmed());
    });
    connect(context().settings, &Settings::changed, this, &AccountPage::refreshBrowserSignIn);
    refreshBrowserSignIn();
}

void AccountPage::refreshBrowserSignIn()
{
    const SettingInForce id = m_settings->oauthClientId();
    m_clientId->setText(id.value);
    m_clientId->setEnabled(id.variable.isEmpty());
    setNote(m_clientIdNote,
            id.variable.isEmpty()
                ? tr("The id of an OAuth app that is known to the Hub. Without it Hubdesk signs in "
                     "with tokens only.")
                : variableNote(id.variable),
            Token::TextSecondary);
}

void AccountPage::buildFound()
{
    m_foundBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_foundBox);
    column->setContentsMargins(0, measure::kLarge, 0, 0);
    column->setSpacing(measure::kSmall);
    auto *heading = new ThemedLabel(context().theme, FontRole::Section, Token::Text, m_foundBox);
    heading->setText(tr("Tokens on this computer"));
    m_found = new QListWidget(m_foundBox);
    m_found->setObjectName(u"foundTokens"_s);
    m_found->setAccessibleName(tr("Tokens that belong to no account"));
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setTextElideMode(Qt::ElideMiddle);
    auto *import = button(m_foundBox, u"foundImport"_s, tr("Make an account of it"));
    column->addWidget(heading);
    column->addWidget(m_found);
    auto *row = new QHBoxLayout;
    row->addWidget(import);
    row->addStretch();
    column->addLayout(row);
    addWidget(m_foundBox);
    m_foundBox->hide();
    connect(import, &QPushButton::clicked, this, &AccountPage::importToken);
    connect(m_found, &QListWidget::itemActivated, this, &AccountPage::importToken);
    connect(m_found, &QListWidget::currentRowChanged, import,
            [import](int current) { import->setEnabled(current >= 0); });
}

void AccountPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    findTokens();
}

void AccountPage::refresh()
{
    m_check->setEnabled(m_controller->state() != AccountController::State::Checking);
    const Identity &identity = m_controller->identity();
    QString name = m_controller->text();
    if (m_controller->state() == AccountController::State::SignedIn) {
        if (!identity.fullName.isEmpty() && identity.fullName != identity.name)
            name = tr("%1 (%2)", "user name, full name").arg(identity.name, identity.fullName);
        name = tr("%1 at %2").arg(name, endpointText(m_controller->endpoint()));
        if (!identity.tokenName.isEmpty())
            name = tr("%1, token “%2”, role %3").arg(name, identity.tokenName, identity.tokenRole);
    } else if (m_controller->error()) {
        name = u"%1. %2"_s.arg(name, m_controller->error()->message);
    }
    m_name->setText(name);
    const bool isSignedIn = m_controller->state() == AccountController::State::SignedIn;
    m_avatar->setVisible(isSignedIn);
    Person person;
    person.kind = PersonKind::User;
    person.name = identity.name;
    person.fullName = identity.fullName;
    person.avatarUrl = identity.avatarUrl;
    m_avatar->setPerson(person);
    setNote(m_source, m_controller->sourceText(), Token::TextSecondary);
    setNote(m_warning, m_controller->warning(), Token::Warn);

    const int count = m_list->model()->rowCount();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_list->setFixedHeight(std::clamp(count, 1, kRows) * measure::kRowTwoLines
                           + 2 * m_list->frameWidth());
    if (count > 0 && !m_list->currentIndex().isValid()) {
        const int inUse = m_controller->model()->rowOf(m_accounts->list().activeId);
        m_list->setCurrentIndex(m_list->model()->index(std::max(inUse, 0), 0));
    }
    refreshDetails();
}

QString AccountPage::selected() const
{
    return m_list->currentIndex().data(AccountListModel::IdRole).toString();
}

void AccountPage::refreshDetails()
{
    const Account *account = m_accounts->list().find(selected());
    for (QWidget *each : std::initializer_list<QWidget *>{m_use, m_signOut, m_more, m_details,
                                                          m_shared, m_sharedNote, m_git})
        each->setVisible(account);
    if (!account)
        return;
    m_use->setEnabled(account->id != m_accounts->list().activeId);
    m_shared->setChecked(account->isShared);
    const bool isOfOthers =
        sameOriginForToken(m_accounts->environmentEndpoint(), account->endpoint);
    setNote(m_sharedNote,
            isOfOthers ? m_sharedText
                       : m_sharedText + u' '
                    + tr("They send it to %1 unless HF_ENDPOINT names this Hub for them.")
                          .arg(endpointText(m_accounts->environmentEndpoint())),
            isOfOthers || !account->isShared ? Token::TextSecondary : Token::Warn);
    // In the token file and nowhere else: taking it away there is signing out.
    m_shared->setEnabled(account->place != Account::Place::TokenFile);
    m_git->setChecked(account->isInGit);
    QStringList lines{tr("Hub: %1").arg(account->endpoint.toString())};
    if (!account->organizations.isEmpty())
        lines.append(tr("Organizations: %1").arg(account->organizations.join(", "_L1)));
    if (!account->plan.isEmpty())
        lines.append(tr("Plan: %1").arg(account->plan));
    for (const QString &scope : account->scopes)
        lines.append(tr("May use %1").arg(scope));
    if (account->expiresAt.isValid())
        lines.append(
            tr("Expires on %1")
                .arg(QLocale().toString(account->expiresAt.toLocalTime(), QLocale::ShortFormat)));
    if (!account->hosts.isEmpty())
        lines.append(tr("The token also goes to %1").arg(account->hosts.join(", "_L1)));
    m_details->setText(lines.join(u'\n'));
}

void AccountPage::showResult(const Result<void> &result)
{
    const bool isShown = !result && result.error().kind != ErrorKind::Canceled;
    setNote(m_problem,
            !isShown ? QString()
                     : (result.error().message + u' ' + result.error().detail).trimmed(),
            Token::Bad);
    refreshDetails();
}

void AccountPage::use()
{
    m_accounts->activate(selected(), whenDone());
}

void AccountPage::signIn(const QString &accountId)
{
    auto *dialog = new SignInDialog(context(), m_controller, accountId, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AccountPage::signOut()
{
    const Account *account = m_accounts->list().find(selected());
    if (!account)
        return;
    Confirmation question;
    question.title = tr("Sign out of “%1”?").arg(account->name);
    question.text = account->isShared
        ? tr("Its token is removed from this computer, also from the files of the other Hugging "
             "Face "
             "tools. It stays valid on the Hub until it is revoked there.")
        : tr("Its token is removed from this computer. It stays valid on the Hub until it is "
             "revoked "
             "there.");
    question.acceptText = tr("Sign out");
    question.destructive = true;
    context().prompter->confirm(this, question, this, [this, id = account->id](bool yes) {
        if (yes)
            m_accounts->signOut(id, whenDone());
    });
}

void AccountPage::signOutOfAll()
{
    Confirmation question;
    question.title = tr("Sign out of all accounts?");
    question.text = tr("All their tokens are removed from this computer.");
    question.acceptText = tr("Sign out of all");
    question.destructive = true;
    context().prompter->confirm(this, question, this, [this](bool yes) {
        if (yes)
            m_accounts->signOutAll(whenDone());
    });
}

void AccountPage::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, auto slot) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    const Account *account = m_accounts->list().find(selected());
    const bool isInUse = account && account->id == m_accounts->list().activeId;
    add(u"accountMenuUse"_s, tr("Use"), [this] { use(); })->setEnabled(!isInUse);
    add(u"accountMenuNone"_s, tr("Use none"), [this] {
        m_accounts->activate({});
    })->setEnabled(!m_accounts->list().activeId.isEmpty());
    menu->addSeparator();
    add(u"accountMenuRename"_s, tr("Rename…"), [this] { rename(); });
    add(u"accountMenuToken"_s, tr("Replace the token…"), [this] { signIn(selected()); });
    add(u"accountMenuHosts"_s, tr("Hosts that may see the token…"), [this] { editHosts(); });
    add(u"accountMenuCopy"_s, tr("Copy the token for a minute"), [this] { copyToken(); });
    add(u"accountMenuPage"_s, tr("Tokens on the Hub"), [this] {
        if (const Account *chosen = m_accounts->list().find(selected())) {
            QUrl page = chosen->endpoint;
            page.setPath(page.path() + "/settings/tokens"_L1);
            context().prompter->openUrl(page);
        }
    });
    menu->addSeparator();
    add(u"accountMenuSignOut"_s, tr("Sign out…"), [this] { signOut(); });
    add(u"accountMenuSignOutAll"_s, tr("Sign out of all…"), [this] { signOutOfAll(); });
    menu->popup(globalPosition);
}

void AccountPage::rename()
{
    const Account *account = m_accounts->list().find(selected());
    if (!account)
        return;
    context().prompter->askText(this, {tr("Rename the account"), tr("Name"), account->name}, this,
                                [this, id = account->id](const QString &name) {
                                    showResult(m_accounts->rename(id, name));
                                });
}

void AccountPage::editHosts()
{
    const Account *account = m_accounts->list().find(selected());
    if (!account)
        return;
    context().prompter->askText(
        this,
        {tr("Hosts that may see the token"),
         tr("Besides %1, separated by spaces, such as https://mirror.example.com")
             .arg(account->endpoint.toString()),
         account->hosts.join(u' ')},
        this, [this, id = account->id](const QString &text) {
            QStringList hosts;
            for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
                const QUrl url(word, QUrl::StrictMode);
                if (url.host().isEmpty()
                    || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
                    return showResult(
                        failure(ErrorKind::Invalid, tr("“%1” is no address of a host.").arg(word)));
                hosts.append(url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery
                                          | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
                                 .toString());
            }
            m_accounts->setHosts(id, hosts);
            showResult({});
        });
}

void AccountPage::copyToken()
{
    m_accounts->readToken(selected(), [self = QPointer(this)](const Result<QString> &token) {
        if (!self)
            return;
        if (token)
            self->context().prompter->copySecret(*token);
        self->showResult(token.transform([](const QString &) { }));
    });
}

void AccountPage::findTokens()
{
    m_accounts->findTokens([self = QPointer(this)](const std::vector<FoundToken> &found) {
        if (self)
            self->showTokens(found);
    });
}

void AccountPage::showTokens(const std::vector<FoundToken> &found)
{
    m_foundTokens = found;
    m_found->clear();
    for (const FoundToken &token : found) {
        const QString name = token.name.isEmpty() || token.name == token.source
            ? tr("%1 from %2").arg(maskedToken(token.entry.token), token.source)
            : tr("“%1”, %2, from %3").arg(token.name, maskedToken(token.entry.token), token.source);
        m_found->addItem(name);
    }
    m_found->setCurrentRow(found.empty() ? -1 : 0);
    m_foundBox->setVisible(!found.empty());
    const int rows = std::clamp(m_found->count(), 1, kRows);
    m_found->setFixedHeight(rows * std::max(m_found->sizeHintForRow(0), 1)
                            + 2 * m_found->frameWidth());
}

//! What a call says later, when the settings may be closed.
Accounts::Done AccountPage::whenDone()
{
    return [self = QPointer(this)](const Result<void> &result) {
        if (self)
            self->showResult(result);
    };
}

void AccountPage::importToken()
{
    const int row = m_found->currentRow();
    if (row < 0 || static_cast<size_t>(row) >= m_foundTokens.size())
        return;
    const FoundToken &found = m_foundTokens[static_cast<size_t>(row)];
    auto *dialog = new SignInDialog(context(), m_controller, {}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setToken(found);
    dialog->open();
}

} // namespace hubdesk
