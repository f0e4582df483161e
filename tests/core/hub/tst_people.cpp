// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/likes.h"
#include "core/hub/people.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

ReplyData reply(const QByteArray &body,
                const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    ReplyData data;
    data.status = 200;
    data.url = QUrl(u"https://hub.example/x"_s);
    data.headers = QHttpHeaders::fromListOfPairs(headers);
    data.body = body;
    return data;
}

} // namespace

//! People and likes: the exact request and the value read; no network.
class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userOverview()
    {
        const RequestSpec spec = UserOverviewRequest{u"ada.l"_s}.spec();
        QCOMPARE(spec.method, "GET");
        QCOMPARE(spec.path, "/api/users/ada.l/overview");
        QVERIFY(spec.query.isEmpty());
        const auto overview = UserOverviewRequest::parse(reply(
            R"({"user":"ada","fullname":"Ada Byron","avatarUrl":"/avatars/1.svg","type":"user","isPro":true,
                "isFollowing":true,"details":" counts ","numModels":12,"numDatasets":3,"numSpaces":0,
                "numLikes":7,"numFollowers":123456789012,"numFollowing":4,"extra":1,
                "createdAt":"2022-03-02T23:29:04.000Z",
                "orgs":[{"id":"1","name":"nordwind","fullname":"Nordwind","avatarUrl":"/y.png"},{}]})"));
        QVERIFY(overview);
        QCOMPARE(overview->person,
                 (Person{PersonKind::User, u"ada"_s, u"Ada Byron"_s, u"/avatars/1.svg"_s, true,
                         QString()}));
        QVERIFY(overview->isFollowed && !overview->isVerified);
        QCOMPARE(overview->details, u"counts"_s);
        QCOMPARE(overview->models, 12);
        QCOMPARE(overview->datasets, 3);
        QCOMPARE(overview->spaces, 0);
        QCOMPARE(overview->likes, 7);
        QCOMPARE(overview->followers, 123456789012);
        QCOMPARE(overview->following, 4);
        QCOMPARE(overview->members, -1);
        QCOMPARE(overview->createdAt,
                 QDateTime(QDate(2022, 3, 2), QTime(23, 29, 4), QTimeZone::UTC));
        QCOMPARE(overview->organizations.size(), 1u);
        QCOMPARE(overview->organizations.front(),
                 (Person{PersonKind::Organization, u"nordwind"_s, u"Nordwind"_s, u"/y.png"_s, false,
                         QString()}));
        QCOMPARE(overview->raw.value("extra"_L1).toInt(), 1);
    }

    void organizationOverview()
    {
        QCOMPARE(OrganizationOverviewRequest{u"nord wind/../x"_s}.spec().path,
                 "/api/organizations/nord%20wind%2F..%2Fx/overview");
        const auto overview = OrganizationOverviewRequest::parse(reply(
            R"({"name":"nordwind","fullname":"Nordwind","avatarUrl":"a","isVerified":true,"plan":"team",
                "numUsers":5,"numModels":1,"numFollowers":9})"));
        QVERIFY(overview);
        QCOMPARE(overview->person.kind, PersonKind::Organization);
        QCOMPARE(overview->person.name, u"nordwind"_s);
        QVERIFY(overview->isVerified && !overview->isFollowed);
        QCOMPARE(overview->plan, u"team"_s);
        QCOMPARE(overview->members, 5);
        QCOMPARE(overview->datasets, -1);
        QVERIFY(overview->organizations.empty());
    }

    void overviewNeedsAName()
    {
        for (const char *body :
             {"{}", "{\"fullname\":\"x\"}", "{\"user\":\"\"}", "[]", "nothing"}) {
            const auto overview = UserOverviewRequest::parse(reply(body));
            QVERIFY2(!overview, body);
            QCOMPARE(overview.error().kind, ErrorKind::Protocol);
        }
    }

    void people_data()
    {
        QTest::addColumn<int>("list");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const char *name, PeopleRequest::List list, const QByteArray &path) {
            QTest::newRow(name) << static_cast<int>(list) << path;
        };
        using enum PeopleRequest::List;
        row("followers", Followers, "/api/users/some%20one/followers");
        row("following", Following, "/api/users/some%20one/following");
        row("members", Members, "/api/organizations/some%20one/members");
        row("followers of an organization", OrganizationFollowers,
            "/api/organizations/some%20one/followers");
    }
    void people()
    {
        QFETCH(int, list);
        QFETCH(QByteArray, path);
        const PeopleRequest request{u"some one"_s, static_cast<PeopleRequest::List>(list)};
        QCOMPARE(request.spec().method, "GET");
        QCOMPARE(request.spec().path, path);
        const auto page = PeopleRequest::parse(
            reply(R"([{"user":"a","fullname":"A","type":"user","isPro":true,"role":"admin"},
                      {"name":"b","type":"org"},{"user":"c"},{"user":"d","type":"robot"}])",
                  {{"Link", "<https://hub.example/next?cursor=x>; rel=\"next\""}}));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 4u);
        QCOMPARE(page->items[0].role, u"admin"_s);
        QVERIFY(page->items[0].isPro);
        QCOMPARE(page->items[0].kind, PersonKind::User);
        QCOMPARE(page->items[1].kind, PersonKind::Organization);
        QCOMPARE(page->items[2].kind, PersonKind::User);
        QCOMPARE(page->items[3].kind, PersonKind::Unknown);
        QCOMPARE(page->next, QUrl(u"https://hub.example/next?cursor=x"_s));
        QVERIFY(!PeopleRequest::parse(reply("{}")));
        QVERIFY(!PeopleRequest::parse(reply(R"([{"fullname":"nobody"}])")));
    }

    void likedRepos()
    {
        QCOMPARE(LikedReposRequest{u"ada"_s}.spec().path, "/api/users/ada/likes");
        const auto page = LikedReposRequest::parse(reply(
            R"([{"createdAt":"2024-01-02T03:04:05.000Z","repo":{"name":"ns/m","type":"model"}},
                {"repo":{"name":"ns/d","type":"dataset"}},{"repo":{"name":"ns/s","type":"space"}},
                {"repo":{"name":"ns/k","type":"kernel"}},{"repo":{"name":"../..","type":"model"}}])"));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 5u);
        QCOMPARE(page->items[0],
                 (LikedRepo{u"ns/m"_s, u"model"_s, RepoType::Model,
                            QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5), QTimeZone::UTC)}));
        QCOMPARE(page->items[1].type, RepoType::Dataset);
        QCOMPARE(page->items[2].type, RepoType::Space);
        QVERIFY(!page->items[3].type); // named, but there is no page for it
        QVERIFY(!page->items[4].type); // no repo is called so
        QVERIFY(!page->items[1].likedAt.isValid());
        QVERIFY(!LikedReposRequest::parse(reply(R"([{"repo":{"type":"model"}}])")));
    }

    void like()
    {
        const RepoId space{RepoType::Space, u"ns/app"_s};
        const RequestSpec like = LikeRequest{space, true}.spec();
        QCOMPARE(like.method, "POST");
        QCOMPARE(like.path, "/api/spaces/ns/app/like");
        QVERIFY(like.body.isEmpty());
        QVERIFY(like.isRepeatable());
        const RequestSpec unlike = LikeRequest{space, false}.spec();
        QCOMPARE(unlike.method, "DELETE");
        QCOMPARE(unlike.path, like.path);
        QVERIFY(LikeRequest::parse(reply("OK")));
        QVERIFY(LikeRequest::parse(reply({})));
    }

    void avatars_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("address");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("path") << u"/avatars/a b.svg?v=2"_s
                              << u"https://hub.example/base/avatars/a%20b.svg?v=2"_s;
        QTest::newRow("complete") << u"https://cdn.example/x.png"_s
                                  << u"https://cdn.example/x.png"_s;
        QTest::newRow("scheme of the endpoint")
            << u"//cdn.example/x.png"_s << u"https://cdn.example/x.png"_s;
        QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("word") << u"avatar.png"_s << QString();
    }
    void avatars()
    {
        QFETCH(QString, text);
        QFETCH(QString, address);
        const QUrl url = avatarAddress(text, QUrl(u"https://hub.example/base"_s));
        QCOMPARE(QString::fromLatin1(url.toEncoded()), address);
    }

    void pages()
    {
        QCOMPARE(personPage(QUrl(u"https://hub.example"_s), u"ada"_s),
                 QUrl(u"https://hub.example/ada"_s));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("mayBeRepo");
        const auto row = [](const QString &text, const QString &name, bool mayBeRepo = false) {
            QTest::newRow(qPrintable(text)) << text << name << mayBeRepo;
        };
        row(u" @ada "_s, u"ada"_s);
        row(u"@nord-wind_1.x"_s, u"nord-wind_1.x"_s);
        row(u"hf://@ada"_s, u"ada"_s);
        row(u"hf://ada"_s, u"ada"_s, true);
        row(u"https://hub.example/ada"_s, u"ada"_s, true);
        row(u"https://hub.example/ada/?tab=x#y"_s, u"ada"_s, true);
        row(u"https://huggingface.co/ada"_s, u"ada"_s, true);
        for (const QString &other :
             {u"@"_s, u"@a/b"_s, u"@a b"_s, u"@.."_s, u"@a\n"_s + u"b"_s, u"ada"_s, u"hf://"_s,
              u"hf://ada/model"_s, u"hf://ada@v1"_s, u"hf://datasets/ada"_s,
              u"https://hub.example/"_s, u"https://hub.example/ada/model"_s,
              u"https://hub.example/datasets/ada"_s, u"https://elsewhere.example/ada"_s,
              u"file:///ada"_s})
            row(other, {});
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(bool, mayBeRepo);
        const auto address = parsePersonAddress(text, u"hub.example"_s);
        QCOMPARE(address.has_value(), !name.isEmpty());
        if (address)
            QCOMPARE(*address, (PersonAddress{name, mayBeRepo}));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::PeopleTest)
#include "tst_people.moc"
