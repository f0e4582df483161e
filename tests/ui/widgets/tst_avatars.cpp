// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cardimageloader.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/uifixture.h"
#include "ui/widgets/avatars.h"

#include <QBuffer>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

constexpr int kSide = 28;

QByteArray png(int width, int height, const QColor &colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return data;
}

Person person(const QString &name, const QString &avatar, PersonKind kind = PersonKind::User)
{
    Person person;
    person.kind = kind;
    person.name = name;
    person.avatarUrl = avatar;
    return person;
}

} // namespace

class TestAvatars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void monograms_data();
    void monograms();
    void pictureComesLater();
    void asksOnce();
    void refused_data();
    void refused();
    void middleOfAWidePicture();
    void shapes();
    void tokenOnlyToTheHub();
    void withoutPictures();
    void resetDropsWhatIsUnderWay();

private:
    QImage painted(const Person &whose)
    {
        QImage image(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        m_avatars->paint(&painter, image.rect(), whose);
        return image;
    }
    [[nodiscard]] QColor middle(const Person &whose)
    {
        return painted(whose).pixelColor(kSide / 2, kSide / 4);
    }

    QHash<QByteArray, QByteArray> m_pictures; //!< By target.
    QList<QByteArray> m_withToken;
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<CardImageLoader> m_loader;
    std::unique_ptr<Avatars> m_avatars;
};

void TestAvatars::init()
{
    m_pictures.clear();
    m_withToken.clear();
    m_ui = std::make_unique<UiFixture>();
    m_network = std::make_unique<FakeNetwork>();
    m_network->setResponder([this](FakeReply *reply) {
        if (reply->request().hasRawHeader("Authorization"))
            m_withToken.append(reply->target());
        const auto found = m_pictures.constFind(reply->target());
        if (found == m_pictures.cend())
            reply->finishWith(404, "no");
        else if (found->startsWith("http"))
            reply->finishWith(302, {}, {{"Location", *found}});
        else
            reply->finishWith(200, *found);
    });
    ClientConfig config;
    config.endpoint = QUrl(u"https://hub.test"_s);
    config.token = u"hf_abcdefgh"_s;
    m_loader = std::make_unique<CardImageLoader>(m_network.get(), config);
    m_loader->setLimits({100'000, 1'000'000, 10});
    m_avatars = std::make_unique<Avatars>(m_ui->context(), m_loader.get());
    m_avatars->setEndpoint(config.endpoint);
}

void TestAvatars::cleanup()
{
    m_avatars.reset();
    m_loader.reset();
}

void TestAvatars::monograms_data()
{
    QTest::addColumn<QString>("fullName");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letter");
    QTest::newRow("full name") << u"ada Byron"_s << u"xyz"_s << u"A"_s;
    QTest::newRow("handle") << QString() << u"-tess"_s << u"T"_s;
    QTest::newRow("digit") << u"..."_s << u"42"_s << u"4"_s;
    QTest::newRow("other letters") << u"éva"_s << QString() << u"É"_s;
    QTest::newRow("nothing") << QString() << QString() << u"?"_s;
}

void TestAvatars::monograms()
{
    QFETCH(QString, fullName);
    QFETCH(QString, name);
    QFETCH(QString, letter);
    Person whose = person(name, {});
    whose.fullName = fullName;
    QCOMPARE(Avatars::monogram(whose), letter);
    QVERIFY(painted(whose).pixelColor(kSide / 2, 3).alpha() == 255);
    QCOMPARE(m_network->count(), 0);
}

void TestAvatars::pictureComesLater()
{
    m_pictures.insert("/avatars/a.png", png(64, 64, Qt::red));
    const Person ada = person(u"ada"_s, u"/avatars/a.png"_s);
    QSignalSpy changed(m_avatars.get(), &Avatars::changed);
    QVERIFY(middle(ada) != QColor(Qt::red)); // the letter until then
    QVERIFY(!m_avatars->hasPicture(ada));
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_avatars->hasPicture(ada));
    QCOMPARE(middle(ada), QColor(Qt::red));
}

void TestAvatars::asksOnce()
{
    m_pictures.insert("/avatars/a.png", png(8, 8, Qt::red));
    const Person ada = person(u"ada"_s, u"/avatars/a.png"_s);
    const Person gone = person(u"gone"_s, u"/avatars/gone.png"_s);
    for (int i = 0; i < 3; ++i) {
        painted(ada);
        painted(gone);
    }
    QTRY_VERIFY(m_avatars->hasPicture(ada));
    painted(ada);
    painted(gone);
    QCOMPARE(m_network->log().count("GET /avatars/a.png"), 1);
    QCOMPARE(m_network->log().count("GET /avatars/gone.png"), 1);
}

void TestAvatars::refused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("requests");
    QTest::newRow("no picture") << u"/a"_s << QByteArray("<html>") << 1;
    QTest::newRow("too many bytes") << u"/a"_s << QByteArray(100'001, 'x') << 1;
    QTest::newRow("svg that asks for more")
        << u"/a"_s
        << QByteArray("<svg xmlns=\"x\" width=\"9\" height=\"9\"><image href=\"y\"/></svg>") << 1;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QByteArray() << 0;
    QTest::newRow("plain http elsewhere") << u"http://elsewhere.test/a"_s << QByteArray() << 0;
    QTest::newRow("the local network") << u"https://192.168.0.1/a"_s << QByteArray() << 0;
}

void TestAvatars::refused()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, data);
    QFETCH(int, requests);
    m_pictures.insert("/a", data);
    m_pictures.insert("/good", png(8, 8, Qt::red));
    const Person whose = person(u"ada"_s, address);
    const Person good = person(u"eve"_s, u"/good"_s);
    const QImage before = painted(whose);
    painted(good);
    QTRY_VERIFY(m_avatars->hasPicture(good));
    QVERIFY(!m_avatars->hasPicture(whose));
    QCOMPARE(painted(whose), before);
    QCOMPARE(m_network->count(), requests + 1);
}

void TestAvatars::middleOfAWidePicture()
{
    QImage image(90, 30, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter painter(&image);
    painter.fillRect(30, 0, 30, 30, Qt::green);
    painter.end();
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    m_pictures.insert("/a", data);
    const Person whose = person(u"ada"_s, u"/a"_s, PersonKind::Organization);
    painted(whose);
    QTRY_VERIFY(m_avatars->hasPicture(whose));
    const QImage shown = painted(whose);
    for (const int x : {2, kSide / 2, kSide - 3})
        QCOMPARE(shown.pixelColor(x, kSide / 2), QColor(Qt::green));
}

void TestAvatars::shapes()
{
    m_pictures.insert("/a", png(64, 64, Qt::red));
    const Person user = person(u"ada"_s, u"/a"_s);
    const Person organization = person(u"lab"_s, u"/a"_s, PersonKind::Organization);
    painted(user);
    QTRY_VERIFY(m_avatars->hasPicture(user));
    // At the diagonal a circle ends before a square with round corners does.
    QCOMPARE(painted(user).pixelColor(3, 3).alpha(), 0);
    QCOMPARE(painted(organization).pixelColor(3, 3), QColor(Qt::red));
    QCOMPARE(painted(organization).pixelColor(0, 0).alpha(), 0);
}

void TestAvatars::tokenOnlyToTheHub()
{
    m_pictures.insert("/own", "https://cdn.test/elsewhere");
    m_pictures.insert("/elsewhere", png(8, 8, Qt::red));
    m_pictures.insert("/direct", png(8, 8, Qt::red));
    const Person own = person(u"a"_s, u"/own"_s);
    const Person direct = person(u"b"_s, u"https://cdn.test/direct"_s);
    painted(own);
    painted(direct);
    QTRY_VERIFY(m_avatars->hasPicture(own) && m_avatars->hasPicture(direct));
    QCOMPARE(m_withToken, QList<QByteArray>{"/own"});
}

void TestAvatars::withoutPictures()
{
    m_pictures.insert("/a", png(8, 8, Qt::red));
    const Person whose = person(u"ada"_s, u"/a"_s);
    QSignalSpy changed(m_avatars.get(), &Avatars::changed);
    m_avatars->setWithPictures(false);
    QCOMPARE(changed.size(), 1);
    QVERIFY(middle(whose) != QColor(Qt::red));
    QCOMPARE(m_network->count(), 0);
    m_avatars->setWithPictures(true);
    painted(whose);
    QTRY_VERIFY(m_avatars->hasPicture(whose));
    m_avatars->setWithPictures(false);
    QVERIFY(middle(whose) != QColor(Qt::red)); // not those that are there already either
}

void TestAvatars::resetDropsWhatIsUnderWay()
{
    m_network->setResponder([](FakeReply *) { }); // hangs
    const Person whose = person(u"ada"_s, u"/a"_s);
    painted(whose);
    QTRY_COMPARE(m_network->count(), 1);
    const QPointer<FakeReply> old = m_network->last();
    m_avatars->reset();
    QVERIFY(!old || old->wasAborted());
    painted(whose); // asked for again by whoever shows it
    QTRY_COMPARE(m_network->count(), 2);
}

HUBDESK_UI_TEST_MAIN(TestAvatars)
#include "tst_avatars.moc"
