// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/users.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace hubdesk {

//! Who the user is on one Hub. A value without any secret: the token is kept elsewhere under \a id.
struct Account
{
    //! Where the token lives.
    enum class Place {
        Keychain,
        Session, //!< In memory only: gone when the program ends.
        TokenFile, //!< Plain text in the files of the other tools; only when the user says so.
    };

    QString id; //!< Random, never shown.
    QString name; //!< What the user calls it; unique without regard to case.
    QUrl endpoint; //!< Without trailing slash.
    Place place = Place::Keychain;
    QStringList hosts; //!< Further origins (`https://mirror.example`) that may see the token.
    bool isShared = false; //!< The other tools find the token in their files.
    QString sharedAs; //!< Its name there.
    bool isInGit = false; //!< Git's credential helper has it.
    bool isOAuth = false; //!< It came from the browser, and is renewed with what came along.

    // What the Hub said when it was last asked
    QString userName;
    QString fullName;
    QString avatarUrl; //!< May be relative to the endpoint.
    QString plan; //!< "pro", "enterprise" ...; empty: free or not said
    QString tokenName; //!< As the Hub's token page calls it.
    QString tokenRole; //!< "read", "write", "fineGrained" ...
    QStringList scopes; //!< Of a fine-grained token, a line each: "model org/name: repo.write".
    QStringList organizations;
    QDateTime expiresAt; //!< UTC; invalid: never.
    QDateTime issuedAt; //!< UTC; of a token from the browser; invalid: not known.
    QDateTime checkedAt; //!< UTC

    bool operator==(const Account &) const = default;

    //! Takes over what \a identity says.
    void update(const Identity &identity, const QDateTime &now);
    //! Whether \a target may see the token: its origin is the endpoint's or one of hosts.
    [[nodiscard]] bool mayReceive(const QUrl &target) const;

    [[nodiscard]] QJsonObject toJson() const;
    //! ErrorKind::Protocol when id or endpoint are missing or no http(s) address.
    [[nodiscard]] static Result<Account> fromJson(const QJsonObject &object);
};

//! "Use this account for myorg/*".
struct AccountRule
{
    QString pattern; //!< See TokenRule.
    QString accountId; //!< Empty: anonymous.

    bool operator==(const AccountRule &) const = default;
};

//! All accounts and which one is in use: the content of the accounts file.
struct AccountList
{
    std::vector<Account> accounts; //!< In the user's order.
    std::vector<AccountRule> rules; //!< The first that fits counts.
    QString activeId; //!< Empty: none was chosen; what the environment and the files say is used.

    bool operator==(const AccountList &) const = default;

    [[nodiscard]] const Account *find(const QString &id) const;
    [[nodiscard]] Account *find(const QString &id);
    [[nodiscard]] const Account *active() const { return find(activeId); }
    //! By name, without regard to case; null: none.
    [[nodiscard]] const Account *named(const QString &name) const;
    //! \a wanted, or "\a wanted 2" ... when another account than \a exceptId has it.
    [[nodiscard]] QString freeName(const QString &wanted, const QString &exceptId = {}) const;
    //! Also forgets what refers to it.
    void remove(const QString &id);

    [[nodiscard]] QByteArray toJson() const;
    //! ErrorKind::Protocol when \a text is no such file. An account that makes no sense is left
    //! out, as is a rule or a choice that names one.
    [[nodiscard]] static Result<AccountList> fromJson(const QByteArray &text);
};

} // namespace hubdesk
