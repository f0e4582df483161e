// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/samplepeople.h"

namespace hubdesk {

namespace {

const QByteArray kTess = R"({"_id":"1","user":"tess-marlow","fullname":"Tess Marlow",
    "avatarUrl":"/avatars/tess.svg","type":"user","isPro":true,"isFollowing":true,
    "details":"Tides, harbours and small language models. Formerly at the lighthouse authority.",
    "createdAt":"2022-03-02T23:29:04.000Z","numModels":21,"numDatasets":4,"numSpaces":0,
    "numLikes":5,"numFollowers":1234,"numFollowing":2,
    "orgs":[{"id":"2","name":"nordwind","fullname":"Nordwind Research","avatarUrl":"/avatars/n.svg"},
            {"id":"3","name":"lab-1","fullname":"Laboratory One","avatarUrl":"/avatars/none.svg"}]})";

const QByteArray kNordwind = R"({"name":"nordwind","fullname":"Nordwind Research",
    "avatarUrl":"/avatars/n.svg","type":"org","isVerified":true,"plan":"team",
    "details":"Models for people who go to sea.","numUsers":3,"numModels":21,"numDatasets":4,
    "numSpaces":2,"numFollowers":25})";

const QByteArray kLikes = R"([
    {"createdAt":"2026-08-11T08:30:00.000Z","repo":{"name":"lab-2/model-2","type":"model"}},
    {"createdAt":"2026-07-11T08:30:00.000Z","repo":{"name":"nordwind/tides","type":"dataset"}},
    {"createdAt":"2026-05-11T08:30:00.000Z","repo":{"name":"lab-3/harbour-map","type":"space"}},
    {"createdAt":"2026-04-11T08:30:00.000Z","repo":{"name":"lab-3/fast-waves","type":"kernel"}},
    {"createdAt":"2026-03-11T08:30:00.000Z","repo":{"name":"gpt2","type":"model"}}])";

QByteArray avatar(const QByteArray &colour)
{
    return R"(<svg xmlns="http)"
           ":"
           R"(//www.w3.org/2000/svg" width="64" height="64">
        <rect width="64" height="64" fill=")"
        + colour + R"("/><circle cx="32" cy="26" r="11"
        fill="white"/><path d="M10 64a22 24 0 0 1 44 0z" fill="white"/></svg>)";
}

QByteArray person(const QByteArray &name, const QByteArray &fullName, const QByteArray &more = {})
{
    return R"({"user":")" + name + R"(","fullname":")" + fullName + R"(","avatarUrl":"/avatars/)"
        + name + R"(.svg","type":"user")" + more + '}';
}

QByteArray followers(int from, int count)
{
    QByteArrayList list;
    for (int i = from; i < from + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        list.append(
            person("sailor-" + number, "Sailor " + number, i % 4 == 0 ? R"(,"isPro":true)" : ""));
    }
    return '[' + list.join(',') + ']';
}

} // namespace

bool answerAboutPeople(FakeReply *reply)
{
    const QByteArray target = reply->target();
    const bool ofUser = target.startsWith("/api/users/");
    const bool ofOrganization = target.startsWith("/api/organizations/");
    if (target.startsWith("/avatars/")) {
        if (target.contains("tess"))
            reply->finishWith(200, avatar("#3F51B5"));
        else if (target.contains("/n."))
            reply->finishWith(200, avatar("#1E7B45"));
        else
            reply->finishWith(404, "not here");
        return true;
    }
    if (!ofUser && !ofOrganization)
        return false;
    const QByteArray name = target.split('/').value(3);
    const bool isUser = name == "tess-marlow";
    const bool isOrganization = name == "nordwind" || name.startsWith("lab-");
    if ((ofUser && !isUser) || (ofOrganization && !isOrganization)) {
        reply->finishWith(404, R"({"error":"There is no such one"})");
    } else if (target.endsWith("/overview")) {
        reply->finishWith(200,
                          isUser                   ? kTess
                              : name == "nordwind" ? kNordwind
                                                   : R"({"name":")" + name + R"("})");
    } else if (target.endsWith("/likes")) {
        reply->finishWith(200, kLikes);
    } else if (target.endsWith("/members")) {
        reply->finishWith(200,
                          '['
                              + QByteArrayList{person("tess-marlow", "Tess Marlow",
                                                      R"(,"isPro":true,"role":"admin")"),
                                               person("ole", "Ole Brandt", R"(,"role":"write")"),
                                               person("mia", "", R"(,"role":"read")")}
                                    .join(',')
                              + ']');
    } else if (target.endsWith("/following")) {
        reply->finishWith(
            200,
            '[' + person("ole", "Ole Brandt")
                + R"(,{"name":"nordwind","fullname":"Nordwind Research","type":"org"}])");
    } else if (target.endsWith("/followers")) {
        reply->finishWith(200, followers(1, 20),
                          {{"Link",
                            "<http:"
                            "//hub.test"
                                + target + "?cursor=2>; rel=\"next\""}});
    } else if (target.contains("/followers?cursor=2")) {
        reply->finishWith(200, followers(21, 5));
    } else {
        reply->finishWith(404, "{}");
    }
    return true;
}

} // namespace hubdesk
