// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/crowd.h"

#include "app/localhub/seed/people.h"
#include "app/localhub/store/noise.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qint64 kDaySeconds = 24 * 3600;
// One of so many known people likes a repository that has enough likes for them.
constexpr qint64 kKnownLikeOneIn = 3;
constexpr qint64 kKnownLikesFrom = 20;

// Every first name with every surname makes more than a thousand people.
constexpr std::array kFirst{
    "amara", "anton",  "beatriz", "bilal", "chen",  "dalia",  "eero", "elif",  "farid", "freya",
    "goran", "hana",   "ines",    "ivan",  "jana",  "kofi",   "lars", "leila", "marek", "mei",
    "nadia", "nils",   "olga",    "omar",  "priya", "rafael", "ren",  "rosa",  "sami",  "sofia",
    "tariq", "thandi", "umi",     "vera",  "yusuf", "zara",   "zoe",  "aiko"};
constexpr std::array kLast{
    "adeyemi", "almeida", "bauer",  "berg",    "costa", "dubois",  "eriksen", "fischer", "gupta",
    "haddad",  "horvat",  "ito",    "jensen",  "kaya",  "kim",     "kovacs",  "laine",   "lopez",
    "mbeki",   "moretti", "nowak",  "okonkwo", "park",  "petrova", "rahman",  "rossi",   "santos",
    "silva",   "sousa",   "tanaka", "varga",   "weber", "wong",    "yilmaz",  "zhang",   "zimmer"};

struct Follow
{
    const char *who;
    const char *whom;
};

// Among the known people and organisations.
constexpr Follow kFollows[]{{"demo", "alice"},
                            {"demo", "mira-holm"},
                            {"demo", "jun-sato"},
                            {"demo", "northwind-ai"},
                            {"demo", "quantforge"},
                            {"alice", "demo"},
                            {"alice", "jun-sato"},
                            {"alice", "pixelforge"},
                            {"bob", "demo"},
                            {"bob", "carol"},
                            {"bob", "auditory"},
                            {"carol", "mira-holm"},
                            {"carol", "demo"},
                            {"carol", "alice"},
                            {"dave", "jun-sato"},
                            {"dave", "visionary"},
                            {"mira-holm", "tomasz-k"},
                            {"mira-holm", "carol"},
                            {"tomasz-k", "mira-holm"},
                            {"tomasz-k", "quantforge"},
                            {"jun-sato", "alice"},
                            {"jun-sato", "pixelforge"},
                            {"ada-veldt", "carol"},
                            {"ada-veldt", "demo"},
                            {"noor-rahimi", "mira-holm"}};

struct Fame
{
    const char *name;
    qint64 followers; //!< from the crowd
};

constexpr Fame kFame[]{{"northwind-ai", 640}, {"quantforge", 411}, {"mira-holm", 238},
                       {"lumen-labs", 187},   {"pixelforge", 154}, {"jun-sato", 96},
                       {"tomasz-k", 83},      {"openfjord", 58},   {"auditory", 41},
                       {"visionary", 37},     {"demo", 24},        {"alice", 12}};

QString capitalised(QString name)
{
    name[0] = name[0].toUpper();
    return name;
}

QStringList addCrowd(Hub &hub)
{
    QStringList names;
    Noise noise(31);
    for (const char *surname : kLast) {
        for (const char *first : kFirst) {
            const QString one = QString::fromLatin1(first);
            const QString two = QString::fromLatin1(surname);
            const QString name = one + u'-' + two;
            hub.accounts.add(
                {.name = name,
                 .isOrg = false,
                 .fullname = capitalised(one) + u' ' + capitalised(two),
                 .email = name + u"@hub.example"_s,
                 .isPro = noise.below(12) == 0,
                 .details = {},
                 .created = seedDay(2022, 4, 1).addSecs(noise.below(900 * kDaySeconds))});
            names.append(name);
        }
    }
    return names;
}

// `count` neighbours in the crowd, from a place that the noise chooses.
QStringList some(const QStringList &crowd, qint64 count, Noise &noise)
{
    QStringList chosen;
    const qint64 start = noise.below(crowd.size());
    // A step that has no common divisor with the size of the crowd meets everybody once.
    constexpr qint64 kStep = 211;
    for (qint64 i = 0; i < std::min<qint64>(count, crowd.size()); ++i)
        chosen.append(crowd[(start + i * kStep) % crowd.size()]);
    return chosen;
}

void addFollows(Hub &hub, const QStringList &crowd)
{
    for (const Follow &follow : kFollows)
        hub.social.follow(QString::fromLatin1(follow.who), QString::fromLatin1(follow.whom));
    Noise noise(32);
    for (const Fame &fame : kFame) {
        for (const QString &name : some(crowd, fame.followers, noise))
            hub.social.follow(name, QString::fromLatin1(fame.name));
    }
}

void addLikes(Hub &hub, const Repository &repo, const QStringList &crowd)
{
    Noise noise(static_cast<quint64>(repo.rowId) * 7919);
    QStringList likers;
    if (repo.likes >= kKnownLikesFrom) {
        for (const QString &name : knownPeople()) {
            if (noise.below(kKnownLikeOneIn) == 0)
                likers.append(name);
        }
    }
    likers += some(crowd, repo.likes - likers.size(), noise);
    const qint64 span = std::max<qint64>(repo.created.secsTo(seedDay(2025, 4, 1)), kDaySeconds);
    for (const QString &name : std::as_const(likers))
        hub.social.like(name, repo.rowId, repo.created.addSecs(noise.below(span)));
}

} // namespace

void seedCrowd(Hub &hub)
{
    const QStringList crowd = addCrowd(hub);
    addFollows(hub, crowd);
    const RepoCatalog::Snapshot repos = hub.catalog.all();
    for (const Repository &repo : *repos) {
        if (!repo.isPrivate)
            addLikes(hub, repo, crowd);
    }
}

} // namespace hubdesk::localhub
