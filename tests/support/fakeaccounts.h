// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/accounts.h"
#include "core/account/tokenchoice.h"
#include "tests/support/fakesecretstore.h"

#include <QTemporaryDir>

namespace hubdesk {

//! Accounts in a temporary folder with a keychain in memory, and what is said to be in use.
struct FakeAccounts
{
    explicit FakeAccounts(QProcessEnvironment variables = {})
        : environment(withHome(std::move(variables), folder.path())),
          accounts(environment, &store, folder.filePath(QStringLiteral("accounts.json")))
    {
        choice.source = TokenChoice::Source::Variable;
        choice.sourceName = QStringLiteral("HF_TOKEN");
    }

    //! What chooseToken() says now instead of what a test says.
    [[nodiscard]] TokenChoice chosen() const { return chooseToken(environment, &accounts, {}, {}); }

    QTemporaryDir folder;
    Environment environment;
    FakeSecretStore store;
    Accounts accounts;
    TokenChoice choice;

private:
    static QProcessEnvironment withHome(QProcessEnvironment variables, const QString &folder)
    {
        variables.insert(QStringLiteral("HF_HOME"), folder + QStringLiteral("/hf"));
        return variables;
    }
};

} // namespace hubdesk
