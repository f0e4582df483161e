// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/clicredentials.h"

#include "app/cli/cliaccount.h"
#include "core/net/environmentconfig.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxTokenSize = 65'536; // bytes; JSON web tokens are long

Result<QString> tokenFromInput()
{
    QFile input;
    if (input.open(stdin, QIODevice::ReadOnly)) {
        QString token = Environment::cleanToken(QString::fromUtf8(input.readLine(kMaxTokenSize)));
        if (!token.isEmpty())
            return token;
    }
    return failure(ErrorKind::Invalid, CliCredentials::tr("No token came from standard input."));
}

} // namespace

CliCredentials::CliCredentials(const Environment &variables)
    : m_variables(variables),
      m_keychain(u"hubdesk"_s)
{ }

CliCredentials::~CliCredentials() = default;

Accounts &CliCredentials::accounts()
{
    if (!m_accounts) {
        m_accounts = std::make_unique<Accounts>(m_variables, &m_keychain, Accounts::standardFile());
        connect(m_accounts.get(), &Accounts::saveFailed, this,
                [this](const Error &error) { m_saveProblem = error; });
    }
    return *m_accounts;
}

void CliCredentials::resolve(const ParsedArguments &arguments, bool evenIfDisabled, Done done)
{
    m_choice = {};
    m_choice.endpoint = m_variables.endpoint();
    if (arguments.isSet(u"--account"_s))
        return useAccount(arguments.value(u"--account"_s), done);
    if (arguments.isSet(u"--token"_s)) {
        const QString given = arguments.value(u"--token"_s);
        const auto token = given == "-"_L1 ? tokenFromInput() : Result<QString>(given);
        if (!token)
            return done(std::unexpected(token.error()));
        m_choice.token = *token;
        return done({});
    }
    // Where a variable decides, no keychain is knocked at.
    choose(evenIfDisabled);
    if (m_choice.source == TokenChoice::Source::Variable || m_choice.isDisabled)
        return done({});
    // A list that cannot be read may name the account that is to be asked as.
    if (accounts().problem())
        return done(std::unexpected(*accounts().problem()));
    if (!accounts().list().active() && accounts().list().rules.empty())
        return done({});
    // Once: a list that another program changes meanwhile makes the accounts ready again.
    connect(
        &accounts(), &Accounts::ready, this,
        [this, evenIfDisabled, done] {
            // An account that was chosen and cannot be used is no reason to go on as somebody else.
            choose(evenIfDisabled);
            if (m_choice.source == TokenChoice::Source::Account && m_choice.token.isEmpty()
                && accounts().problem())
                return done(std::unexpected(*accounts().problem()));
            done({});
        },
        Qt::SingleShotConnection);
    accounts().begin();
}

void CliCredentials::choose(bool evenIfDisabled)
{
    const auto fileToken = accounts().files().active();
    // An unreadable file is no token, as for the official client.
    m_choice = chooseToken(m_variables, &accounts(),
                           {.commandLine = {}, .settings = {}, .evenIfDisabled = evenIfDisabled},
                           fileToken.value_or(QString()));
}

void CliCredentials::whenWritten(const Done &done)
{
    accounts().whenWritten([this, done] {
        done(m_saveProblem ? Result<void>(std::unexpected(*m_saveProblem)) : Result<void>());
    });
}

void CliCredentials::useAccount(const QString &name, const Done &done)
{
    if (const Account *account = accounts().list().named(name)) {
        m_choice.endpoint = account->endpoint;
        m_choice.accountId = account->id;
        m_choice.source = TokenChoice::Source::Account;
        m_choice.sourceName = account->name;
        return accounts().readToken(account->id, [this, done](const Result<QString> &token) {
            m_choice.token = token.value_or(QString());
            done(token.transform([](const QString &) { }));
        });
    }
    const auto stored = accounts().files().stored(name);
    if (!stored)
        return done(std::unexpected(stored.error()));
    if (!*stored)
        return done(failure(
            ErrorKind::NotFound,
            tr("There is no account and no stored token called “%1”. “hubdesk-cli auth list” "
               "shows them.")
                .arg(name)));
    m_choice.source = TokenChoice::Source::File;
    m_choice.sourceName = accounts().files().storedPath();
    m_choice.token = (*stored)->token;
    done({});
}

ClientConfig CliCredentials::clientConfig() const
{
    ClientConfig config = clientConfigFrom(m_variables);
    config.endpoint = m_choice.endpoint;
    config.token = m_choice.token;
    config.tokenRules = m_choice.rules;
    config.recorder = flightRecorder();
    return config;
}

} // namespace hubdesk
