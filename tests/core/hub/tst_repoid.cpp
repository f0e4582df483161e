// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/repoid.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class RepoIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validation_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("valid");
        for (const char *id : {"gpt2", "a/b", "org_1/Model.v2-final", "x/_y_", "9/9"})
            QTest::newRow(id) << QString::fromLatin1(id) << true;
        for (const char *id :
             {"", "/", "a/", "/b", "a/b/c", "a/-b", "a/b-", "a/.b", "a/b.", "a--b/c", "a/b..c",
              "a/b.git", "a b/c", "a/b\n", "a/b?", "../b", "a/b%2F", "-a/b"})
            QTest::newRow(qPrintable(u"bad "_s + QString::fromLatin1(id)))
                << QString::fromLatin1(id) << false;
        QTest::newRow("96") << u"a/"_s + QString(96, u'x') << true;
        QTest::newRow("97") << u"a/"_s + QString(97, u'x') << false;
        QTest::newRow("unicode word") << u"a/modèle"_s << true;
    }
    void validation()
    {
        QFETCH(QString, id);
        QFETCH(bool, valid);
        const auto repo = RepoId::make(RepoType::Model, id);
        QCOMPARE(repo.has_value(), valid);
        if (!valid)
            QCOMPARE(repo.error().kind, ErrorKind::Invalid);
    }

    void names()
    {
        const RepoId dataset{RepoType::Dataset, u"ns/some.data"_s};
        QCOMPARE(dataset.apiPath(), "/api/datasets/ns/some.data");
        QCOMPARE(dataset.webPath(), "/datasets/ns/some.data");
        QCOMPARE(dataset.cacheFolder(), u"datasets--ns--some.data"_s);
        QCOMPARE(dataset.uri(), u"hf://datasets/ns/some.data"_s);
        QCOMPARE(dataset.author(), u"ns"_s);
        QCOMPARE(dataset.name(), u"some.data"_s);
        const RepoId old{RepoType::Model, u"gpt2"_s};
        QCOMPARE(old.webPath(), "/gpt2");
        QCOMPARE(old.cacheFolder(), u"models--gpt2"_s);
        QCOMPARE(old.author(), QString());
        QCOMPARE(old.name(), u"gpt2"_s);
    }

    void types()
    {
        QCOMPARE(repoTypeFromName(u"datasets"_s).value(), RepoType::Dataset);
        QCOMPARE(repoTypeFromName(u"space"_s).value(), RepoType::Space);
        QCOMPARE(repoTypeFromName({}).value(), RepoType::Model);
        QVERIFY(!repoTypeFromName(u"kernel"_s));
    }

    void revisions_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<bool>("valid");
        for (const char *good : {"main", "refs/pr/1", "v1.0", "feature/x", "abc123"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", " ", "a b", "a..b", "a~1", "a^", "a:b", "/a", "a/", "a\\b",
                                "a\nb", "@{", "-a", "x.lock", "a//b"})
            QTest::newRow(qPrintable(u"bad "_s + QString::fromLatin1(bad)))
                << QString::fromLatin1(bad) << false;
    }
    void revisions()
    {
        QFETCH(QString, revision);
        QFETCH(bool, valid);
        QCOMPARE(checkRevision(revision).has_value(), valid);
    }

    void filePaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("valid");
        for (const char *good :
             {"a.bin", "a/b c.txt", ".gitattributes", "a/..b", "x#y?z%", "a\\b.txt"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", "/etc/passwd", "../x", "a/../b", "a/..", "a//b", "a/", "./a",
                                "..\\x", "a\\..\\b", "\\\\host\\x", "C:/x", "C:x"})
            QTest::newRow(qPrintable(u"bad "_s + QString::fromLatin1(bad)))
                << QString::fromLatin1(bad) << false;
        QTest::newRow("nul") << QString(u"a"_s + QChar(0)) << false;
    }
    void filePaths()
    {
        QFETCH(QString, path);
        QFETCH(bool, valid);
        QCOMPARE(checkFilePath(path).has_value(), valid);
    }

    void locations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *text, const char *uri, const char *revision,
                            const char *path) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(uri)
                                << QString::fromLatin1(revision) << QString::fromLatin1(path);
        };
        row("hf://a/b", "hf://a/b", "", "");
        row("hf://models/a/b", "hf://a/b", "", "");
        row("hf://datasets/a/b@dev/x/y.csv", "hf://datasets/a/b", "dev", "x/y.csv");
        row("hf://a/b@refs/pr/3/x.bin", "hf://a/b", "refs/pr/3", "x.bin");
        row("hf://a/b@feature%2Fx/y", "hf://a/b", "feature/x", "y");
        row("https://huggingface.co/a/b", "hf://a/b", "", "");
        row("https://hf.co/datasets/a/b/tree/main/dir", "hf://datasets/a/b", "main", "dir");
        row("https://hub.example/spaces/a/b/blob/refs%2Fpr%2F2/app.py", "hf://spaces/a/b",
            "refs/pr/2", "app.py");
        row("https://huggingface.co/a/b/resolve/v1/with%20space.bin?download=true", "hf://a/b",
            "v1", "with space.bin");
        row("https://huggingface.co/a/b/discussions/1", "hf://a/b", "", "");
    }
    void locations()
    {
        QFETCH(QString, text);
        QFETCH(QString, uri);
        QFETCH(QString, revision);
        QFETCH(QString, path);
        const auto location = parseHubLocation(text, u"hub.example"_s);
        QVERIFY(location);
        QCOMPARE(location->repo.uri(), uri);
        QCOMPARE(location->revision, revision);
        QCOMPARE(location->path, path);
    }

    void badLocations_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *bad : {"", "hello", "hf://", "hf://model/a/b", "hf://a/b/../../etc",
                                "https://evil.example/a/b", "file:///etc/passwd",
                                "https://huggingface.co/", "hf://a/b@a..b"})
            QTest::newRow(qPrintable(u"bad "_s + QString::fromLatin1(bad)))
                << QString::fromLatin1(bad);
    }
    void badLocations()
    {
        QFETCH(QString, text);
        QVERIFY(!parseHubLocation(text, u"hub.example"_s));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::RepoIdTest)
#include "tst_repoid.moc"
