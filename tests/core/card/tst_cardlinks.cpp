// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/cardlinks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestCardLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data();
    void links();
    void images_data();
    void images();
    void repoFile();

private:
    CardContext m_context{
        QUrl(u"http://127.0.0.1:8080"_s), {RepoType::Dataset, u"org/name"_s}, u"refs/pr/1"_s};
};

void TestCardLinks::links_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<QString>("safe");
    QTest::newRow("https") << u"https://example.org/a?b=c#d"_s << u"https://example.org/a?b=c#d"_s;
    QTest::newRow("http") << u"http://example.org"_s << u"http://example.org"_s;
    QTest::newRow("mail") << u"mailto:a@example.org"_s << u"mailto:a@example.org"_s;
    QTest::newRow("hf") << u"hf://org/name"_s << u"hf://org/name"_s;
    QTest::newRow("section") << u"#usage"_s << u"#usage"_s;
    QTest::newRow("file of the repo")
        << u"./docs/../data/a b.md#x"_s << u"hubdesk-file:data/a%20b.md#x"_s;
    QTest::newRow("above the root") << u"../../etc/passwd"_s << u"hubdesk-file:etc/passwd"_s;
    QTest::newRow("on the site") << u"/org/other"_s << u"http://127.0.0.1:8080/org/other"_s;
    QTest::newRow("no scheme, host") << u"//example.org/a"_s << u"https://example.org/a"_s;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << QString();
    QTest::newRow("javascript, case") << u" JaVaScRiPt:alert(1)"_s << QString();
    QTest::newRow("javascript, control characters") << u"java\nscr\tipt:alert(1)"_s << QString();
    QTest::newRow("javascript, leading control") << u"\u0001javascript:alert(1)"_s << QString();
    QTest::newRow("data") << u"data:text/html,<script>"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("qrc") << u"qrc:/x"_s << QString();
    QTest::newRow("internal scheme") << u"hubdesk-file:x"_s << QString();
    QTest::newRow("vbscript") << u"vbscript:x"_s << QString();
    QTest::newRow("user info") << u"https://huggingface.co@evil.example/"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("endless") << u"https://example.org/"_s + QString(5000, u'a') << QString();
}

void TestCardLinks::links()
{
    QFETCH(QString, href);
    QFETCH(QString, safe);
    QCOMPARE(safeLink(href, m_context), safe);
}

void TestCardLinks::images_data()
{
    QTest::addColumn<QString>("src");
    QTest::addColumn<QString>("url");
    QTest::newRow("https") << u"https://example.org/a.png"_s << u"https://example.org/a.png"_s;
    QTest::newRow("plain http elsewhere") << u"http://example.org/a.png"_s << QString();
    QTest::newRow("endpoint") << u"http://127.0.0.1:8080/x.png"_s
                              << u"http://127.0.0.1:8080/x.png"_s;
    QTest::newRow("other port") << u"http://127.0.0.1:9/x.png"_s << QString();
    QTest::newRow("relative")
        << u"images/a b.png?raw=true"_s
        << u"http://127.0.0.1:8080/datasets/org/name/resolve/refs%2Fpr%2F1/images/a%20b.png"_s;
    QTest::newRow("climbs")
        << u"../../../x.png"_s
        << u"http://127.0.0.1:8080/datasets/org/name/resolve/refs%2Fpr%2F1/x.png"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << QString();
    QTest::newRow("javascript") << u"javascript:x"_s << QString();
    QTest::newRow("loopback https") << u"https://localhost/x.png"_s << QString();
    QTest::newRow("private address") << u"https://192.168.1.1/x.png"_s << QString();
    QTest::newRow("link local") << u"https://169.254.169.254/latest"_s << QString();
    QTest::newRow("user info") << u"https://a:b@example.org/x.png"_s << QString();
    QTest::newRow("unc") << u"\\\\host\\share\\x.png"_s
                         << u"http://127.0.0.1:8080/%5C%5Chost%5Cshare%5Cx.png"_s;
}

void TestCardLinks::images()
{
    QFETCH(QString, src);
    QFETCH(QString, url);
    QCOMPARE(QString::fromLatin1(safeImage(src, m_context).toEncoded()), url);
}

void TestCardLinks::repoFile()
{
    QCOMPARE(repoFileOfLink(QUrl(u"hubdesk-file:data/a%20b.md#x"_s)), u"data/a b.md"_s);
    QCOMPARE(repoFileOfLink(QUrl(u"hubdesk-file:../../x"_s)), u"x"_s);
    QCOMPARE(repoFileOfLink(QUrl(u"https://example.org/x"_s)), QString());
}

QTEST_GUILESS_MAIN(TestCardLinks)
#include "tst_cardlinks.moc"
