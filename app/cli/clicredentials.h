// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/argumentparser.h"
#include "core/account/accounts.h"
#include "core/account/keychainstore.h"
#include "core/account/tokenchoice.h"
#include "core/net/clientconfig.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace hubdesk {

//! Which Hub a command asks and as whom: `--token`, `--account`, else what chooseToken() says of
//! the variables, the accounts of the window and the token file. Works out once, before the command
//! starts; the keychain is only asked when an account of the window is concerned.
class CliCredentials : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CliCredentials)

public:
    using Done = std::function<void(const Result<void> &)>;

    explicit CliCredentials(const Environment &variables);
    ~CliCredentials() override;

    //! Reads the disk, perhaps standard input and the keychain. \a evenIfDisabled: the question is
    //! about the token itself, so HF_HUB_DISABLE_IMPLICIT_TOKEN does not count.
    void resolve(const ParsedArguments &arguments, bool evenIfDisabled, Done done);

    [[nodiscard]] const TokenChoice &choice() const { return m_choice; }
    [[nodiscard]] ClientConfig clientConfig() const;
    //! The accounts that the window knows; made at the first call.
    [[nodiscard]] Accounts &accounts();
    //! When what was changed in accounts() is on the disk; the error says that it could not be.
    void whenWritten(const Done &done);

private:
    void choose(bool evenIfDisabled);
    void useAccount(const QString &name, const Done &done);

    const Environment &m_variables;
    TokenChoice m_choice;
    KeychainStore m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    std::optional<Error> m_saveProblem;
};

} // namespace hubdesk
