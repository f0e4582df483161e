// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"
#include "tests/app/localhub/rawclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

class LocalHubApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seedNamesEveryRole();
    void whoami();
    void badTokenIsRefusedEverywhere_data();
    void badTokenIsRefusedEverywhere();
    void listsArePaged_data();
    void listsArePaged();
    void listsAreFiltered_data();
    void listsAreFiltered();
    void listsAreSorted_data();
    void listsAreSorted();
    void listedProperties();
    void privateReposAreListedForTheirOwnerOnly();
    void repoInfo();
    void revisions_data();
    void revisions();
    void refs();
    void commits();
    void treeIsPaged();
    void treeFolders();
    void pathsInfo();
    void errors_data();
    void errors();
    void renamedRepo_data();
    void renamedRepo();
    void overviews();
    void validateYaml();
    void telemetryIsNotKept();

private:
    QStringList idsOf(const QByteArray &target, const QByteArray &token = {});
    QByteArray api(const QString &role, const QByteArray &rest = {});
    QJsonArray allPages(const QByteArray &target);

    QTemporaryDir m_folder;
    std::unique_ptr<LocalHub> m_hub;
    std::unique_ptr<RawClient> m_client;
    QJsonObject m_seed;
};

void LocalHubApiTest::initTestCase()
{
    auto hub = LocalHub::start({.folder = m_folder.path()});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    m_hub = *std::move(hub);
    m_client = std::make_unique<RawClient>(m_hub->endpoint());
    m_seed = m_client->get("/_localhub/seed").json().object();
}

QStringList LocalHubApiTest::idsOf(const QByteArray &target, const QByteArray &token)
{
    QStringList ids;
    const RawReply reply = m_client->get(target, token);
    for (const QJsonValue &item : reply.json().array())
        ids.append(item[u"id"].toString());
    return ids;
}

QByteArray LocalHubApiTest::api(const QString &role, const QByteArray &rest)
{
    const QJsonObject entry = m_seed[role].toObject();
    return "/api/" + entry[u"type"].toString().toLatin1() + "s/"
        + entry[u"repo"].toString().toLatin1() + rest;
}

QJsonArray LocalHubApiTest::allPages(const QByteArray &target)
{
    static const QRegularExpression next(u"^<(http://[^>]+)>; rel=\"next\"$"_s);
    QJsonArray all;
    QByteArray page = target;
    for (int i = 0; i < 100 && !page.isEmpty(); ++i) {
        const RawReply reply = m_client->get(page);
        for (const QJsonValue &item : reply.json().array())
            all.append(item);
        const auto match = next.match(QString::fromLatin1(reply.header("link")));
        const QString url = match.captured(1);
        if (!url.isEmpty() && !url.startsWith(m_hub->endpoint() + u'/'))
            return {};
        page = targetOf(url.toLatin1());
    }
    return all;
}

void LocalHubApiTest::seedNamesEveryRole()
{
    const QHash<QString, QString> types{{u"sharded_safetensors"_s, u"model"_s},
                                        {u"gguf_family"_s, u"model"_s},
                                        {u"dataset"_s, u"dataset"_s},
                                        {u"space"_s, u"space"_s},
                                        {u"private"_s, u"model"_s},
                                        {u"gated"_s, u"model"_s},
                                        {u"many_files"_s, u"model"_s},
                                        {u"history"_s, u"model"_s},
                                        {u"odd_names"_s, u"dataset"_s},
                                        {u"big_file"_s, u"model"_s}};
    QCOMPARE(m_seed.size(), types.size() + 1); // and the tokens
    for (auto it = types.begin(); it != types.end(); ++it) {
        QCOMPARE(m_seed[it.key()][u"type"].toString(), it.value());
        QCOMPARE(m_client->get(api(it.key()), "hf_demo_read").status, 200);
    }
    QCOMPARE(m_seed[u"big_file"][u"size"].toInteger(), 1073741824);
    QCOMPARE(m_seed[u"big_file"][u"sha256"].toString().size(), 64);
}

void LocalHubApiTest::whoami()
{
    const QJsonObject demo = m_client->get("/api/whoami-v2", "hf_demo_write").json().object();
    QCOMPARE(demo[u"name"].toString(), u"demo"_s);
    QCOMPARE(demo[u"type"].toString(), u"user"_s);
    QCOMPARE(demo[u"auth"][u"accessToken"][u"role"].toString(), u"write"_s);
    QVERIFY(demo[u"orgs"].isArray());
    const QJsonObject read = m_client->get("/api/whoami-v2", "hf_demo_read").json().object();
    QCOMPARE(read[u"auth"][u"accessToken"][u"role"].toString(), u"read"_s);
    QCOMPARE(m_client->get("/api/whoami-v2").status, 401);
}

void LocalHubApiTest::badTokenIsRefusedEverywhere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("whoami") << "/api/whoami-v2"_ba;
    QTest::newRow("list") << "/api/models"_ba;
    QTest::newRow("info") << "/api/models/northwind-ai/Borealis-3B"_ba;
    QTest::newRow("file") << "/northwind-ai/Borealis-3B/resolve/main/config.json"_ba;
    QTest::newRow("missing repo") << "/api/models/demo/none"_ba;
}

void LocalHubApiTest::badTokenIsRefusedEverywhere()
{
    QFETCH(const QByteArray, target);
    const RawReply reply = m_client->get(target, "hf_wrong");
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.header("x-error-message"), "Invalid credentials in Authorization header"_ba);
    QVERIFY(!reply.headers.contains("x-error-code"));
    QVERIFY(!reply.header("x-request-id").isEmpty());
    QCOMPARE(reply.json()[u"error"].toString(), u"Invalid credentials in Authorization header"_s);
}

void LocalHubApiTest::listsArePaged_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("firstPage");
    QTest::addColumn<int>("least");
    QTest::newRow("models") << "/api/models"_ba << 20 << 33;
    QTest::newRow("a larger limit is capped") << "/api/models?limit=1000&full=True"_ba << 20 << 33;
    QTest::newRow("small pages") << "/api/models?limit=7"_ba << 7 << 33;
    QTest::newRow("data sets") << "/api/datasets?limit=2"_ba << 2 << 6;
    QTest::newRow("spaces") << "/api/spaces"_ba << 4 << 4;
}

void LocalHubApiTest::listsArePaged()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, firstPage);
    QFETCH(const int, least);
    QCOMPARE(m_client->get(target).json().array().size(), firstPage);
    QSet<QString> ids;
    const QJsonArray all = allPages(target);
    for (const QJsonValue &item : all)
        ids.insert(item[u"id"].toString());
    QVERIFY(all.size() >= least);
    QCOMPARE(ids.size(), all.size());
}

void LocalHubApiTest::listsAreFiltered_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("search") << "/api/models?search=HAIKU"_ba
                            << QStringList{u"alice/borealis-haiku-lora"_s};
    QTest::newRow("two searches") << "/api/models?search=borealis&search=gguf"_ba
                                  << QStringList{u"quantforge/Borealis-3B-Instruct-GGUF"_s};
    QTest::newRow("author and text")
        << "/api/models?author=alice&search=lora&sort=likes"_ba
        << QStringList{u"alice/watercolor-style-lora"_s, u"alice/borealis-haiku-lora"_s};
    QTest::newRow("filters all hold") << "/api/models?filter=lora&filter=poetry"_ba
                                      << QStringList{u"alice/borealis-haiku-lora"_s};
    QTest::newRow("task") << "/api/models?pipeline_tag=depth-estimation"_ba
                          << QStringList{u"pixelforge/depthlight-small"_s};
    QTest::newRow("gated") << "/api/models?gated=True&author=demo"_ba
                           << QStringList{u"demo/clinical-notes-3b"_s};
    QTest::newRow("space of a model")
        << "/api/spaces?models=alice%2Frecipe-gpt2"_ba << QStringList{u"alice/recipe-generator"_s};
    QTest::newRow("nothing") << "/api/models?search=zzzz"_ba << QStringList{};
}

void LocalHubApiTest::listsAreFiltered()
{
    QFETCH(const QByteArray, target);
    QTEST(idsOf(target), "ids");
}

void LocalHubApiTest::listsAreSorted_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("descending");
    QTest::newRow("downloads") << "sort=downloads&direction=-1"_ba << u"downloads"_s << true;
    QTest::newRow("without direction") << "sort=downloads"_ba << u"downloads"_s << true;
    QTest::newRow("ascending") << "sort=likes&direction=1"_ba << u"likes"_s << false;
    QTest::newRow("date") << "sort=lastModified"_ba << u"lastModified"_s << true;
    QTest::newRow("birth") << "sort=createdAt"_ba << u"createdAt"_s << true;
    QTest::newRow("trend") << "sort=trendingScore"_ba << u"trendingScore"_s << true;
}

void LocalHubApiTest::listsAreSorted()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, key);
    QFETCH(const bool, descending);
    const QJsonArray all = allPages("/api/models?full=true&" + query);
    QVERIFY(all.size() > 20);
    for (qsizetype i = 1; i < all.size(); ++i) {
        const QVariant before = all[i - 1][key].toVariant();
        const QVariant after = all[i][key].toVariant();
        const auto order = QVariant::compare(before, after);
        QVERIFY(order == QPartialOrdering::Equivalent
                || order == (descending ? QPartialOrdering::Greater : QPartialOrdering::Less));
    }
}

void LocalHubApiTest::listedProperties()
{
    const QJsonObject plain =
        m_client->get("/api/models?limit=1").json().array().first().toObject();
    QVERIFY(plain.contains(u"modelId") && !plain.contains(u"siblings")
            && !plain.contains(u"cardData"));
    const QJsonObject full = m_client->get("/api/models?limit=1&full=True&cardData=true&config=1")
                                 .json()
                                 .array()
                                 .first()
                                 .toObject();
    for (const QString &key : {u"author"_s, u"sha"_s, u"siblings"_s, u"lastModified"_s,
                               u"cardData"_s, u"config"_s, u"gated"_s})
        QVERIFY2(full.contains(key), qPrintable(key));
    const QJsonObject expanded = m_client->get("/api/models?limit=1&expand=likes&expand=author")
                                     .json()
                                     .array()
                                     .first()
                                     .toObject();
    QCOMPARE(expanded.keys(), QStringList({u"_id"_s, u"author"_s, u"id"_s, u"likes"_s}));
    const RawReply bad = m_client->get("/api/models?expand=nonsense");
    QCOMPARE(bad.status, 400);
    QVERIFY(bad.json()[u"error"].toString().startsWith("\"expand\" must be one of [author, "_L1));
}

void LocalHubApiTest::privateReposAreListedForTheirOwnerOnly()
{
    const QString id = m_seed[u"private"][u"repo"].toString();
    QVERIFY(idsOf("/api/models?author=demo", "hf_demo_read").contains(id));
    QVERIFY(!idsOf("/api/models?author=demo", "hf_alice_write").contains(id));
    QVERIFY(!idsOf("/api/models?author=demo").contains(id));
}

void LocalHubApiTest::repoInfo()
{
    const QJsonObject info =
        m_client->get(api(u"sharded_safetensors"_s, "?blobs=True")).json().object();
    QCOMPARE(info[u"author"].toString(), u"northwind-ai"_s);
    QCOMPARE(info[u"gated"], QJsonValue(false));
    QCOMPARE(info[u"cardData"][u"license"].toString(), u"apache-2.0"_s);
    QVERIFY(info[u"safetensors"][u"total"].toInteger() > 1'000'000);
    QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s)
                .match(info[u"lastModified"].toString())
                .hasMatch());
    int large = 0;
    for (const QJsonValue &file : info[u"siblings"].toArray()) {
        QVERIFY(file[u"size"].isDouble());
        QCOMPARE(file[u"blobId"].toString().size(), 40);
        if (file[u"lfs"].isObject()) {
            ++large;
            QCOMPARE(file[u"lfs"][u"sha256"].toString().size(), 64);
            QCOMPARE(file[u"lfs"][u"size"], file[u"size"]);
        }
    }
    QCOMPARE(large, 6); // three shards, two old shards, the tokenizer model
    QVERIFY(m_client->get(api(u"sharded_safetensors"_s, "?securityStatus=True"))
                .json()[u"securityRepoStatus"]
                .isObject());
    const QJsonObject space = m_client->get(api(u"space"_s)).json().object();
    QCOMPARE(space[u"sdk"].toString(), u"gradio"_s);
    QCOMPARE(space[u"runtime"][u"stage"].toString(), u"RUNNING"_s);
    QCOMPARE(m_client->get(api(u"gguf_family"_s)).json()[u"gguf"][u"architecture"].toString(),
             u"llama"_s);
}

void LocalHubApiTest::revisions_data()
{
    QTest::addColumn<QByteArray>("revision");
    QTest::addColumn<int>("status");
    QTest::newRow("branch") << "main"_ba << 200;
    QTest::newRow("branch with a slash") << "feature%2Flarger-head"_ba << 200;
    QTest::newRow("annotated tag") << "v1.0"_ba << 200;
    QTest::newRow("light tag") << "stable"_ba << 200;
    QTest::newRow("pull request") << "refs%2Fpr%2F1"_ba << 200;
    QTest::newRow("missing") << "nope"_ba << 404;
    QTest::newRow("missing pull request") << "refs%2Fpr%2F99"_ba << 404;
    QTest::newRow("unknown hash") << QByteArray(40, '0') << 404;
}

void LocalHubApiTest::revisions()
{
    QFETCH(const QByteArray, revision);
    QFETCH(const int, status);
    const RawReply reply = m_client->get(api(u"history"_s, "/revision/" + revision));
    QCOMPARE(reply.status, status);
    if (status == 404) {
        QCOMPARE(reply.header("x-error-code"), "RevisionNotFound"_ba);
        return;
    }
    const QByteArray sha = reply.json()[u"sha"].toString().toLatin1();
    for (const QByteArray &hash : {sha, sha.first(7), sha.first(12)}) {
        const RawReply again = m_client->get(api(u"history"_s, "/revision/" + hash));
        QCOMPARE(again.json()[u"sha"].toString().toLatin1(), sha);
    }
}

void LocalHubApiTest::refs()
{
    const QJsonObject refs =
        m_client->get(api(u"history"_s, "/refs?include_prs=1")).json().object();
    QCOMPARE(refs[u"branches"].toArray().size(), 3);
    QCOMPARE(refs[u"pullRequests"].toArray().first()[u"ref"].toString(), u"refs/pr/1"_s);
    QVERIFY(!m_client->get(api(u"history"_s, "/refs")).json().object().contains(u"pullRequests"));
    for (const QJsonValue &tag : refs[u"tags"].toArray()) {
        // Also of the annotated one it is the commit, not the tag object.
        const QByteArray commit = tag[u"targetCommit"].toString().toLatin1();
        QCOMPARE(m_client->get(api(u"history"_s, "/revision/" + commit)).status, 200);
    }
}

void LocalHubApiTest::commits()
{
    const RawReply reply =
        m_client->get(api(u"history"_s, "/commits/main?limit=3&expand%5B%5D=formatted"));
    QCOMPARE(reply.header("x-total-count"), "7"_ba);
    const QJsonArray page = reply.json().array();
    QCOMPARE(page.size(), 3);
    QCOMPARE(page[0][u"title"].toString(), u"Note the ONNX export"_s);
    QVERIFY(page[0][u"formatted"].isObject());
    QCOMPARE(page[0][u"authors"][0][u"user"].toString(), u"demo"_s);
    QCOMPARE(allPages(api(u"history"_s, "/commits/main?limit=3")).size(), 7);
}

void LocalHubApiTest::treeIsPaged()
{
    const QByteArray tree = api(u"many_files"_s, "/tree/main?recursive=True");
    QCOMPARE(m_client->get(tree).json().array().size(), 1000);
    qsizetype files = 0;
    for (const QJsonValue &entry : allPages(tree))
        files += entry[u"type"].toString() == "file"_L1 ? 1 : 0;
    QCOMPARE(files, 2000);
    const RawReply expanded = m_client->get(tree + "&expand=True");
    QCOMPARE(expanded.json().array().size(), 50);
    for (const QJsonValue &entry : expanded.json().array())
        QCOMPARE(entry[u"lastCommit"][u"id"].toString().size(), 40);
}

void LocalHubApiTest::treeFolders()
{
    for (const QByteArray &folder :
         {"experts%2Fgroup-03"_ba, "experts/group-03"_ba, "experts/group-03/"_ba}) {
        const QJsonArray entries =
            m_client->get(api(u"many_files"_s, "/tree/main/" + folder)).json().array();
        QCOMPARE(entries.size(), 50);
        QVERIFY(entries[0][u"path"].toString().startsWith("experts/group-03/"_L1));
    }
    const QJsonArray root =
        m_client->get(api(u"sharded_safetensors"_s, "/tree/main")).json().array();
    QCOMPARE(root[0][u"type"].toString(), u"directory"_s);
    QCOMPARE(root[0][u"size"].toInt(), 0);
    for (const QJsonValue &entry : root) {
        if (entry[u"path"].toString() == "model-00001-of-00003.safetensors"_L1) {
            QCOMPARE(entry[u"lfs"][u"oid"].toString().size(), 64);
            QCOMPARE(entry[u"size"], entry[u"lfs"][u"size"]);
        }
    }
}

void LocalHubApiTest::pathsInfo()
{
    const QByteArray target = api(u"odd_names"_s, "/paths-info/main");
    const QString odd = u"emoji 🚀🌈/smile 😀.txt"_s;
    const RawReply json = m_client->post(
        target,
        QJsonDocument(
            QJsonObject{{u"paths"_s, QJsonArray{odd, u"signs"_s, u"nope"_s}}, {u"expand"_s, true}})
            .toJson());
    QCOMPARE(json.json().array().size(), 2);
    QCOMPARE(json.json()[0][u"path"].toString(), odd);
    QVERIFY(json.json()[0][u"lastCommit"].isObject());
    QCOMPARE(json.json()[1][u"type"].toString(), u"directory"_s);
    const QByteArray form = "paths=" + QByteArray("signs/a+b.txt").toPercentEncoding()
        + "&paths=name+with+spaces.txt&expand=False";
    const RawReply formReply = m_client->post(target, form, "application/x-www-form-urlencoded");
    QCOMPARE(formReply.json().array().size(), 2);
    QVERIFY(!formReply.json()[0].toObject().contains(u"lastCommit"));
}

void LocalHubApiTest::errors_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("private, anonymous")
        << u"private"_s << ""_ba << ""_ba << 401 << "RepoNotFound"_ba;
    QTest::newRow("private, stranger")
        << u"private"_s << ""_ba << "hf_alice_write"_ba << 404 << "RepoNotFound"_ba;
    QTest::newRow("private, owner") << u"private"_s << ""_ba << "hf_demo_read"_ba << 200 << ""_ba;
    QTest::newRow("private tree, stranger")
        << u"private"_s << "/tree/main"_ba << "hf_alice_write"_ba << 404 << "RepoNotFound"_ba;
    QTest::newRow("gated info, anonymous") << u"gated"_s << ""_ba << ""_ba << 200 << ""_ba;
    QTest::newRow("gated tree, anonymous")
        << u"gated"_s << "/tree/main"_ba << ""_ba << 200 << ""_ba;
    QTest::newRow("gated check, anonymous")
        << u"gated"_s << "/auth-check"_ba << ""_ba << 401 << "GatedRepo"_ba;
    QTest::newRow("gated check, stranger")
        << u"gated"_s << "/auth-check"_ba << "hf_alice_write"_ba << 403 << "GatedRepo"_ba;
    QTest::newRow("gated check, owner")
        << u"gated"_s << "/auth-check"_ba << "hf_demo_read"_ba << 200 << ""_ba;
    QTest::newRow("write check, read token")
        << u"history"_s << "/auth-check/write"_ba << "hf_demo_read"_ba << 403 << ""_ba;
    QTest::newRow("write check, stranger")
        << u"history"_s << "/auth-check/write"_ba << "hf_alice_write"_ba << 403 << ""_ba;
    QTest::newRow("write check, owner")
        << u"history"_s << "/auth-check/write"_ba << "hf_demo_write"_ba << 200 << ""_ba;
    QTest::newRow("tree of a missing folder")
        << u"history"_s << "/tree/main/nope"_ba << ""_ba << 404 << "EntryNotFound"_ba;
    QTest::newRow("tree of a missing revision")
        << u"history"_s << "/tree/nope"_ba << ""_ba << 404 << "RevisionNotFound"_ba;
    QTest::newRow("unknown route") << u"history"_s << "/nonsense"_ba << ""_ba << 404 << ""_ba;
}

void LocalHubApiTest::errors()
{
    QFETCH(const QString, role);
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, token);
    QFETCH(const int, status);
    const RawReply reply = m_client->get(api(role, rest), token);
    QCOMPARE(reply.status, status);
    QTEST(reply.header("x-error-code"), "code");
    QVERIFY(!reply.header("x-request-id").isEmpty());
    if (status >= 400) {
        QCOMPARE(QString::fromLatin1(reply.header("x-error-message")),
                 reply.json()[u"error"].toString());
        const RawReply head = m_client->head(api(role, rest), token);
        QCOMPARE(head.status, status);
        QCOMPARE(head.header("x-error-code"), reply.header("x-error-code"));
    }
}

void LocalHubApiTest::renamedRepo_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("api")
        << "/api/models/lumen-labs/lumen-bert/tree/main?recursive=True"_ba
        << "/api/models/lumen-labs/lumen-bert-base-uncased/tree/main?recursive=True"_ba;
    QTest::newRow("file") << "/lumen-labs/lumen-bert/resolve/main/config.json"_ba
                          << "/lumen-labs/lumen-bert-base-uncased/resolve/main/config.json"_ba;
    QTest::newRow("one segment") << "/api/models/lumen-bert"_ba
                                 << "/api/models/lumen-labs/lumen-bert-base-uncased"_ba;
    QTest::newRow("letter case") << "/api/models/Lumen-Labs/lumen-ner-multilingual"_ba
                                 << "/api/models/lumen-labs/lumen-ner-multilingual"_ba;
}

void LocalHubApiTest::renamedRepo()
{
    QFETCH(const QByteArray, target);
    const RawReply reply = m_client->get(target);
    QCOMPARE(reply.status, 307);
    QTEST(reply.header("location"), "location");
    QVERIFY(reply.body.startsWith("Temporary Redirect. Redirecting to /"));
}

void LocalHubApiTest::overviews()
{
    const QJsonObject user = m_client->get("/api/users/demo/overview").json().object();
    QCOMPARE(user[u"user"].toString(), u"demo"_s);
    const QJsonObject own =
        m_client->get("/api/users/demo/overview", "hf_demo_read").json().object();
    QCOMPARE(own[u"numModels"].toInt(), user[u"numModels"].toInt() + 1);
    QCOMPARE(m_client->get("/api/organizations/lumen-labs/overview").json()[u"numUsers"].toInt(),
             2);
    QCOMPARE(m_client->get("/api/users/nobody/overview").status, 404);
}

void LocalHubApiTest::validateYaml()
{
    const auto check = [this](const QString &content) {
        return m_client->post(
            "/api/validate-yaml",
            QJsonDocument(QJsonObject{{u"content"_s, content}, {u"repoType"_s, u"model"_s}})
                .toJson());
    };
    QCOMPARE(check(u"---\nlicense: mit\n---\n"_s).status, 200);
    QVERIFY(check(u"---\nlicense: mit\n---\n"_s).json()[u"warnings"].toArray().isEmpty());
    QCOMPARE(check(u"# No metadata"_s).json()[u"warnings"].toArray().size(), 1);
    QCOMPARE(check(u"---\na: [\n---\n"_s).status, 400);
    QCOMPARE(check(u"---\na: [\n---\n"_s).json()[u"errors"].toArray().size(), 1);
}

void LocalHubApiTest::telemetryIsNotKept()
{
    QCOMPARE(m_client->head("/api/telemetry/topic").status, 404);
}

QTEST_GUILESS_MAIN(LocalHubApiTest)
#include "tst_localhubapi.moc"
