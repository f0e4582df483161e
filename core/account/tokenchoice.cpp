// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/tokenchoice.h"

#include "core/account/accounts.h"
#include "core/net/originpolicy.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QUrl chooseEndpoint(const Environment &environment, const Account *account,
                    const TokenWishes &wishes)
{
    if (!wishes.commandLine.isEmpty())
        return wishes.commandLine;
    if (!environment.value(u"HF_ENDPOINT"_s).isEmpty())
        return environment.endpoint();
    if (account)
        return account->endpoint;
    return wishes.settings.isEmpty() ? environment.endpoint() : wishes.settings;
}

QString tokenVariable(const Environment &environment)
{
    if (environment.token().isEmpty())
        return {};
    const bool current = !Environment::cleanToken(environment.value(u"HF_TOKEN"_s)).isEmpty();
    return current ? u"HF_TOKEN"_s : u"HUGGING_FACE_HUB_TOKEN"_s;
}

} // namespace

TokenChoice chooseToken(const Environment &environment, const Accounts *accounts,
                        const TokenWishes &wishes, const QString &fileToken)
{
    const Account *account = accounts ? accounts->list().active() : nullptr;
    TokenChoice choice;
    choice.endpoint = chooseEndpoint(environment, account, wishes);
    choice.accountId = account ? account->id : QString();
    const bool isOfEnvironment = sameOriginForToken(environment.endpoint(), choice.endpoint);
    const QString variable =
        isOfEnvironment || !wishes.commandLine.isEmpty() ? tokenVariable(environment) : QString();
    const bool isOfAccount = account && account->mayReceive(choice.endpoint);
    choice.isElsewhere = account && !isOfAccount;
    if (!variable.isEmpty()) {
        choice.source = TokenChoice::Source::Variable;
        choice.sourceName = variable;
        choice.token = environment.token();
        choice.isShadowed = isOfAccount && accounts->token(account->id) != choice.token;
    } else if (isOfAccount) {
        choice.source = TokenChoice::Source::Account;
        choice.sourceName = account->name;
        choice.token = accounts->token(account->id);
    } else if (!account && isOfEnvironment && !fileToken.isEmpty()) {
        choice.source = TokenChoice::Source::File;
        choice.sourceName = environment.tokenPath();
        choice.token = fileToken;
    }
    if (accounts && variable.isEmpty())
        choice.rules = accounts->tokenRules(choice.endpoint);
    if (environment.implicitTokenDisabled() && !wishes.evenIfDisabled
        && (!choice.token.isEmpty() || !choice.rules.empty())) {
        choice.isDisabled = true;
        choice.token.clear();
        choice.rules.clear();
    }
    return choice;
}

} // namespace hubdesk
