// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"
#include "tests/app/localhub/rawclient.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray gitSha1(const QByteArray &bytes)
{
    const QByteArray head = "blob " + QByteArray::number(bytes.size()) + '\0';
    return QCryptographicHash::hash(head + bytes, QCryptographicHash::Sha1).toHex();
}

} // namespace

class LocalHubFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void regularFileIsARelativeRedirect();
    void regularFileRanges();
    void notModified();
    void largeFileIsARedirectToTheSecondPort();
    void secondPortWantsALinkAndNothingElse();
    void bigFileIsMadeOnTheFly();
    void rawGivesThePointer();
    void everyOddNameResolves();
    void revisionsInFilePaths_data();
    void revisionsInFilePaths();
    void dispositions();
    void missingFile();
    void gating_data();
    void gating();
    void requestLog();

private:
    QByteArray web(const QString &role, const QByteArray &rest);
    RawReply follow(const QByteArray &target, const QByteArray &token = {});

    QTemporaryDir m_folder;
    std::unique_ptr<LocalHub> m_hub;
    std::unique_ptr<RawClient> m_client;
    std::unique_ptr<RawClient> m_cdn;
    QJsonObject m_seed;
};

void LocalHubFilesTest::initTestCase()
{
    auto hub = LocalHub::start({.folder = m_folder.path()});
    QVERIFY2(hub.has_value(), hub ? "" : qPrintable(hub.error()));
    m_hub = *std::move(hub);
    m_client = std::make_unique<RawClient>(m_hub->endpoint());
    m_cdn = std::make_unique<RawClient>(m_hub->cdn());
    m_seed = m_client->get("/_localhub/seed").json().object();
}

QByteArray LocalHubFilesTest::web(const QString &role, const QByteArray &rest)
{
    const QString type = m_seed[role][u"type"].toString();
    const QByteArray prefix = type == "model"_L1 ? QByteArray() : type.toLatin1() + "s/";
    return '/' + prefix + m_seed[role][u"repo"].toString().toLatin1() + rest;
}

RawReply LocalHubFilesTest::follow(const QByteArray &target, const QByteArray &token)
{
    const RawReply reply = m_client->get(target, token);
    const QByteArray location = reply.header("location");
    if (reply.status == 307)
        return m_client->get(location, token);
    return reply.status == 302 ? m_cdn->get(targetOf(location)) : reply;
}

void LocalHubFilesTest::regularFileIsARelativeRedirect()
{
    const RawReply first = m_client->head(web(u"history"_s, "/resolve/main/config.json"));
    QCOMPARE(first.status, 307);
    QCOMPARE(first.header("x-repo-commit").size(), 40);
    const QByteArray location = first.header("location");
    QVERIFY(location.startsWith("/api/resolve-cache/models/demo/evolving-classifier/"
                                + first.header("x-repo-commit") + "/config.json?"));
    const RawReply head = m_client->head(location);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("x-repo-commit"), first.header("x-repo-commit"));
    QVERIFY(head.body.isEmpty());
    const RawReply get = m_client->get(location);
    QCOMPARE(get.status, 200);
    QCOMPARE(head.header("content-length").toLongLong(), get.body.size());
    QCOMPARE(get.header("etag"), '"' + gitSha1(get.body) + '"');
    QCOMPARE(get.header("etag"), head.header("etag"));
    QCOMPARE(get.header("accept-ranges"), "bytes"_ba);
    QVERIFY(!get.headers.contains("content-encoding"));
    // The query is not needed: clients that keep only the path of a redirect get the same.
    QCOMPARE(m_client->get(location.first(location.indexOf('?'))).body, get.body);
}

void LocalHubFilesTest::regularFileRanges()
{
    const QByteArray location =
        m_client->head(web(u"history"_s, "/resolve/main/config.json")).header("location");
    const QByteArray whole = m_client->get(location).body;
    const RawReply middle = m_client->get(location, {}, "bytes=5-9");
    QCOMPARE(middle.status, 206);
    QCOMPARE(middle.body, whole.sliced(5, 5));
    QCOMPARE(middle.header("content-range"), "bytes 5-9/" + QByteArray::number(whole.size()));
    const RawReply tail =
        m_client->get(location, {}, "bytes=" + QByteArray::number(whole.size() - 3) + '-');
    QCOMPARE(tail.body, whole.last(3));
    const RawReply past =
        m_client->get(location, {}, "bytes=" + QByteArray::number(whole.size()) + '-');
    QCOMPARE(past.status, 416);
    QCOMPARE(past.header("content-range"), "bytes */" + QByteArray::number(whole.size()));
    QVERIFY(past.json().isObject());
    const RawReply otherFile = m_client->send(
        {.target = location, .headers = {{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}});
    QCOMPARE(otherFile.status, 200);
}

void LocalHubFilesTest::notModified()
{
    const QByteArray target = web(u"history"_s, "/resolve/main/config.json");
    const QByteArray etag =
        m_client->head(m_client->head(target).header("location")).header("etag");
    const RawReply reply = m_client->send({.target = target, .headers = {{"If-None-Match", etag}}});
    QCOMPARE(reply.status, 304);
    QVERIFY(reply.body.isEmpty());
}

void LocalHubFilesTest::largeFileIsARedirectToTheSecondPort()
{
    const RawReply head = m_client->head(web(u"history"_s, "/resolve/main/model.safetensors"));
    QCOMPARE(head.status, 302);
    QVERIFY(head.header("content-type").startsWith("text/plain"));
    QCOMPARE(head.header("x-repo-commit").size(), 40);
    const QByteArray location = head.header("location");
    QVERIFY(location.startsWith(m_hub->cdn().toLatin1() + "/lfs/"));
    const RawReply file = m_cdn->get(targetOf(location));
    QCOMPARE(file.status, 200);
    QCOMPARE(head.header("x-linked-size").toLongLong(), file.body.size());
    QCOMPARE(head.header("x-linked-etag"), '"' + sha256(file.body) + '"');
    // The store has an ETag of its own that looks like a hash and is another.
    QCOMPARE(file.header("etag").size(), 66);
    QVERIFY(file.header("etag") != head.header("x-linked-etag"));
    QVERIFY(!file.headers.contains("x-repo-commit"));
    const RawReply part = m_cdn->get(targetOf(location), {}, "bytes=1000-1999");
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, file.body.sliced(1000, 1000));
    QCOMPARE(m_cdn->get(targetOf(location), {}, "bytes=99999999-").status, 416);
    QCOMPARE(m_cdn->head(targetOf(location)).header("content-length").toLongLong(),
             file.body.size());
}

void LocalHubFilesTest::secondPortWantsALinkAndNothingElse()
{
    const QByteArray link = targetOf(
        m_client->head(web(u"history"_s, "/resolve/main/model.safetensors")).header("location"));
    QCOMPARE(m_cdn->get(link, "hf_demo_read").status, 400);
    QCOMPARE(m_cdn->get(link.first(link.indexOf('?'))).status, 403);
    QByteArray longer = link;
    longer.replace("expires=", "expires=9");
    QCOMPARE(m_cdn->get(longer).status, 403);
    QCOMPARE(m_cdn->get("/api/models").status, 403);
    QCOMPARE(m_cdn->get("/_localhub/seed").status, 403);
}

void LocalHubFilesTest::bigFileIsMadeOnTheFly()
{
    const QByteArray path = m_seed[u"big_file"][u"path"].toString().toLatin1();
    const RawReply head = m_client->head(web(u"big_file"_s, "/resolve/main/" + path));
    QCOMPARE(head.header("x-linked-size"), "1073741824"_ba);
    const QByteArray link = targetOf(head.header("location"));
    QCOMPARE(m_cdn->head(link).header("content-length"), "1073741824"_ba);
    QCOMPARE(streamedSha256(m_hub->cdn(), link),
             m_seed[u"big_file"][u"sha256"].toString().toLatin1());
    const RawReply across = m_cdn->get(link, {}, "bytes=1048570-1048585");
    QCOMPARE(across.status, 206);
    QCOMPARE(across.body, m_cdn->get(link, {}, "bytes=1048000-1049000").body.sliced(570, 16));
    QCOMPARE(m_cdn->get(link, {}, "bytes=-1").body.size(), 1);
}

void LocalHubFilesTest::rawGivesThePointer()
{
    const RawReply pointer = m_client->get(web(u"history"_s, "/raw/main/model.safetensors"));
    QCOMPARE(pointer.status, 200);
    QVERIFY(pointer.body.startsWith("version https://git-lfs.github.com/spec/v1\noid sha256:"));
    const QByteArray location =
        m_client->head(web(u"history"_s, "/resolve/main/config.json")).header("location");
    QCOMPARE(m_client->get(web(u"history"_s, "/raw/main/config.json")).body,
             m_client->get(location).body);
}

void LocalHubFilesTest::everyOddNameResolves()
{
    const QByteArray repo = m_seed[u"odd_names"][u"repo"].toString().toLatin1();
    const QJsonObject info = m_client->get("/api/datasets/" + repo + "?blobs=True").json().object();
    QVERIFY(info[u"siblings"].toArray().size() > 20);
    for (const QJsonValue &file : info[u"siblings"].toArray()) {
        const QByteArray path = file[u"rfilename"].toString().toUtf8().toPercentEncoding("/");
        const RawReply reply = follow("/datasets/" + repo + "/resolve/main/" + path);
        QVERIFY2(reply.status == 200, path.constData());
        QCOMPARE(reply.body.size(), file[u"size"].toInteger());
        const QByteArray hash = file[u"lfs"].isObject()
            ? file[u"lfs"][u"sha256"].toString().toLatin1()
            : file[u"blobId"].toString().toLatin1();
        QCOMPARE(file[u"lfs"].isObject() ? sha256(reply.body) : gitSha1(reply.body), hash);
    }
}

void LocalHubFilesTest::revisionsInFilePaths_data()
{
    QTest::addColumn<QByteArray>("revision");
    for (const char *revision :
         {"main", "v1.0", "stable", "refs%2Fpr%2F1", "refs/pr/1", "feature%2Flarger-head"})
        QTest::newRow(revision) << QByteArray(revision);
}

void LocalHubFilesTest::revisionsInFilePaths()
{
    QFETCH(const QByteArray, revision);
    const RawReply reply = follow(web(u"history"_s, "/resolve/" + revision + "/README.md"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.contains("## Thanks"), revision.contains("pr"));
}

void LocalHubFilesTest::dispositions()
{
    const QByteArray location =
        m_client->head(web(u"history"_s, "/resolve/main/config.json?download=true"))
            .header("location");
    QVERIFY(m_client->head(location).header("content-disposition").startsWith("attachment; "));
    QVERIFY(m_client->head(location)
                .header("content-disposition")
                .contains("filename=\"config.json\""));
}

void LocalHubFilesTest::missingFile()
{
    const RawReply reply = m_client->head(web(u"history"_s, "/resolve/main/nope.bin"));
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.header("x-error-code"), "EntryNotFound"_ba);
    QCOMPARE(reply.header("x-error-message"), "Entry not found"_ba);
    QCOMPARE(reply.header("x-repo-commit").size(), 40);
    QCOMPARE(m_client->get(web(u"history"_s, "/resolve/nope/config.json")).header("x-error-code"),
             "RevisionNotFound"_ba);
    QCOMPARE(m_client->get(web(u"history"_s, "/resolve/main/legacy")).header("x-error-code"),
             "EntryNotFound"_ba);
}

void LocalHubFilesTest::gating_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("anonymous")
        << ""_ba << 401
        << "Access to model demo/clinical-notes-3b is restricted. You must have access to it and be authenticated to access it. Please log in."_ba;
    QTest::newRow("not asked")
        << "hf_alice_write"_ba << 403
        << "Access to model demo/clinical-notes-3b is restricted and you are not in the authorized list. Visit "_ba;
    QTest::newRow("pending")
        << "hf_bob_write"_ba << 403
        << "Your request to access model demo/clinical-notes-3b is awaiting a review from the repo authors."_ba;
    QTest::newRow("rejected")
        << "hf_carol_write"_ba << 403
        << "Your request to access model demo/clinical-notes-3b has been rejected by the repo's authors."_ba;
    QTest::newRow("missing scope")
        << "hf_demo_finegrained"_ba << 403
        << "Please enable access to public gated repositories in your fine-grained token settings to view this repository."_ba;
    QTest::newRow("owner") << "hf_demo_read"_ba << 200 << ""_ba;
}

void LocalHubFilesTest::gating()
{
    QFETCH(const QByteArray, token);
    QFETCH(const int, status);
    QFETCH(const QByteArray, message);
    const RawReply first = m_client->head(web(u"gated"_s, "/resolve/main/config.json"), token);
    QCOMPARE(first.status, status == 200 ? 307 : status);
    QVERIFY(first.header("x-error-message").startsWith(message));
    const RawReply reply = follow(web(u"gated"_s, "/resolve/main/config.json"), token);
    QCOMPARE(reply.status, status);
    if (status != 200) {
        QCOMPARE(first.header("x-error-code"), "GatedRepo"_ba);
        QVERIFY(reply.json()[u"error"].toString().startsWith(QString::fromLatin1(message)));
    }
    // The content behind the redirect is not a way around it.
    const QByteArray commit =
        m_client->get("/api/models/demo/clinical-notes-3b").json()[u"sha"].toString().toLatin1();
    QCOMPARE(
        m_client
            ->get("/api/resolve-cache/models/demo/clinical-notes-3b/" + commit + "/config.json",
                  token)
            .status,
        status);
}

void LocalHubFilesTest::requestLog()
{
    QCOMPARE(m_client->remove("/_localhub/requests").status, 200);
    const QByteArray target = web(u"history"_s, "/resolve/main/model.safetensors?a=%20b");
    const RawReply redirect = m_client->get(target, "hf_demo_read");
    const RawReply part = m_cdn->get(targetOf(redirect.header("location")), {}, "bytes=10-109");
    const QJsonArray log = m_client->get("/_localhub/requests").json().array();
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0][u"method"].toString(), u"GET"_s);
    QCOMPARE(log[0][u"path"].toString().toLatin1(), target);
    QCOMPARE(log[0][u"status"].toInt(), 302);
    QCOMPARE(log[0][u"port"].toString(), u"hub"_s);
    QVERIFY(log[0][u"authorization"].toBool());
    QCOMPARE(log[1][u"port"].toString(), u"cdn"_s);
    QCOMPARE(log[1][u"bytes"].toInteger(), 100);
    QCOMPARE(log[1][u"range"].toString(), u"bytes=10-109"_s);
    QCOMPARE(log[1][u"authorization"], QJsonValue(false));
    QVERIFY(log[1][u"ms"].isDouble());
    QCOMPARE(m_client->head("/api/models").status, 200);
    QCOMPARE(m_client->get("/_localhub/requests").json()[2][u"bytes"].toInteger(), 0);
}

QTEST_GUILESS_MAIN(LocalHubFilesTest)
#include "tst_localhubfiles.moc"
