// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/hub.h"
#include "app/localhub/localhub.h"
#include "tests/app/localhub/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

class LocalHubPeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seedTellsTheTokens();
    void whoamiOfAUser();
    void whoamiOfAnOrganisation();
    void whoamiOfAFineGrainedToken();
    void expiredToken_data();
    void expiredToken();
    void scopes_data();
    void scopes();
    void scopedListsHideOtherPrivateRepos();
    void userOverview();
    void organisationOverview();
    void unknownPeople_data();
    void unknownPeople();
    void followersArePaged();
    void followingAgreesWithFollowers();
    void members();
    void likersAgreeWithTheCount();
    void likesArePagedAndPublic();
    void likeAndUnlike();
    void likingNeedsTheRight_data();
    void likingNeedsTheRight();
    void uploadedAvatar();
    void drawnAvatar();
    void avatarRoutes();
    void folderOfAnOlderSeed();

private:
    QJsonObject object(const QByteArray &target, const QByteArray &token = {});
    QJsonArray allPages(const QByteArray &target, const QByteArray &token = {});
    qint64 likesOf(const QByteArray &model);

    QTemporaryDir m_folder;
    std::unique_ptr<LocalHub> m_hub;
    std::unique_ptr<RawClient> m_client;
};

void LocalHubPeopleTest::initTestCase()
{
    auto hub = LocalHub::start({.folder = m_folder.path()});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    m_hub = *std::move(hub);
    m_client = std::make_unique<RawClient>(m_hub->endpoint());
}

QJsonObject LocalHubPeopleTest::object(const QByteArray &target, const QByteArray &token)
{
    return m_client->get(target, token).json().object();
}

QJsonArray LocalHubPeopleTest::allPages(const QByteArray &target, const QByteArray &token)
{
    static const QRegularExpression next(u"^<(http://[^>]+)>; rel=\"next\"$"_s);
    QJsonArray all;
    QByteArray page = target;
    for (int i = 0; i < 100 && !page.isEmpty(); ++i) {
        const RawReply reply = m_client->get(page, token);
        for (const QJsonValue &item : reply.json().array())
            all.append(item);
        page =
            targetOf(next.match(QString::fromLatin1(reply.header("link"))).captured(1).toLatin1());
    }
    return all;
}

qint64 LocalHubPeopleTest::likesOf(const QByteArray &model)
{
    return object("/api/models/" + model)[u"likes"].toInteger();
}

void LocalHubPeopleTest::seedTellsTheTokens()
{
    const QJsonObject tokens = object("/_localhub/seed")[u"tokens"].toObject();
    QVERIFY(tokens.size() > 8);
    for (auto it = tokens.begin(); it != tokens.end(); ++it) {
        const RawReply reply = m_client->get("/api/whoami-v2", it.key().toLatin1());
        if (it.value()[u"expired"].toBool()) {
            QCOMPARE(reply.status, 401);
            continue;
        }
        const QJsonObject who = reply.json().object();
        QCOMPARE(who[u"name"], it.value()[u"user"]);
        QCOMPARE(who[u"type"], it.value()[u"type"]);
        QCOMPARE(who[u"auth"][u"accessToken"][u"role"], it.value()[u"role"]);
        QCOMPARE(who[u"auth"][u"accessToken"][u"displayName"], it.value()[u"name"]);
    }
}

void LocalHubPeopleTest::whoamiOfAUser()
{
    const QJsonObject who = object("/api/whoami-v2", "hf_demo_write");
    QCOMPARE(who[u"type"].toString(), u"user"_s);
    QCOMPARE(who[u"fullname"].toString(), u"Dana Moreau"_s);
    QCOMPARE(who[u"email"].toString(), u"demo@hub.example"_s);
    QVERIFY(who[u"emailVerified"].toBool());
    QVERIFY(who[u"isPro"].toBool());
    QVERIFY(who[u"canPay"].toBool());
    QVERIFY(who[u"periodEnd"].toInteger() > 1'700'000'000);
    QVERIFY(who[u"avatarUrl"].toString().startsWith(m_hub->cdn() + u'/'));
    QCOMPARE(who[u"auth"][u"type"].toString(), u"access_token"_s);
    QHash<QString, QString> roles;
    for (const QJsonValue &org : who[u"orgs"].toArray()) {
        QCOMPARE(org[u"type"].toString(), u"org"_s);
        QVERIFY(!org[u"fullname"].toString().isEmpty());
        QVERIFY(!org[u"avatarUrl"].toString().isEmpty());
        roles.insert(org[u"name"].toString(), org[u"roleInOrg"].toString());
    }
    QCOMPARE(roles,
             (QHash<QString, QString>{{u"openfjord"_s, u"write"_s}, {u"auditory"_s, u"read"_s}}));
    QVERIFY(object("/api/whoami-v2", "hf_alice_write")[u"periodEnd"].isNull());
}

void LocalHubPeopleTest::whoamiOfAnOrganisation()
{
    const QJsonObject who = object("/api/whoami-v2", "api_org_openfjord");
    QCOMPARE(who[u"type"].toString(), u"org"_s);
    QCOMPARE(who[u"name"].toString(), u"openfjord"_s);
    QCOMPARE(who[u"auth"][u"accessToken"][u"role"].toString(), u"write"_s);
    for (const QString &personal : {u"orgs"_s, u"isPro"_s, u"emailVerified"_s})
        QVERIFY2(!who.contains(personal), qPrintable(personal));
}

void LocalHubPeopleTest::whoamiOfAFineGrainedToken()
{
    const QJsonObject who = object("/api/whoami-v2", "hf_demo_fine");
    QCOMPARE(who[u"name"].toString(), u"demo"_s);
    const QJsonValue access = who[u"auth"][u"accessToken"];
    QCOMPARE(access[u"role"].toString(), u"fineGrained"_s);
    const QJsonValue fine = access[u"fineGrained"];
    QVERIFY(fine[u"canReadGatedRepos"].toBool());
    QCOMPARE(fine[u"global"].toArray(), QJsonArray{u"discussion.write"_s});
    QCOMPARE(fine[u"scoped"].toArray().size(), 1);
    const QJsonValue scope = fine[u"scoped"][0];
    QCOMPARE(scope[u"entity"][u"type"].toString(), u"model"_s);
    QCOMPARE(scope[u"entity"][u"name"].toString(), u"demo/evolving-classifier"_s);
    QCOMPARE(scope[u"entity"][u"_id"].toString(),
             object("/api/models/demo/evolving-classifier")[u"_id"].toString());
    QCOMPARE(scope[u"permissions"].toArray(),
             (QJsonArray{u"repo.content.read"_s, u"repo.write"_s}));
    QVERIFY(!object("/api/whoami-v2", "hf_demo_write")[u"auth"][u"accessToken"].toObject().contains(
        u"fineGrained"));
}

void LocalHubPeopleTest::expiredToken_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("whoami") << "/api/whoami-v2"_ba;
    QTest::newRow("public repo") << "/api/models/demo/evolving-classifier"_ba;
    QTest::newRow("file") << "/demo/evolving-classifier/resolve/main/config.json"_ba;
}

void LocalHubPeopleTest::expiredToken()
{
    QFETCH(const QByteArray, target);
    const RawReply reply = m_client->get(target, "hf_demo_expired");
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.header("x-error-message"), "User Access Token \"old-laptop\" is expired"_ba);
    QVERIFY(!reply.headers.contains("x-error-code"));
    QCOMPARE(reply.json()[u"error"].toString(), u"User Access Token \"old-laptop\" is expired"_s);
}

void LocalHubPeopleTest::scopes_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const QByteArray hidden = "/api/models/demo/unreleased-assistant";
    const QByteArray own = "/api/models/demo/evolving-classifier/auth-check/write";
    const QByteArray gated = "/api/models/northwind-ai/Borealis-13B-Preview/auth-check";
    QTest::newRow("private, in scope") << hidden << "hf_demo_fine_private"_ba << 200 << ""_ba;
    QTest::newRow("private, other scope")
        << hidden << "hf_demo_fine"_ba << 404 << "RepoNotFound"_ba;
    QTest::newRow("private, scope of the user")
        << hidden << "hf_demo_finegrained"_ba << 200 << ""_ba;
    QTest::newRow("private, organisation's token")
        << hidden << "api_org_openfjord"_ba << 404 << "RepoNotFound"_ba;
    QTest::newRow("write, in scope") << own << "hf_demo_fine"_ba << 200 << ""_ba;
    QTest::newRow("write, other scope") << own << "hf_demo_fine_private"_ba << 403 << ""_ba;
    QTest::newRow("write, scope to read") << own << "hf_demo_finegrained"_ba << 403 << ""_ba;
    QTest::newRow("gated, not allowed")
        << gated << "hf_demo_fine_private"_ba << 403 << "GatedRepo"_ba;
    QTest::newRow("gated, not asked for") << gated << "hf_demo_fine"_ba << 403 << "GatedRepo"_ba;
    QTest::newRow("write as a reader of the organisation")
        << "/api/models/auditory/murmur-small-asr/auth-check/write"_ba << "hf_demo_write"_ba << 403
        << ""_ba;
    QTest::newRow("write as the organisation")
        << "/api/datasets/openfjord/nordic-news/auth-check/write"_ba << "api_org_openfjord"_ba
        << 200 << ""_ba;
}

void LocalHubPeopleTest::scopes()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, token);
    const RawReply reply = m_client->get(target, token);
    QTEST(reply.status, "status");
    QTEST(reply.header("x-error-code"), "code");
}

void LocalHubPeopleTest::scopedListsHideOtherPrivateRepos()
{
    const auto lists = [this](const QByteArray &token) {
        for (const QJsonValue &model : allPages("/api/models?author=demo", token)) {
            if (model[u"id"].toString() == "demo/unreleased-assistant"_L1)
                return true;
        }
        return false;
    };
    QVERIFY(lists("hf_demo_read"));
    QVERIFY(lists("hf_demo_fine_private"));
    QVERIFY(!lists("hf_demo_fine"));
    const auto models = [this](const QByteArray &token) {
        return object("/api/users/demo/overview", token)[u"numModels"].toInteger();
    };
    QCOMPARE(models("hf_demo_fine"), models({}));
    QCOMPARE(models("hf_demo_fine_private"), models({}) + 1);
}

void LocalHubPeopleTest::userOverview()
{
    const QJsonObject anonymous = object("/api/users/Demo/overview");
    QCOMPARE(anonymous[u"user"].toString(), u"demo"_s);
    QCOMPARE(anonymous[u"type"].toString(), u"user"_s);
    QVERIFY(!anonymous.contains(u"isFollowing"));
    QVERIFY(!anonymous[u"details"].toString().isEmpty());
    QCOMPARE(anonymous[u"orgs"].toArray().size(), 2);
    QCOMPARE(anonymous[u"numFollowing"].toInteger(), 3);
    QCOMPARE(anonymous[u"numFollowingOrgs"].toInteger(), 2);
    QCOMPARE(anonymous[u"numFollowers"].toInteger(), allPages("/api/users/demo/followers").size());
    QCOMPARE(anonymous[u"numLikes"].toInteger(), allPages("/api/users/demo/likes").size());
    QVERIFY(object("/api/users/demo/overview", "hf_alice_write")[u"isFollowing"].toBool());
    QVERIFY(!object("/api/users/demo/overview", "hf_dave_read")[u"isFollowing"].toBool(true));
}

void LocalHubPeopleTest::organisationOverview()
{
    const QJsonObject org = object("/api/organizations/northwind-ai/overview", "hf_demo_read");
    QCOMPARE(org[u"name"].toString(), u"northwind-ai"_s);
    QCOMPARE(org[u"type"].toString(), u"org"_s);
    QCOMPARE(org[u"plan"].toString(), u"enterprise"_s);
    QVERIFY(org[u"isVerified"].toBool());
    QVERIFY(org[u"isFollowing"].toBool());
    QCOMPARE(org[u"numUsers"].toInteger(), 3);
    QCOMPARE(org[u"numFollowers"].toInteger(), 641);
    QVERIFY(org[u"numModels"].toInteger() > 3);
    QVERIFY(!object("/api/organizations/auditory/overview").contains(u"plan"));
}

void LocalHubPeopleTest::unknownPeople_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("user") << "/api/users/nobody/overview"_ba;
    QTest::newRow("organisation as a user") << "/api/users/openfjord/followers"_ba;
    QTest::newRow("user as an organisation") << "/api/organizations/demo/members"_ba;
    QTest::newRow("likes") << "/api/users/nobody/likes"_ba;
    QTest::newRow("avatar") << "/api/users/openfjord/avatar"_ba;
    QTest::newRow("any avatar") << "/api/avatars/nobody"_ba;
    QTest::newRow("members of a user") << "/api/users/demo/members"_ba;
    QTest::newRow("other part") << "/api/users/demo/secrets"_ba;
}

void LocalHubPeopleTest::unknownPeople()
{
    QFETCH(const QByteArray, target);
    const RawReply reply = m_client->get(target);
    QCOMPARE(reply.status, 404);
    QVERIFY(!reply.json()[u"error"].toString().isEmpty());
}

void LocalHubPeopleTest::followersArePaged()
{
    const RawReply first = m_client->get("/api/organizations/northwind-ai/followers");
    QCOMPARE(first.json().array().size(), 500);
    QVERIFY(first.headers.contains("link"));
    const QJsonArray all = allPages("/api/organizations/northwind-ai/followers?limit=100");
    QSet<QString> names;
    for (const QJsonValue &person : all)
        names.insert(person[u"user"].toString());
    QCOMPARE(all.size(), 641);
    QCOMPARE(names.size(), all.size());
    QVERIFY(names.contains(u"demo"_s));
    // As everywhere a page has at least ten people.
    const RawReply small = m_client->get("/api/organizations/northwind-ai/followers?limit=2");
    QCOMPARE(small.json().array().size(), 10);
    const QJsonObject person = first.json()[0].toObject();
    for (const QString &key : {u"user"_s, u"fullname"_s, u"avatarUrl"_s, u"type"_s, u"isPro"_s})
        QVERIFY2(person.contains(key), qPrintable(key));
    QVERIFY(!person.contains(u"isFollowing"));
}

void LocalHubPeopleTest::followingAgreesWithFollowers()
{
    const QJsonArray following = allPages("/api/users/demo/following", "hf_demo_read");
    QCOMPARE(following.size(), 3);
    for (const QJsonValue &person : following) {
        QVERIFY(person[u"isFollowing"].toBool());
        const QByteArray name = person[u"user"].toString().toLatin1();
        const QJsonArray followers = allPages("/api/users/" + name + "/followers");
        QVERIFY(std::ranges::any_of(followers, [](const QJsonValue &follower) {
            return follower[u"user"].toString() == "demo"_L1;
        }));
    }
}

void LocalHubPeopleTest::members()
{
    const QJsonArray members = allPages("/api/organizations/openfjord/members");
    QHash<QString, QString> roles;
    for (const QJsonValue &member : members)
        roles.insert(member[u"user"].toString(), member[u"role"].toString());
    QCOMPARE(roles,
             (QHash<QString, QString>{{u"carol"_s, u"admin"_s},
                                      {u"demo"_s, u"write"_s},
                                      {u"ada-veldt"_s, u"contributor"_s}}));
    const QJsonArray found = allPages("/api/organizations/openfjord/members?search=LINDQ");
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"user"].toString(), u"carol"_s);
}

void LocalHubPeopleTest::likersAgreeWithTheCount()
{
    for (const QByteArray &type : {"models"_ba, "datasets"_ba, "spaces"_ba}) {
        for (const QJsonValue &repo : allPages("/api/" + type)) {
            const QByteArray id = repo[u"id"].toString().toUtf8();
            const QJsonArray likers = allPages("/api/" + type + '/' + id + "/likers");
            QVERIFY2(likers.size() == repo[u"likes"].toInteger(), id.constData());
        }
    }
    const QJsonArray likers = allPages("/api/models/northwind-ai/Borealis-3B/likers?limit=50");
    QCOMPARE(likers.size(), likesOf("northwind-ai/Borealis-3B"));
    QVERIFY(!likers[0][u"fullname"].toString().isEmpty());
}

void LocalHubPeopleTest::likesArePagedAndPublic()
{
    const QJsonArray likes = allPages("/api/users/demo/likes?limit=4");
    QVERIFY(likes.size() > 8);
    QString before = u"9999"_s;
    for (const QJsonValue &like : likes) {
        QVERIFY(like[u"createdAt"].toString() <= before);
        before = like[u"createdAt"].toString();
        const QByteArray type = like[u"repo"][u"type"].toString().toLatin1();
        const QByteArray id = like[u"repo"][u"name"].toString().toUtf8();
        QCOMPARE(m_client->get("/api/" + type + "s/" + id).status, 200);
    }
    // Nobody is told about the likes of private repositories, not even the one who likes.
    const RawRequest like{.method = "POST",
                          .target = "/api/models/demo/unreleased-assistant/like",
                          .token = "hf_demo_write"};
    QCOMPARE(m_client->send(like).status, 200);
    QCOMPARE(allPages("/api/users/demo/likes", "hf_demo_write").size(), likes.size());
}

void LocalHubPeopleTest::likeAndUnlike()
{
    const QByteArray repo = "alice/borealis-haiku-lora";
    const QByteArray target = "/api/models/" + repo + "/like";
    const auto likes = [&] {
        const QJsonArray all = allPages("/api/users/carol/likes");
        return std::ranges::any_of(all, [&](const QJsonValue &like) {
            return like[u"repo"][u"name"].toString().toLatin1() == repo;
        });
    };
    const auto send = [&](const QByteArray &method) {
        return m_client->send({.method = method, .target = target, .token = "hf_carol_write"})
            .status;
    };
    QCOMPARE(send("DELETE"), 200);
    const qint64 count = likesOf(repo);
    QVERIFY(!likes());
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(send("POST"), 200);
        QCOMPARE(likesOf(repo), count + 1);
    }
    QVERIFY(likes());
    const QJsonArray likers = allPages("/api/models/" + repo + "/likers");
    QCOMPARE(likers.size(), count + 1);
    QCOMPARE(likers[0][u"user"].toString(), u"carol"_s); // the newest like is the first
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(send("DELETE"), 200);
        QCOMPARE(likesOf(repo), count);
    }
    QVERIFY(!likes());
}

void LocalHubPeopleTest::likingNeedsTheRight_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << ""_ba << 401;
    QTest::newRow("read") << "hf_demo_read"_ba << 403;
    QTest::newRow("organisation") << "api_org_openfjord"_ba << 403;
    QTest::newRow("fine-grained") << "hf_demo_fine"_ba << 403;
}

void LocalHubPeopleTest::likingNeedsTheRight()
{
    QFETCH(const QByteArray, token);
    const QByteArray repo = "demo/evolving-classifier";
    const qint64 count = likesOf(repo);
    for (const QByteArray &method : {"POST"_ba, "DELETE"_ba}) {
        const RawReply reply = m_client->send(
            {.method = method, .target = "/api/models/" + repo + "/like", .token = token});
        QTEST(reply.status, "status");
    }
    QCOMPARE(likesOf(repo), count);
}

void LocalHubPeopleTest::uploadedAvatar()
{
    const QByteArray url = object("/api/users/demo/overview")[u"avatarUrl"].toString().toLatin1();
    QVERIFY(url.startsWith(m_hub->cdn().toLatin1() + '/'));
    const RawClient cdn(m_hub->cdn());
    const RawReply picture = cdn.get(targetOf(url));
    QCOMPARE(picture.header("content-type"), "image/png"_ba);
    QVERIFY(picture.body.startsWith("\x89PNG"));
    // It is a foreign host: who sends a token there is told off.
    QCOMPARE(cdn.get(targetOf(url), "hf_demo_read").status, 400);
    QCOMPARE(cdn.get("/avatars/zz.png").status, 404);
}

void LocalHubPeopleTest::drawnAvatar()
{
    const QByteArray path =
        object("/api/users/amara-adeyemi/overview")[u"avatarUrl"].toString().toLatin1();
    QVERIFY(path.startsWith("/avatars/"));
    const RawReply picture = m_client->get(path);
    QCOMPARE(picture.header("content-type"), "image/svg+xml"_ba);
    QVERIFY(picture.body.startsWith("<svg"));
}

void LocalHubPeopleTest::avatarRoutes()
{
    const QByteArray user = object("/api/users/demo/overview")[u"avatarUrl"].toString().toLatin1();
    QCOMPARE(object("/api/users/demo/avatar")[u"avatarUrl"].toString().toLatin1(), user);
    QCOMPARE(m_client->get("/api/users/demo/avatar?redirect=1").header("location"), user);
    const RawReply image = m_client->send(
        {.target = "/api/users/demo/avatar", .headers = {{"Sec-Fetch-Dest", "image"}}});
    QCOMPARE(image.status, 302);
    QCOMPARE(image.header("location"), user);
    QCOMPARE(m_client->get("/api/avatars/demo").header("location"), user);
    QVERIFY(object("/api/organizations/openfjord/avatar").contains(u"avatarUrl"));
    QVERIFY(object("/api/users/demo/socials")[u"socialHandles"].isObject());
}

void LocalHubPeopleTest::folderOfAnOlderSeed()
{
    const QTemporaryDir folder;
    {
        auto old = Hub::open(folder.path());
        QVERIFY(old.has_value());
        Account account;
        account.name = u"old"_s;
        account.fullname = u"Old User"_s;
        account.created = QDateTime::fromSecsSinceEpoch(1'700'000'000);
        (*old)->accounts.add(account);
        Repository repo;
        repo.ns = u"old"_s;
        repo.name = u"model"_s;
        repo.likes = 7;
        repo.created = account.created;
        QVERIFY((*old)->catalog.add(repo));
        Database &database = *(*old)->database;
        QVERIFY(database.execute(u"INSERT INTO tokens (token, user, name, role, gated, created)"
                                 " VALUES ('hf_old', 'old', 'first', 'write', 1, '2024-01-01')"_s));
        for (const QString &table :
             {u"token_details"_s, u"refresh_tokens"_s, u"plans"_s, u"follows"_s, u"likes"_s})
            QVERIFY(database.execute(u"DROP TABLE "_s + table));
    }
    const auto hub = LocalHub::start({.folder = folder.path()});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    const RawClient client((*hub)->endpoint());
    QCOMPARE(client.get("/_localhub/seed").body, "{}"_ba);
    const QJsonObject who = client.get("/api/whoami-v2", "hf_old").json().object();
    QCOMPARE(who[u"auth"][u"accessToken"][u"displayName"].toString(), u"first"_s);
    QCOMPARE(client.get("/api/users/old/overview").json()[u"numFollowers"].toInt(-1), 0);
    QCOMPARE(client.get("/api/models/old/model/likers").body, "[]"_ba);
    QCOMPARE(
        client.send({.method = "POST", .target = "/api/models/old/model/like", .token = "hf_old"})
            .status,
        200);
    QCOMPARE(client.get("/api/models/old/model/likers").json().array().size(), 1);
}

QTEST_GUILESS_MAIN(LocalHubPeopleTest)
#include "tst_localhubpeople.moc"
