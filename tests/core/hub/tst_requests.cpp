// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/filemetadata.h"
#include "core/hub/gate.h"
#include "core/hub/refs.h"
#include "core/hub/search.h"
#include "core/hub/tree.h"
#include "core/hub/users.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

const RepoId kModel{RepoType::Model, QStringLiteral("ns/m")};

ReplyData reply(const QByteArray &body,
                const QList<std::pair<QByteArray, QByteArray>> &headers = {}, int status = 200)
{
    ReplyData data;
    data.status = status;
    data.url = QUrl(u"https://hub.example/x"_s);
    data.headers = QHttpHeaders::fromListOfPairs(headers);
    data.body = body;
    return data;
}

} // namespace

//! The exact request and the value read, one area after the other; no network.
class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search()
    {
        SearchRequest request;
        request.type = RepoType::Dataset;
        request.text = u"a b&c"_s;
        request.author = u"ns"_s;
        request.filters = {u"license:mit"_s, u"en"_s};
        request.sort = SearchSort::LastModified;
        request.limit = 20;
        const RequestSpec spec = request.spec();
        QCOMPARE(spec.method, "GET");
        QCOMPARE(spec.path, "/api/datasets");
        QCOMPARE(spec.query,
                 "search=a%20b%26c&author=ns&filter=license%3Amit&filter=en&sort=lastModified"
                 "&direction=-1&limit=20&full=true");
    }

    void searchResult()
    {
        const SearchRequest request;
        const auto page = request.parse(reply(
            R"([{"_id":"1","id":"ns/m","author":"ns","likes":3,"downloads":5000000000,"private":true,
                 "gated":"manual","lastModified":"2024-05-06T07:08:09.123Z","tags":["license:mit","x"],
                 "pipeline_tag":"text-generation","library_name":"transformers","newField":{"a":1}},
                {"id":"gpt2","gated":false}])",
            {{"X-Total-Count", "77"}, {"Link", "<https://hub.example/n>; rel=\"next\""}}));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 2u);
        QCOMPARE(page->total, 77);
        QCOMPARE(page->next, QUrl(u"https://hub.example/n"_s));
        const RepoInfo &first = page->items.front();
        QCOMPARE(first.repo, kModel);
        QCOMPARE(first.downloads, 5'000'000'000);
        QCOMPARE(first.gated, Gating::Manual);
        QVERIFY(first.isPrivate);
        QCOMPARE(first.license, u"mit"_s);
        QCOMPARE(first.lastModified,
                 QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9, 123), QTimeZone::UTC));
        QVERIFY(first.raw.contains("newField"_L1));
        QVERIFY(!first.siblings);
        QCOMPARE(page->items.back().gated, Gating::None);
    }

    void searchRefusesNonsense()
    {
        const SearchRequest request;
        QVERIFY(!request.parse(reply("{}")));
        QVERIFY(!request.parse(reply("not json")));
        QVERIFY(!request.parse(reply(R"([{"likes":1}])")));
    }

    void repoInfo()
    {
        RepoInfoRequest request;
        request.repo = kModel;
        QCOMPARE(request.spec().path, "/api/models/ns/m");
        QVERIFY(request.spec().query.isEmpty());
        request.revision = u"refs/pr/1"_s;
        request.filesMetadata = true;
        QCOMPARE(request.spec().path, "/api/models/ns/m/revision/refs%2Fpr%2F1");
        QCOMPARE(request.spec().query, "blobs=true");
        const auto info = request.parse(reply(
            R"({"id":"ns/m","sha":"c1","gated":"auto","cardData":{"license":["apache-2.0"]},
                "siblings":[{"rfilename":"a","size":0,"blobId":"b1"},
                            {"rfilename":"w","size":6,"blobId":"b2","lfs":{"sha256":"s","size":6,"pointerSize":126}}]})"));
        QVERIFY(info);
        QCOMPARE(info->gated, Gating::Automatic);
        QCOMPARE(info->license, u"apache-2.0"_s);
        QCOMPARE(info->siblings->size(), 2u);
        QCOMPARE(info->siblings->front().size, 0);
        QCOMPARE(info->siblings->back().lfs, (LfsInfo{u"s"_s, 6, 126}));
    }

    void openToAll_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("open") << QByteArray(R"({"id":"ns/m","private":false,"gated":false})")
                              << true;
        QTest::newRow("private") << QByteArray(R"({"id":"ns/m","private":true,"gated":false})")
                                 << false;
        QTest::newRow("gated") << QByteArray(R"({"id":"ns/m","private":false,"gated":"manual"})")
                               << false;
        QTest::newRow("gated in a new way")
            << QByteArray(R"({"id":"ns/m","private":false,"gated":"lottery"})") << false;
        QTest::newRow("disabled") << QByteArray(
            R"({"id":"ns/m","private":false,"gated":false,"disabled":true})")
                                  << false;
        QTest::newRow("says nothing") << QByteArray(R"({"id":"ns/m"})") << false;
        QTest::newRow("says half") << QByteArray(R"({"id":"ns/m","private":false})") << false;
    }
    void openToAll()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isOpen);
        OpenToAllRequest request;
        request.repo = kModel;
        QCOMPARE(request.spec().path, "/api/models/ns/m");
        QCOMPARE(request.spec().query, "expand=private&expand=disabled&expand=gated");
        QVERIFY(!request.spec().withToken);
        QCOMPARE(request.parse(reply(body)).value(), isOpen);
        QVERIFY(!request.parse(reply("[]")));
        // Spaces are never gated: asking for that would be an error.
        request.repo = {RepoType::Space, u"ns/app"_s};
        QCOMPARE(request.spec().query, "expand=private&expand=disabled");
        QVERIFY(request.parse(reply(R"({"id":"ns/app","private":false})")).value());
    }

    void refs()
    {
        RefsRequest request;
        request.repo = {RepoType::Space, u"ns/app"_s};
        QCOMPARE(request.spec().path, "/api/spaces/ns/app/refs");
        QCOMPARE(request.spec().query, "include_prs=1");
        const auto refs = RefsRequest::parse(reply(
            R"({"branches":[{"name":"main","ref":"refs/heads/main","targetCommit":"c"}],"converts":[],
                "tags":[{"name":"v1","ref":"refs/tags/v1","targetCommit":"d"}],
                "pullRequests":[{"name":"refs/pr/1","ref":"refs/pr/1","targetCommit":"e"}]})"));
        QVERIFY(refs);
        QCOMPARE(refs->branches, (std::vector<GitRef>{{u"main"_s, u"refs/heads/main"_s, u"c"_s}}));
        QCOMPARE(refs->tags.front().targetCommit, u"d"_s);
        QCOMPARE(refs->pullRequests.front().name, u"refs/pr/1"_s);
    }

    void tree()
    {
        TreeRequest request;
        request.repo = kModel;
        request.revision = u"feature/x"_s;
        request.path = u"a b/c"_s;
        request.recursive = true;
        QCOMPARE(request.spec().path, "/api/models/ns/m/tree/feature%2Fx/a%20b%2Fc");
        QCOMPARE(request.spec().query, "recursive=true&expand=false");
        const auto page = TreeRequest::parse(reply(
            R"([{"type":"directory","oid":"t","size":0,"path":"sub"},
                {"type":"file","oid":"g","size":6,"path":"hello.txt"},
                {"type":"file","oid":"p","size":6,"path":"w.bin","lfs":{"oid":"s","size":6,"pointerSize":126},
                 "lastCommit":{"id":"c","title":"x","date":"2024-01-01T00:00:00.000Z"}}])"));
        QVERIFY(page);
        QCOMPARE(page->items[0].kind, TreeEntry::Kind::Directory);
        QCOMPARE(page->items[1].etag(), u"g"_s);
        QCOMPARE(page->items[2].etag(), u"s"_s);
        QCOMPARE(page->items[2].lastCommit->title, u"x"_s);
        QVERIFY(!TreeRequest::parse(reply(R"([{"type":"file"}])")));
    }

    void pathsInfo()
    {
        PathsInfoRequest request;
        request.repo = kModel;
        request.paths = {u"a b"_s, u"c&d"_s};
        const RequestSpec spec = request.spec();
        QCOMPARE(spec.method, "POST");
        QCOMPARE(spec.path, "/api/models/ns/m/paths-info/main");
        QCOMPARE(spec.body, "paths=a%20b&paths=c%26d&expand=false");
        QCOMPARE(spec.contentType, "application/x-www-form-urlencoded");
        QVERIFY(spec.isRepeatable()); // a question, although it is a POST
    }

    void onlyQuestionsAreRepeatable()
    {
        RequestSpec spec;
        QVERIFY(spec.isRepeatable());
        for (const char *method : {"POST", "PUT", "DELETE", "PATCH"}) {
            spec.method = method;
            QVERIFY2(!spec.isRepeatable(), method);
        }
        spec.idempotent = true;
        QVERIFY(spec.isRepeatable());
    }

    void commit()
    {
        CommitRequest request;
        request.repo = kModel;
        request.revision = u"refs/pr/1"_s;
        QCOMPARE(request.spec().path, "/api/models/ns/m/revision/refs%2Fpr%2F1");
        const QString sha(40, u'a');
        const auto found = request.parse(reply(R"({"sha":")" + sha.toLatin1() + R"("})"));
        QVERIFY(found);
        QCOMPARE(*found, sha);
        for (const char *body : {"{}", R"({"sha":"main"})", "[]"}) {
            const auto wrong = request.parse(reply(body));
            QVERIFY2(!wrong, body);
            QCOMPARE(wrong.error().kind, ErrorKind::Protocol);
        }
    }

    void fileMetadata_data()
    {
        QTest::addColumn<QString>("etag");
        QTest::addColumn<QString>("normal");
        QTest::newRow("plain") << u"abc"_s << u"abc"_s;
        QTest::newRow("quoted") << u"\"abc\""_s << u"abc"_s;
        QTest::newRow("weak") << u"W/\"abc\""_s << u"abc"_s;
        QTest::newRow("odd") << u"W/W/\"abc\""_s << u"abc"_s;
    }
    void fileMetadata()
    {
        QFETCH(QString, etag);
        QFETCH(QString, normal);
        QCOMPARE(normalizedEtag(etag), normal);
    }

    void fileMetadataNeedsCommitEtagAndSize()
    {
        QVERIFY(
            !FileMetadataRequest::parse(reply({}, {{"ETag", "\"x\""}, {"Content-Length", "3"}})));
        QVERIFY(!FileMetadataRequest::parse(
            reply({}, {{"X-Repo-Commit", "c"}, {"Content-Length", "3"}})));
        QVERIFY(
            !FileMetadataRequest::parse(reply({}, {{"X-Repo-Commit", "c"}, {"ETag", "\"x\""}})));
        const auto good = FileMetadataRequest::parse(
            reply({}, {{"X-Repo-Commit", "c"}, {"ETag", "\"x\""}, {"Content-Length", "3"}}));
        QVERIFY(good);
        QCOMPARE(good->location, QUrl(u"https://hub.example/x"_s));
        // A redirect's own length is not the file's.
        QVERIFY(!FileMetadataRequest::parse(reply({},
                                                  {{"X-Repo-Commit", "c"},
                                                   {"X-Linked-Etag", "\"x\""},
                                                   {"Content-Length", "3"},
                                                   {"Location", "https://c/x"}},
                                                  302)));
    }

    void whoAmI()
    {
        QCOMPARE(WhoAmIRequest{}.spec().path, "/api/whoami-v2");
        const auto who = WhoAmIRequest::parse(reply(
            R"({"type":"user","name":"demo","fullname":"Demo","isPro":true,"orgs":[{"name":"org","roleInOrg":"write"}],
                "auth":{"type":"access_token","accessToken":{"displayName":"laptop","role":"fineGrained"}}})"));
        QVERIFY(who);
        QCOMPARE(who->tokenRole, u"fineGrained"_s);
        QCOMPARE(who->organizations.front().roleInOrg, u"write"_s);
        QVERIFY(!WhoAmIRequest::parse(reply(R"({"type":"user"})")));
    }

    void gate_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<GateState>("state");
        QTest::newRow("anonymous") << 401 << u"Access to model a/b is restricted. Please log in."_s
                                   << GateState::NotSignedIn;
        QTest::newRow("terms")
            << 403 << u"Access to model a/b is restricted and you are not in the authorized list."_s
            << GateState::TermsNotAccepted;
        QTest::newRow("pending")
            << 403
            << u"Your request to access model a/b is awaiting a review from the repo authors."_s
            << GateState::Pending;
        QTest::newRow("rejected")
            << 403 << u"Your request to access model a/b has been rejected by the repo's authors."_s
            << GateState::Rejected;
        QTest::newRow("scope")
            << 403
            << u"Please enable access to public gated repositories in your fine-grained token settings to view this repository."_s
            << GateState::MissingScope;
    }
    void gate()
    {
        QFETCH(int, status);
        QFETCH(QString, detail);
        QFETCH(GateState, state);
        Error error;
        error.kind = ErrorKind::Gated;
        error.httpStatus = status;
        error.detail = detail;
        QCOMPARE(gateState(error), state);
        QVERIFY(!gateText(state).isEmpty());
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::RequestsTest)
#include "tst_requests.moc"
