// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/tokens.h"

#include "app/localhub/seed/people.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

// What a fine-grained token is restricted to.
enum class Scope { None, OwnNamespace, PublicModel, PrivateModel };

struct TokenRow
{
    const char *token;
    const char *user;
    const char *displayName;
    const char *role;
    bool gated = true;
    Scope scope = Scope::None;
    bool isOrg = false;
    bool expired = false;
};

constexpr TokenRow kTokens[]{
    {"hf_demo_write", "demo", "laptop", "write"},
    {"hf_demo_read", "demo", "reader", "read"},
    {"hf_demo_finegrained", "demo", "ci-public-only", "fineGrained", false, Scope::OwnNamespace},
    {"hf_demo_fine", "demo", "one-model", "fineGrained", true, Scope::PublicModel},
    {"hf_demo_fine_private", "demo", "private-reader", "fineGrained", false, Scope::PrivateModel},
    {"hf_demo_expired", "demo", "old-laptop", "write", true, Scope::None, false, true},
    {"hf_alice_write", "alice", "studio", "write"},
    {"hf_alice_read", "alice", "tablet", "read"},
    {"hf_bob_write", "bob", "workstation", "write"},
    {"hf_carol_write", "carol", "notebook", "write"},
    {"hf_dave_read", "dave", "cluster", "read"},
    {"api_org_openfjord", "openfjord", "build-server", "write", true, Scope::None, true},
};

QJsonObject scopeEntry(const QString &type, const QString &id, const QString &name,
                       const QStringList &permissions)
{
    return {{u"entity"_s, QJsonObject{{u"_id"_s, id}, {u"type"_s, type}, {u"name"_s, name}}},
            {u"permissions"_s, QJsonArray::fromStringList(permissions)}};
}

QJsonObject modelScope(const QString &name, const QStringList &permissions)
{
    return scopeEntry(u"model"_s, objectId(u"models/demo/"_s + name), u"demo/"_s + name,
                      permissions);
}

QJsonObject permissionsOf(const TokenRow &row)
{
    if (QLatin1StringView(row.role) != "fineGrained"_L1)
        return {};
    QJsonArray scoped;
    if (row.scope == Scope::OwnNamespace) {
        const QString user = QString::fromLatin1(row.user);
        scoped.append(scopeEntry(u"user"_s, objectId(user), user, {u"repo.content.read"_s}));
    } else if (row.scope == Scope::PublicModel) {
        scoped.append(
            modelScope(u"evolving-classifier"_s, {u"repo.content.read"_s, u"repo.write"_s}));
    } else if (row.scope == Scope::PrivateModel) {
        scoped.append(modelScope(u"unreleased-assistant"_s, {u"repo.content.read"_s}));
    }
    const QJsonArray global =
        row.scope == Scope::PublicModel ? QJsonArray{u"discussion.write"_s} : QJsonArray();
    return {{u"global"_s, global}, {u"scoped"_s, scoped}};
}

} // namespace

void seedTokens(Hub &hub)
{
    for (const TokenRow &row : kTokens) {
        hub.accounts.addToken({.token = QString::fromLatin1(row.token),
                               .user = QString::fromLatin1(row.user),
                               .displayName = QString::fromLatin1(row.displayName),
                               .role = QString::fromLatin1(row.role),
                               .canReadGated = row.gated,
                               .created = seedDay(2024, 1, 9),
                               .expires = row.expired ? seedDay(2024, 7, 9) : QDateTime(),
                               .permissions = permissionsOf(row),
                               .client = {}});
    }
}

QJsonObject seedTokenRoles()
{
    QJsonObject all;
    for (const TokenRow &row : kTokens) {
        all[QLatin1StringView(row.token)] =
            QJsonObject{{u"user"_s, QString::fromLatin1(row.user)},
                        {u"type"_s, row.isOrg ? u"org"_s : u"user"_s},
                        {u"role"_s, QString::fromLatin1(row.role)},
                        {u"name"_s, QString::fromLatin1(row.displayName)},
                        {u"expired"_s, row.expired}};
    }
    return all;
}

} // namespace hubdesk::localhub
