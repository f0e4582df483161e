// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/people.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

struct Person
{
    QString name;
    QString fullname;
    bool pro;
    QString details;
};

struct Organisation
{
    QString name;
    QString fullname;
    QString details;
    QStringList members;
};

const std::vector<Person> &persons()
{
    static const std::vector<Person> all{
        {u"demo"_s, u"Dana Moreau"_s, true, u"Builds small things with large models."_s},
        {u"alice"_s, u"Alice Nakagawa"_s, false, u"Recipes, watercolours and language models."_s},
        {u"bob"_s, u"Bob Okafor"_s, false, u"Speech and audio."_s},
        {u"carol"_s, u"Carol Lindqvist"_s, false, u"Evaluation and benchmarks."_s},
        {u"dave"_s, u"Dave Petrov"_s, false, u"Computer vision."_s},
        {u"mira-holm"_s, u"Mira Holm"_s, true, u"Research engineer at Northwind AI."_s},
        {u"tomasz-k"_s, u"Tomasz Kowalczyk"_s, false, u"Quantises everything."_s},
        {u"jun-sato"_s, u"Jun Sato"_s, true, u"Diffusion models and colour."_s}};
    return all;
}

const std::vector<Organisation> &organisations()
{
    static const std::vector<Organisation> all{
        {u"northwind-ai"_s,
         u"Northwind AI"_s,
         u"Open language models from the north."_s,
         {u"mira-holm"_s, u"tomasz-k"_s}},
        {u"quantforge"_s, u"Quantforge"_s, u"Every model, every size."_s, {u"tomasz-k"_s}},
        {u"lumen-labs"_s,
         u"Lumen Labs"_s,
         u"Compact encoders for text."_s,
         {u"carol"_s, u"mira-holm"_s}},
        {u"openfjord"_s,
         u"OpenFjord"_s,
         u"Language technology for the Nordic languages."_s,
         {u"carol"_s, u"demo"_s}},
        {u"pixelforge"_s,
         u"Pixelforge"_s,
         u"Image generation that fits on a laptop."_s,
         {u"jun-sato"_s}},
        {u"auditory"_s, u"Auditory"_s, u"Listening machines."_s, {u"bob"_s}},
        {u"visionary"_s, u"Visionary"_s, u"Seeing machines."_s, {u"dave"_s, u"jun-sato"_s}}};
    return all;
}

struct TokenRow
{
    const char *token;
    const char *user;
    const char *displayName;
    const char *role;
    bool gated;
};

constexpr TokenRow kTokens[]{
    {"hf_demo_write", "demo", "laptop", "write", true},
    {"hf_demo_read", "demo", "reader", "read", true},
    {"hf_demo_finegrained", "demo", "ci-public-only", "fineGrained", false},
    {"hf_alice_write", "alice", "studio", "write", true},
    {"hf_bob_write", "bob", "workstation", "write", true},
    {"hf_carol_write", "carol", "notebook", "write", true},
    {"hf_dave_read", "dave", "cluster", "read", true},
};

} // namespace

QDateTime seedDay(int year, int month, int day)
{
    const int minutes = (year * 372 + month * 31 + day) * 137 % (24 * 60);
    return {QDate(year, month, day), QTime(minutes / 60, minutes % 60, day), QTimeZone::UTC};
}

void seedPeople(Hub &hub)
{
    const QDateTime joined = seedDay(2023, 3, 14);
    for (const Person &person : persons()) {
        hub.accounts.add({.name = person.name,
                          .isOrg = false,
                          .fullname = person.fullname,
                          .email = person.name + u"@hub.example"_s,
                          .isPro = person.pro,
                          .details = person.details,
                          .created = joined});
    }
    for (const Organisation &organisation : organisations()) {
        hub.accounts.add({.name = organisation.name,
                          .isOrg = true,
                          .fullname = organisation.fullname,
                          .email = {},
                          .isPro = false,
                          .details = organisation.details,
                          .created = joined});
        for (const QString &member : organisation.members) {
            const bool first = member == organisation.members.first();
            hub.accounts.addMember({organisation.name, member, first ? u"admin"_s : u"write"_s});
        }
    }
    for (const TokenRow &row : kTokens) {
        hub.accounts.addToken({.token = QString::fromLatin1(row.token),
                               .user = QString::fromLatin1(row.user),
                               .displayName = QString::fromLatin1(row.displayName),
                               .role = QString::fromLatin1(row.role),
                               .canReadGated = row.gated,
                               .created = seedDay(2024, 1, 9)});
    }
}

} // namespace hubdesk::localhub
