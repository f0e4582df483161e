// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/tokenrules.h"
#include "core/settings/environment.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace hubdesk {

class Accounts;

//! Which Hub is asked and as whom, and why. A value with a secret in it: never logged or stored.
struct TokenChoice
{
    enum class Source {
        None, //!< Anonymous.
        Variable, //!< `HF_TOKEN` or its old name.
        Account, //!< The account in use.
        File, //!< The token file that all Hugging Face tools read.
    };

    QUrl endpoint;
    QString token;
    std::vector<TokenRule> rules; //!< For single organisations and repos.
    Source source = Source::None;
    QString sourceName; //!< Variable, account or path; empty: none.
    QString accountId; //!< Of the account in use, also when something else wins over it.
    bool isShadowed = false; //!< The account in use would be asked, but a variable wins.
    bool isElsewhere = false; //!< The account in use belongs to another endpoint than is asked.
    bool isDisabled =
        false; //!< `HF_HUB_DISABLE_IMPLICIT_TOKEN`: there is a token, and it is not sent.

    bool operator==(const TokenChoice &) const = default;
};

//! What the user asked for in this run and in the settings; empty: nothing.
struct TokenWishes
{
    QUrl commandLine; //!< Endpoint.
    QUrl settings; //!< Endpoint.
    bool evenIfDisabled = false; //!< HF_HUB_DISABLE_IMPLICIT_TOKEN does not count.
};

//! The endpoint: command line, `HF_ENDPOINT`, the account in use, the settings, the official Hub.
//! The token (reference: files 1.4): the environment's, that of the account in use, the token file;
//! each only where it belongs: an account's to its own hosts, the environment's and the file's to
//! the endpoint that the environment names or, the environment's only, that the command line names.
//! \a fileToken: content of the token file. Pure but for what \a accounts, which may be
//! null, hold in memory.
[[nodiscard]] TokenChoice chooseToken(const Environment &environment, const Accounts *accounts,
                                      const TokenWishes &wishes, const QString &fileToken);

} // namespace hubdesk
