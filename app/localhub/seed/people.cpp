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

struct Member
{
    QString user;
    QString role;
};

struct Organisation
{
    QString name;
    QString fullname;
    QString details;
    QList<Member> members;
    QString plan = {};
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
        {u"jun-sato"_s, u"Jun Sato"_s, true, u"Diffusion models and colour."_s},
        {u"ada-veldt"_s, u"Ada Veldt"_s, false, u"Dutch and Frisian corpora."_s},
        {u"noor-rahimi"_s, u"Noor Rahimi"_s, false, u"Small models on small machines."_s}};
    return all;
}

const std::vector<Organisation> &organisations()
{
    const QString admin = u"admin"_s;
    const QString write = u"write"_s;
    static const std::vector<Organisation> all{
        {u"northwind-ai"_s,
         u"Northwind AI"_s,
         u"Open language models from the north."_s,
         {{u"mira-holm"_s, admin}, {u"tomasz-k"_s, write}, {u"noor-rahimi"_s, u"contributor"_s}},
         u"enterprise"_s},
        {u"quantforge"_s, u"Quantforge"_s, u"Every model, every size."_s, {{u"tomasz-k"_s, admin}}},
        {u"lumen-labs"_s,
         u"Lumen Labs"_s,
         u"Compact encoders for text."_s,
         {{u"carol"_s, admin}, {u"mira-holm"_s, write}}},
        {u"openfjord"_s,
         u"OpenFjord"_s,
         u"Language technology for the Nordic languages."_s,
         {{u"carol"_s, admin}, {u"demo"_s, write}, {u"ada-veldt"_s, u"contributor"_s}},
         u"team"_s},
        {u"pixelforge"_s,
         u"Pixelforge"_s,
         u"Image generation that fits on a laptop."_s,
         {{u"jun-sato"_s, admin}, {u"alice"_s, u"contributor"_s}}},
        {u"auditory"_s,
         u"Auditory"_s,
         u"Listening machines."_s,
         {{u"bob"_s, admin}, {u"demo"_s, u"read"_s}}},
        {u"visionary"_s,
         u"Visionary"_s,
         u"Seeing machines."_s,
         {{u"dave"_s, admin}, {u"jun-sato"_s, write}}}};
    return all;
}

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
        for (const Member &member : organisation.members)
            hub.accounts.addMember({organisation.name, member.user, member.role});
        if (!organisation.plan.isEmpty())
            hub.accounts.setPlan(organisation.name, organisation.plan);
    }
}

QStringList knownPeople()
{
    QStringList names;
    for (const Person &person : persons())
        names.append(person.name);
    return names;
}

} // namespace hubdesk::localhub
