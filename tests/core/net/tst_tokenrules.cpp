// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/clientconfig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class TokenRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheRepo_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("repo");
        QTest::newRow("tree") << u"/api/models/a/b/tree/main"_s << u"a/b"_s;
        QTest::newRow("info") << u"/api/datasets/a/b"_s << u"a/b"_s;
        QTest::newRow("small file") << u"/api/resolve-cache/models/a/b/0123/x.json"_s << u"a/b"_s;
        QTest::newRow("file") << u"/a/b/resolve/main/x.bin"_s << u"a/b"_s;
        QTest::newRow("dataset file") << u"/datasets/a/b/resolve/main/x"_s << u"a/b"_s;
        QTest::newRow("git") << u"/a/b.git/info/lfs/objects/batch"_s << u"a/b"_s;
        QTest::newRow("Space") << u"/api/spaces/a/b/runtime"_s << u"a/b"_s;
        QTest::newRow("list") << u"/api/models"_s << QString();
        QTest::newRow("who") << u"/api/whoami-v2"_s << QString();
        QTest::newRow("user") << u"/api/users/a/overview"_s << QString();
        QTest::newRow("page") << u"/settings/tokens"_s << QString();
    }
    void findsTheRepo()
    {
        QFETCH(QString, path);
        QFETCH(QString, repo);
        QCOMPARE(repoOfPath(path), repo);
    }

    void choosesTheToken()
    {
        ClientConfig config;
        config.endpoint = QUrl(u"https://hub.example/base"_s);
        config.token = u"usual"_s;
        config.tokenRules = {{u"myorg/secret"_s, u"one"_s},
                             {u"myorg/*"_s, u"two"_s},
                             {u"open"_s, {}},
                             {u"team-?"_s, u"three"_s}};
        const auto token = [&](const QString &rest) {
            return config.tokenFor(QUrl(u"https://hub.example"_s + rest));
        };
        QCOMPARE(token(u"/base/api/models/myorg/secret/tree/main"_s), u"one"_s);
        QCOMPARE(token(u"/base/myorg/other/resolve/main/x"_s), u"two"_s);
        QCOMPARE(token(u"/base/datasets/MyOrg/other/resolve/main/x"_s), u"two"_s);
        QCOMPARE(token(u"/base/api/models/myorg2/other"_s), u"usual"_s);
        QCOMPARE(token(u"/base/api/models/open/other"_s), QString());
        QCOMPARE(token(u"/base/api/models/team-a/b"_s), u"three"_s);
        QCOMPARE(token(u"/base/api/models/team-ab/b"_s), u"usual"_s);
        QCOMPARE(token(u"/base/api/whoami-v2"_s), u"usual"_s);
        // No rule makes another host one that may know.
        QCOMPARE(config.tokenFor(QUrl(u"https://cdn.example/base/api/models/myorg/secret"_s)),
                 QString());
        config.forgetTokens();
        QCOMPARE(token(u"/base/api/models/myorg/secret"_s), QString());
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::TokenRulesTest)
#include "tst_tokenrules.moc"
