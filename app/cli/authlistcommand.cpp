// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/authlistcommand.h"

#include "core/account/tokenfiles.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTokenWidth = 15;

QString row(const QString &mark, const QString &name, qsizetype width, const QString &token)
{
    return mark + u' ' + name.leftJustified(width) + u"| "_s + token.leftJustified(kTokenWidth);
}

} // namespace

CommandSpec AuthListCommand::spec()
{
    return {
        .words = {u"auth"_s, u"list"_s},
        .aliases = {{u"auth"_s, u"ls"_s}},
        .summary = tr("List all stored access tokens."),
        .make =
            [](const CliEnvironment &environment) {
                return std::make_unique<AuthListCommand>(environment);
            },
    };
}

AuthListCommand::AuthListCommand(const CliEnvironment &environment)
    : Command(environment)
{ }

void AuthListCommand::start(const ParsedArguments & /*arguments*/)
{
    const TokenFiles files(variables());
    const auto stored = files.stored();
    if (!stored)
        return fail(stored.error());
    const QString current =
        variables().token().isEmpty() ? files.active().value_or(QString()) : variables().token();
    const AccountList &list = credentials().accounts().list();
    if (console().isJson()) {
        QJsonArray all;
        for (const StoredToken &entry : *stored)
            all.append(QJsonObject{{"name"_L1, entry.name},
                                   {"token"_L1, maskedToken(entry.token)},
                                   {"active"_L1, entry.token == current}});
        console().printJson(all);
        return finish(ExitCode::Done);
    }
    if (stored->empty()) {
        console().talk(tr("No access tokens found."));
    } else {
        qsizetype width = 5; // "token"
        for (const StoredToken &entry : *stored)
            width = std::max(width, entry.name.size());
        width += 2;
        console().print(row(u" "_s, u"name"_s, width, u"token"_s));
        console().print(QString(width + 2, u'-') + u'|' + QString(kTokenWidth, u'-'));
        for (const StoredToken &entry : *stored)
            console().print(row(entry.token == current ? u"*"_s : u" "_s, entry.name, width,
                                maskedToken(entry.token)));
    }
    for (const Account &account : list.accounts)
        console().talk(tr("Account of Hubdesk: %1, %2%3")
                           .arg(account.name, account.endpoint.toString(),
                                account.id == list.activeId ? tr(" (in use)") : QString()));
    if (!variables().token().isEmpty())
        console().talk(
            tr("\nNote: Environment variable `HF_TOKEN` is set and is the current active "
               "token independently from the stored tokens listed above."));
    else if (!stored->empty() && !list.active()
             && !std::ranges::contains(*stored, current, &StoredToken::token))
        console().talk(
            tr("\nNote: No active token is set and no environment variable `HF_TOKEN` is "
               "found. Use `hubdesk-cli login` to log in."));
    finish(ExitCode::Done);
}

} // namespace hubdesk
