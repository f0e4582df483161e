// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cardimageloader.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/handmadescript.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestCardImageLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsOnce();
    void refuses_data();
    void refuses();
    void tokenOnlyToEndpoint();
    void redirectsAreChecked_data();
    void redirectsAreChecked();
    void redirectDropsToken();
    void failures();
    void tooManyAndTooMuch();
    void resetDropsEverything();
    void offlineAsksNothing();
    void asksTheScriptFirst();
    void scriptFails();
    void scriptAnswersTooLate();

private:
    void wait() { QTRY_VERIFY(!m_loaded->isEmpty() || !m_failed->isEmpty()); }

    //! Remembers requests with a token: replies are gone once they are read.
    void note(FakeReply *reply)
    {
        if (reply->request().hasRawHeader("Authorization"))
            m_withToken.append(reply->target());
    }

    QList<QByteArray> m_withToken;
    ClientConfig m_config;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<CardImageLoader> m_loader;
    std::unique_ptr<QSignalSpy> m_loaded;
    std::unique_ptr<QSignalSpy> m_failed;
};

void TestCardImageLoader::init()
{
    m_loaded.reset();
    m_failed.reset();
    m_loader.reset();
    m_config = {};
    m_config.endpoint = QUrl(u"http://hub.test"_s);
    m_config.token = u"hf_abcdefgh"_s;
    m_network = std::make_unique<FakeNetwork>();
    m_withToken.clear();
    m_network->setResponder([this](FakeReply *reply) {
        note(reply);
        reply->finishWith(200, "png");
    });
    m_loader = std::make_unique<CardImageLoader>(m_network.get(), m_config);
    m_loaded = std::make_unique<QSignalSpy>(m_loader.get(), &CardImageLoader::imageLoaded);
    m_failed = std::make_unique<QSignalSpy>(m_loader.get(), &CardImageLoader::imageFailed);
}

void TestCardImageLoader::loadsOnce()
{
    const QUrl url(u"https://cdn.example/a.png"_s);
    m_loader->load(url);
    m_loader->load(url);
    QTRY_COMPARE(m_loaded->size(), 1);
    QCOMPARE(m_loaded->front().at(0).toUrl(), url);
    QCOMPARE(m_loaded->front().at(1).toByteArray(), "png"_ba);
    m_loader->load(url);
    QCOMPARE(m_network->count(), 1);
}

void TestCardImageLoader::refuses_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url :
         {"file:///etc/passwd", "qrc:/x.png",
          "data:image/png;base64,AA==", "http://cdn.example/a.png", "ftp://cdn.example/a.png",
          "https://localhost/a.png", "https://10.0.0.1/a.png", "https://user:pw@cdn.example/a.png",
          "https://[::1]/a.png", "a.png", ""})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void TestCardImageLoader::refuses()
{
    QFETCH(QString, url);
    m_loader->load(QUrl(url));
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(m_network->count(), 0);
}

void TestCardImageLoader::tokenOnlyToEndpoint()
{
    m_loader->load(QUrl(u"http://hub.test/org/name/resolve/main/a.png"_s));
    m_loader->load(QUrl(u"https://cdn.example/b.png"_s));
    QTRY_COMPARE(m_loaded->size(), 2);
    QCOMPARE(m_withToken, QList<QByteArray>{"/org/name/resolve/main/a.png"});
}

void TestCardImageLoader::redirectsAreChecked_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("followed");
    QTest::newRow("https") << "https://cdn.example/b.png"_ba << true;
    QTest::newRow("relative") << "/c.png"_ba << true;
    QTest::newRow("http elsewhere") << "http://cdn.example/b.png"_ba << false;
    QTest::newRow("loopback") << "https://127.0.0.1/b.png"_ba << false;
    QTest::newRow("file") << "file:///etc/passwd"_ba << false;
    QTest::newRow("none") << ""_ba << false;
}

void TestCardImageLoader::redirectsAreChecked()
{
    QFETCH(QByteArray, location);
    QFETCH(bool, followed);
    m_network->setResponder([&](FakeReply *reply) {
        if (reply->target() == "/a.png")
            reply->finishWith(302, {}, {{"Location", location}});
        else
            reply->finishWith(200, "png");
    });
    m_loader->load(QUrl(u"http://hub.test/a.png"_s));
    wait();
    QCOMPARE(m_loaded->size(), followed ? 1 : 0);
    QCOMPARE(m_network->count(), followed ? 2 : 1);
}

void TestCardImageLoader::redirectDropsToken()
{
    m_network->setResponder([this](FakeReply *reply) {
        note(reply);
        if (reply->target() == "/a.png")
            reply->finishWith(302, {}, {{"Location", "https://cdn.example/b.png"}});
        else if (reply->target() == "/b.png")
            reply->finishWith(302, {}, {{"Location", "https://other.example/c.png"}});
        else
            reply->finishWith(200, "png");
    });
    m_loader->load(QUrl(u"http://hub.test/a.png"_s));
    QTRY_COMPARE(m_loaded->size(), 1);
    QCOMPARE(m_network->count(), 3);
    QCOMPARE(m_withToken, QList<QByteArray>{"/a.png"});
}

void TestCardImageLoader::failures()
{
    m_network->setResponder([](FakeReply *reply) {
        if (reply->target() == "/404.png")
            reply->finishWith(404, "no");
        else if (reply->target() == "/loop.png")
            reply->finishWith(302, {}, {{"Location", "/loop.png"}});
        else
            reply->breakOff(QNetworkReply::RemoteHostClosedError);
    });
    for (const char16_t *path :
         {u"http://hub.test/404.png", u"http://hub.test/loop.png", u"http://hub.test/broken.png"})
        m_loader->load(QUrl(QString(path)));
    QTRY_COMPARE(m_failed->size(), 3);
    QVERIFY(m_loaded->isEmpty());
    QVERIFY(m_network->count() < 12);
}

void TestCardImageLoader::tooManyAndTooMuch()
{
    for (int i = 0; i < CardImageLoader::kMaxImages + 20; ++i)
        m_loader->load(QUrl(u"https://cdn.example/%1.png"_s.arg(i)));
    QTRY_COMPARE(m_loaded->size(), CardImageLoader::kMaxImages);
    QTRY_COMPARE(m_failed->size(), 20);

    m_loader->reset();
    m_loaded->clear();
    m_failed->clear();
    const QByteArray huge(CardImageLoader::kMaxBytes + 1, 'x');
    m_network->setResponder([&](FakeReply *reply) { reply->finishWith(200, huge); });
    m_loader->load(QUrl(u"https://cdn.example/huge.png"_s));
    QTRY_COMPARE(m_failed->size(), 1);
    QVERIFY(m_loaded->isEmpty());
}

void TestCardImageLoader::resetDropsEverything()
{
    m_network->setResponder([](FakeReply *) { });
    for (int i = 0; i < 10; ++i)
        m_loader->load(QUrl(u"https://cdn.example/%1.png"_s.arg(i)));
    QTRY_COMPARE(m_network->count(), CardImageLoader::kParallel);
    QPointer<FakeReply> first = m_network->reply(0);
    m_loader->reset();
    QVERIFY(!first || first->wasAborted());
    m_network->setResponder([](FakeReply *reply) { reply->finishWith(200, "png"); });
    m_loader->load(QUrl(u"https://cdn.example/0.png"_s));
    QTRY_COMPARE(m_loaded->size(), 1);
    QCOMPARE(m_network->count(), CardImageLoader::kParallel + 1);
    QVERIFY(m_failed->isEmpty());
}

void TestCardImageLoader::offlineAsksNothing()
{
    m_config.offline = true;
    m_loader->setConfig(m_config);
    m_loader->load(QUrl(u"https://cdn.example/a.png"_s));
    QTRY_COMPARE(m_failed->size(), 1);
    QCOMPARE(m_network->count(), 0);
}

//! About each host, also of redirects.
void TestCardImageLoader::asksTheScriptFirst()
{
    const auto script = std::make_shared<HandMadeScript>();
    m_config.proxies.script = script;
    m_loader->setConfig(m_config);
    m_network->setResponder([](FakeReply *reply) {
        if (reply->target() == "/a.png")
            reply->finishWith(302, {}, {{"Location", "https://cdn.example/b.png"}});
        else
            reply->finishWith(200, "png");
    });
    m_loader->load(QUrl(u"http://hub.test/a.png"_s));
    QTRY_COMPARE(script->asked, QList<QString>{u"hub.test"_s});
    QCOMPARE(m_network->count(), 0);
    script->answer();
    QTRY_COMPARE(script->asked, (QList<QString>{u"hub.test"_s, u"cdn.example"_s}));
    QCOMPARE(m_network->count(), 1);
    script->answer();
    QTRY_COMPARE(m_loaded->size(), 1);
    m_loader->load(QUrl(u"https://cdn.example/c.png"_s)); // is known
    QTRY_COMPARE(m_loaded->size(), 2);
    QCOMPARE(script->asked.size(), 2);
}

void TestCardImageLoader::scriptFails()
{
    const auto script = std::make_shared<HandMadeScript>();
    m_config.proxies.script = script;
    m_loader->setConfig(m_config);
    for (int i = 0; i <= CardImageLoader::kParallel; ++i)
        m_loader->load(QUrl(u"https://host%1.example/a.png"_s.arg(i)));
    QCOMPARE(script->asked.size(), CardImageLoader::kParallel);
    script->answer(std::unexpected(proxyScriptError(u"no"_s)));
    QTRY_COMPARE(script->asked.size(), CardImageLoader::kParallel + 1); // makes room
    script->answer(std::unexpected(proxyScriptError(u"no"_s)));
    QTRY_COMPARE(m_failed->size(), CardImageLoader::kParallel + 1);
    QCOMPARE(m_network->count(), 0);
}

void TestCardImageLoader::scriptAnswersTooLate()
{
    const auto script = std::make_shared<HandMadeScript>();
    m_config.proxies.script = script;
    m_loader->setConfig(m_config);
    m_loader->load(QUrl(u"https://cdn.example/a.png"_s));
    m_loader->reset();
    m_loader->load(QUrl(u"https://cdn.example/b.png"_s));
    script->answer();
    QTRY_COMPARE(m_loaded->size(), 1);
    QCOMPARE(m_loaded->front().at(0).toUrl(), QUrl(u"https://cdn.example/b.png"_s));
    QCOMPARE(m_network->count(), 1);
}

QTEST_GUILESS_MAIN(TestCardImageLoader)
#include "tst_cardimageloader.moc"
