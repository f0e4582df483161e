// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/pager.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUrl>

#include <optional>
#include <vector>

namespace hubdesk {

//! Who a name belongs to. Users and organisations share one space of names, and the Hub tells which
//! one a name is only by answering 404 to the wrong question.
enum class PersonKind { Unknown, User, Organization };

//! A user or an organisation as lists name it.
struct Person
{
    PersonKind kind = PersonKind::Unknown;
    QString name; //!< The handle that is part of addresses.
    QString fullName; //!< May be empty.
    QString avatarUrl; //!< May be relative to the endpoint; see avatarAddress().
    bool isPro = false;
    QString role; //!< Of a member: admin, write, contributor, read, ...; else empty.

    bool operator==(const Person &) const = default;

    //! `user` or `name` is required.
    [[nodiscard]] static Result<Person> fromJson(const QJsonObject &object);
};

//! What the Hub tells on the first page about a user or an organisation. Numbers that it does not
//! tell are -1. Unknown fields stay in \a raw.
struct PersonOverview
{
    Person person;
    QString details; //!< What they write about themselves; plain text of any length.
    bool isVerified = false; //!< Organisations.
    bool isFollowed = false; //!< By the account that asks.
    QString plan; //!< Organisations: team, enterprise, ...; may be empty.
    QDateTime createdAt; //!< UTC; invalid when the Hub does not say.
    qint64 models = -1;
    qint64 datasets = -1;
    qint64 spaces = -1;
    qint64 likes = -1; //!< Repos that a user likes.
    qint64 followers = -1;
    qint64 following = -1; //!< Users.
    qint64 members = -1; //!< Organisations.
    std::vector<Person> organizations; //!< Of a user.
    QJsonObject raw;

    bool operator==(const PersonOverview &) const = default;

    //! \a kind comes from the question. The name is required.
    [[nodiscard]] static Result<PersonOverview> fromJson(PersonKind kind,
                                                         const QJsonObject &object);
};

//! `GET /api/users/{name}/overview` (reference: services 1.7). 404 for an organisation.
struct UserOverviewRequest
{
    using Response = PersonOverview;

    QString name;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! `GET /api/organizations/{name}/overview` (reference: services 1.7). 404 for a user.
struct OrganizationOverviewRequest
{
    using Response = PersonOverview;

    QString name;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! People around a user or an organisation (reference: services 1.7). Use with Pager.
struct PeopleRequest
{
    using Response = Page<Person>;
    enum class List {
        Followers, //!< Of a user.
        Following, //!< Whom a user follows.
        Members, //!< Of an organisation.
        OrganizationFollowers,
    };

    QString name;
    List list = List::Followers;

    bool operator==(const PeopleRequest &) const = default;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! Nothing when \a name can be a user or an organisation: letters, digits, `-`, `_` and `.`.
[[nodiscard]] Result<void> checkPersonName(const QString &name);

//! The complete address of an avatar as the Hub gives it; a path stands below \a endpoint. Empty
//! when it is no web address.
[[nodiscard]] QUrl avatarAddress(const QString &avatarUrl, const QUrl &endpoint);

//! The page of a user or an organisation in the browser.
[[nodiscard]] QUrl personPage(const QUrl &endpoint, const QString &name);

//! An address that names somebody.
struct PersonAddress
{
    QString name;
    bool mayBeRepo = false; //!< `hf://name` could also be one of the oldest repos.

    bool operator==(const PersonAddress &) const = default;
};

//! Reads `@name`, `hf://name`, `hf://@name` and `https://hub/name` on \a endpointHost or the
//! official hosts; nothing for everything else, addresses of repos and files among them.
[[nodiscard]] std::optional<PersonAddress> parsePersonAddress(const QString &text,
                                                              const QString &endpointHost);

} // namespace hubdesk
