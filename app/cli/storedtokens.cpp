// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/storedtokens.h"

#include <QCoreApplication>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct TokenTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CliTokens)
};

} // namespace

OptionSpec gitOption()
{
    return {.name = u"--add-to-git-credential"_s,
            .help = TokenTexts::tr("Optional: Save token to git credential helper.")};
}

void giveToGit(GitCredentials &git, const QUrl &endpoint, const QString &token,
               const Console &console, const std::function<void()> &then)
{
    git.findHelpers([&git, endpoint, token, &console, then](const QStringList &helpers) {
        if (helpers.isEmpty()) {
            console.warn(TokenTexts::tr(
                "Cannot authenticate through git-credential as no helper is defined on your "
                "machine. Run “git config --global credential.helper store” to set one. Token has "
                "not been saved to git credential helper."));
            return then();
        }
        git.approve(endpoint, token, [helpers, &console, then](const Result<void> &kept) {
            if (kept)
                console.talk(TokenTexts::tr("Your token has been saved in your configured git "
                                            "credential helpers (%1).")
                                 .arg(helpers.join(u',')));
            else
                console.warn(kept.error().message);
            then();
        });
    });
}

void followTokenFiles(CliCredentials &credentials, const Console &console, const QString &tokenName,
                      const CliCredentials::Done &then)
{
    Accounts &accounts = credentials.accounts();
    // Somebody may have thought for a while, with the window open beside.
    accounts.reload([&credentials, &accounts, &console, tokenName, then] {
        const auto &all = accounts.list().accounts;
        const auto meant = std::ranges::find_if(all, [&](const Account &account) {
            return account.isShared && !tokenName.isEmpty() && account.sharedAs == tokenName;
        });
        const Account *active = accounts.list().active();
        if (meant != all.end()) {
            console.talk(TokenTexts::tr("The account in use is: %1").arg(meant->name));
            accounts.choose(meant->id);
        } else if (active) {
            console.talk(TokenTexts::tr("Hubdesk's account “%1” is no longer the one in use.")
                             .arg(active->name));
            accounts.choose({});
        }
        credentials.whenWritten(then);
    });
}

} // namespace hubdesk
