// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/people.h"

#include "core/hub/jsonvalues.h"
#include "core/hub/repoid.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct PeopleTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::PeopleTexts)
};

qint64 numberOf(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toInteger(-1);
}

RequestSpec specOf(PersonKind kind, const QString &name, const QByteArray &what)
{
    RequestSpec spec;
    spec.path = (kind == PersonKind::Organization ? "/api/organizations/" : "/api/users/")
        + quoteAll(name) + '/' + what;
    return spec;
}

Result<PersonOverview> overviewFrom(PersonKind kind, const ReplyData &reply)
{
    return parseJson(reply).and_then([kind](const QJsonDocument &json) {
        return PersonOverview::fromJson(kind, json.object());
    });
}

} // namespace

Result<Person> Person::fromJson(const QJsonObject &object)
{
    Person person;
    const QString type = object.value("type"_L1).toString();
    const bool namesUser = object.value("user"_L1).isString();
    person.name = object.value(namesUser ? "user"_L1 : "name"_L1).toString();
    if (person.name.isEmpty())
        return failure(ErrorKind::Protocol, PeopleTexts::tr("The Hub names nobody here."),
                       u"missing field: user or name"_s);
    // Whatever else the Hub may call it, what has no `user` is an organisation.
    if (type == "user"_L1 || (type.isEmpty() && namesUser))
        person.kind = PersonKind::User;
    else if (type == "org"_L1 || type == "organization"_L1 || !namesUser)
        person.kind = PersonKind::Organization;
    person.fullName = object.value("fullname"_L1).toString();
    person.avatarUrl = object.value("avatarUrl"_L1).toString();
    person.isPro = object.value("isPro"_L1).toBool();
    person.role = object.value("role"_L1).toString();
    return person;
}

Result<PersonOverview> PersonOverview::fromJson(PersonKind kind, const QJsonObject &object)
{
    auto person = Person::fromJson(object);
    if (!person)
        return std::unexpected(person.error());
    PersonOverview overview;
    overview.person = std::move(*person);
    overview.person.kind = kind;
    overview.details = object.value("details"_L1).toString().trimmed();
    overview.isVerified = object.value("isVerified"_L1).toBool();
    overview.isFollowed = object.value("isFollowing"_L1).toBool();
    overview.plan = object.value("plan"_L1).toString();
    overview.createdAt = hubDate(object.value("createdAt"_L1));
    overview.models = numberOf(object, "numModels"_L1);
    overview.datasets = numberOf(object, "numDatasets"_L1);
    overview.spaces = numberOf(object, "numSpaces"_L1);
    overview.likes = numberOf(object, "numLikes"_L1);
    overview.followers = numberOf(object, "numFollowers"_L1);
    overview.following = numberOf(object, "numFollowing"_L1);
    overview.members = numberOf(object, "numUsers"_L1);
    for (const QJsonValue &value : object.value("orgs"_L1).toArray()) {
        // One entry that says nothing does not spoil the page.
        if (auto organization = Person::fromJson(value.toObject())) {
            organization->kind = PersonKind::Organization;
            overview.organizations.push_back(std::move(*organization));
        }
    }
    overview.raw = object;
    return overview;
}

RequestSpec UserOverviewRequest::spec() const
{
    return specOf(PersonKind::User, name, "overview");
}

Result<PersonOverview> UserOverviewRequest::parse(const ReplyData &reply)
{
    return overviewFrom(PersonKind::User, reply);
}

RequestSpec OrganizationOverviewRequest::spec() const
{
    return specOf(PersonKind::Organization, name, "overview");
}

Result<PersonOverview> OrganizationOverviewRequest::parse(const ReplyData &reply)
{
    return overviewFrom(PersonKind::Organization, reply);
}

RequestSpec PeopleRequest::spec() const
{
    switch (list) {
    case List::Followers:
        return specOf(PersonKind::User, name, "followers");
    case List::Following:
        return specOf(PersonKind::User, name, "following");
    case List::Members:
        return specOf(PersonKind::Organization, name, "members");
    case List::OrganizationFollowers:
        return specOf(PersonKind::Organization, name, "followers");
    }
    return {};
}

Result<Page<Person>> PeopleRequest::parse(const ReplyData &reply)
{
    return pageFromJson<Person>(reply, &Person::fromJson);
}

Result<void> checkPersonName(const QString &name)
{
    if (name.contains(u'/') || !RepoId::make(RepoType::Model, name))
        return failure(ErrorKind::Invalid,
                       PeopleTexts::tr("“%1” cannot name a user or an organization.").arg(name));
    return {};
}

QUrl avatarAddress(const QString &avatarUrl, const QUrl &endpoint)
{
    if (avatarUrl.isEmpty())
        return {};
    if (avatarUrl.startsWith("//"_L1))
        return QUrl(endpoint.scheme() + u':' + avatarUrl, QUrl::TolerantMode);
    const QUrl url(avatarUrl, QUrl::TolerantMode);
    if (avatarUrl.startsWith(u'/'))
        return urlBelow(endpoint, url.path(QUrl::FullyEncoded).toLatin1(),
                        url.query(QUrl::FullyEncoded).toLatin1());
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return web && !url.host().isEmpty() ? url : QUrl();
}

QUrl personPage(const QUrl &endpoint, const QString &name)
{
    return urlBelow(endpoint, '/' + quoteAll(name));
}

std::optional<PersonAddress> parsePersonAddress(const QString &text, const QString &endpointHost)
{
    QString trimmed = text.trimmed();
    if (trimmed.startsWith("hf://@"_L1))
        trimmed.remove(0, 5);
    if (trimmed.startsWith(u'@')) {
        const QString name = trimmed.mid(1);
        if (checkPersonName(name))
            return PersonAddress{name, false};
        return std::nullopt;
    }
    const auto location = parseHubLocation(trimmed, endpointHost);
    if (!location || location->repo.type != RepoType::Model || location->repo.id.contains(u'/')
        || !location->revision.isEmpty() || !location->path.isEmpty())
        return std::nullopt;
    return PersonAddress{location->repo.id, true};
}

} // namespace hubdesk
