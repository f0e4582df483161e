// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobsources.h"

#include <QTest>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Choice = BlobSources::Choice;
using Load = BlobSources::Load;

//! Who is asked for a blob, and who is to blame for it.
class BlobSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsEveryAddressOnce();
    void asksTheEndpointFirst();
    void takesTurns();
    void sharesBySpeed();
    void asksOnceUntilAnswered();
    void leavesOutWhoIsDown();
    void sparesAnEndpointThatRestsForOthers();
    void restsTogetherForAllFiles();
    void pausesOnlyBesideOthers();
    void keepsToTheLongestWait();
    void asksForALinkAFewTimes();
    void knowsWhatCameFromWhom();
    void blamesWhoeverIsProvedWrong();
    void clearsWhoWasAccusedByALiar();
    void clearsWhoWasAccusedByBytesThatAreGone();

private:
    [[nodiscard]] static Error down()
    {
        Error error;
        error.kind = ErrorKind::Network;
        return error;
    }
    [[nodiscard]] BlobSources make(const std::vector<QUrl> &mirrors)
    {
        return {m_endpoint, mirrors, &m_health, 1s};
    }
    //! All of them have answered, so that several connections to one are possible.
    static void answerAll(BlobSources &sources)
    {
        for (size_t i = 0; i < sources.count(); ++i)
            sources.answered(i, true);
    }

    const QUrl m_endpoint = QUrl(u"https://hub.test"_s);
    const QUrl m_one = QUrl(u"https://one.test"_s);
    const QUrl m_two = QUrl(u"https://two.test/hub"_s);
    const BlobSources::Time m_now = BlobSources::Time() + 1h;
    MirrorHealth m_health;
};

void BlobSourcesTest::init()
{
    m_health = {};
}

void BlobSourcesTest::listsEveryAddressOnce()
{
    const BlobSources sources = make({m_one, m_endpoint, m_one, m_two});
    QCOMPARE(sources.count(), 3u);
    QCOMPARE(sources.url(0), m_endpoint);
    QCOMPARE(sources.url(1), m_one);
    QCOMPARE(sources.url(2), m_two);
    QCOMPARE(BlobSources(m_endpoint, {m_one}, nullptr, 1s).count(), 1u);
}

void BlobSourcesTest::asksTheEndpointFirst()
{
    const BlobSources sources = make({m_one, m_two});
    QCOMPARE(sources.next({}, m_now, Choice::All), 0u);
}

void BlobSourcesTest::takesTurns()
{
    BlobSources sources = make({m_one, m_two});
    answerAll(sources);
    std::vector<Load> open;
    std::vector<size_t> order;
    for (int i = 0; i < 6; ++i) {
        const auto next = sources.next(open, m_now, Choice::All);
        QVERIFY(next);
        order.push_back(*next);
        open.push_back({*next, 0});
    }
    QCOMPARE(order, (std::vector<size_t>{0, 1, 2, 0, 1, 2}));
    QCOMPARE(sources.next(open, m_now, Choice::EndpointOnly), 0u);
}

void BlobSourcesTest::sharesBySpeed()
{
    BlobSources sources = make({m_one});
    answerAll(sources);
    std::vector<Load> open{{0, 1e6}, {1, 3e6}};
    sources.measure(open);
    QCOMPARE(sources.speed(1), 3e6);
    for (int i = 0; i < 6; ++i) {
        const auto next = sources.next(open, m_now, Choice::All);
        QVERIFY(next);
        open.push_back({*next, 0});
    }
    QCOMPARE(std::ranges::count(open, 0u, &Load::source), 2);
    QCOMPARE(std::ranges::count(open, 1u, &Load::source), 6);
}

void BlobSourcesTest::asksOnceUntilAnswered()
{
    BlobSources sources = make({m_one});
    std::vector<Load> open{{0, 0}};
    // Nobody else hears of the file before the endpoint has let it be read.
    QCOMPARE(sources.next(open, m_now, Choice::All), std::nullopt);
    sources.answered(0, true);
    QCOMPARE(sources.next(open, m_now, Choice::All), 1u);
    open = {{0, 0}, {0, 0}, {1, 0}};
    QCOMPARE(sources.next(open, m_now, Choice::All), 0u);
    sources.answered(1, true);
    QVERIFY(sources.hasSentRanges(1));
    QCOMPARE(sources.next(open, m_now, Choice::All), 1u);
}

void BlobSourcesTest::leavesOutWhoIsDown()
{
    BlobSources sources = make({m_one, m_two});
    answerAll(sources);
    sources.setAside(1);
    sources.rest(0, down(), m_now);
    QCOMPARE(sources.next({}, m_now, Choice::All), 2u);
    QCOMPARE(sources.next({}, m_now, Choice::EndpointOnly), std::nullopt);
    QCOMPARE(sources.restLeft(0, m_now), 1000ms);
    QCOMPARE(sources.next({}, m_now + 1s, Choice::All), 0u);
    m_health.drop(m_two);
    QVERIFY(sources.isDropped(2));
    QCOMPARE(sources.next({}, m_now, Choice::All), std::nullopt);
    sources.bringBack(1);
    QVERIFY(sources.isAnyMirrorReady(m_now));
    QCOMPARE(sources.next({}, m_now, Choice::All), 1u);
    sources.wake();
    QCOMPARE(sources.next({}, m_now, Choice::EndpointOnly), 0u);
    sources.setAside(1);
    QCOMPARE(sources.next({}, m_now, Choice::All), 0u);
}

void BlobSourcesTest::sparesAnEndpointThatRestsForOthers()
{
    BlobSources other = make({m_one});
    other.rest(0, down(), m_now);
    BlobSources sources = make({m_one});
    QCOMPARE(sources.next({}, m_now, Choice::All), 1u);
    QCOMPARE(sources.next({}, m_now, Choice::EndpointOnly), 0u);
    m_health.rest(m_one, down(), m_now, 1s);
    QCOMPARE(sources.next({}, m_now, Choice::All), 0u); // nobody else is left
    // Then one looks whether it is back, and the others wait for what comes of it.
    const auto later = m_now + 1s;
    QCOMPARE(sources.next({}, later, Choice::All), 0u);
    sources.askEndpoint(later, 10s);
    QCOMPARE(other.next({}, later, Choice::All), 1u);
    QCOMPARE(other.next({}, later + 10s, Choice::All), 0u);
    sources.gotBytes(0);
    QCOMPARE(other.next({}, later, Choice::All), 0u);
}

void BlobSourcesTest::restsTogetherForAllFiles()
{
    BlobSources sources = make({m_one});
    BlobSources other = make({m_one});
    sources.rest(1, down(), m_now);
    other.rest(1, down(), m_now); // the same failure, seen by another file
    QVERIFY(!other.isAnyMirrorReady(m_now + 999ms));
    QVERIFY(other.isAnyMirrorReady(m_now + 1s));
    other.rest(1, down(), m_now + 1s);
    QVERIFY(!sources.isAnyMirrorReady(m_now + 2999ms)); // twice as long
    QVERIFY(sources.isAnyMirrorReady(m_now + 3s));
    sources.gotBytes(1);
    sources.rest(1, down(), m_now + 3s);
    QVERIFY(sources.isAnyMirrorReady(m_now + 4s)); // as in the beginning
    sources.rest(1, down(), m_now + 4s);
    other.startOver();
    QVERIFY(sources.isAnyMirrorReady(m_now + 4s));
}

void BlobSourcesTest::pausesOnlyBesideOthers()
{
    BlobSources sources = make({});
    answerAll(sources);
    sources.pause(0, m_now + 1s);
    const std::vector<Load> open{{0, 0}};
    QCOMPARE(sources.next(open, m_now, Choice::All), std::nullopt);
    QCOMPARE(sources.next({}, m_now, Choice::All), 0u);
    QCOMPARE(sources.next(open, m_now + 1s, Choice::All), 0u);
}

void BlobSourcesTest::keepsToTheLongestWait()
{
    Error busy = down();
    busy.retryAfter = 30; // a second more is waited
    BlobSources sources = make({m_one});
    answerAll(sources);
    const std::vector<Load> open{{0, 0}, {1, 0}};
    sources.setAside(1);
    sources.pause(0, m_now + 30s, true);
    sources.pause(0, m_now + 1s);
    QCOMPARE(sources.next(open, m_now + 29s, Choice::All), std::nullopt);
    sources.startOver(); // asked for on any network
    answerAll(sources);
    QCOMPARE(sources.next(open, m_now + 29s, Choice::All), std::nullopt);
    QCOMPARE(sources.next(open, m_now + 30s, Choice::All), 0u);

    sources.rest(0, busy, m_now);
    sources.rest(0, down(), m_now);
    QCOMPARE(sources.restLeft(0, m_now), 31s);

    sources.bringBack(1);
    sources.rest(1, down(), m_now);
    sources.rest(1, busy, m_now);
    QVERIFY(!sources.isAnyMirrorReady(m_now + 30s));
    sources.rest(1, down(), m_now + 1s);
    QVERIFY(!sources.isAnyMirrorReady(m_now + 30s));
    QVERIFY(sources.isAnyMirrorReady(m_now + 31s));
}

void BlobSourcesTest::asksForALinkAFewTimes()
{
    BlobSources sources = make({m_one});
    const QUrl link(u"https://cdn.test/blob?sig=1"_s);
    sources.setLink(1, link);
    QVERIFY(sources.link(0).isEmpty());
    sources.dropLink(1, m_one);
    QCOMPARE(sources.link(1), link);
    sources.dropLink(1, link);
    QVERIFY(sources.link(1).isEmpty());
    for (int i = 0; i < 3; ++i)
        QVERIFY(sources.mayAskForLink(1));
    QVERIFY(!sources.mayAskForLink(1));
    sources.gotBytes(1);
    QVERIFY(sources.mayAskForLink(1));
}

void BlobSourcesTest::knowsWhatCameFromWhom()
{
    BlobSources sources = make({m_one, m_two});
    sources.wrote(0, {0, 100});
    QCOMPARE(sources.suspect(), std::nullopt);
    sources.wrote(1, {100, 200});
    sources.wrote(2, {200, 300});
    sources.wrote(1, {300, 400});
    QCOMPARE(sources.suspect(), 1u); // used last
    sources.wrote(0, {150, 250});
    QCOMPARE(sources.bytesOf(1).ranges(), (std::vector<ByteRange>{{100, 150}, {300, 400}}));
    QCOMPARE(sources.bytesOf(2).ranges(), (std::vector<ByteRange>{{250, 300}}));
    sources.forgetBytes({300, 400});
    sources.wrote(2, {300, 310});
    QCOMPARE(sources.suspect(), 2u);
    sources.forgetBytesOf(2);
    QCOMPARE(sources.suspect(), 1u);
    sources.forgetBytes();
    QCOMPARE(sources.suspect(), std::nullopt);
}

void BlobSourcesTest::blamesWhoeverIsProvedWrong()
{
    BlobSources sources = make({m_one, m_two});
    QVERIFY(sources.guilty().empty());
    sources.accuse(1, 0, {0, 10});
    sources.accuse(1, 0, {10, 20});
    QCOMPARE(sources.guilty(), std::vector<QUrl>{m_one});
    sources.accuse(2, 0, {20, 30});
    QCOMPARE(sources.guilty(), (std::vector<QUrl>{m_one, m_two}));
}

void BlobSourcesTest::clearsWhoWasAccusedByALiar()
{
    BlobSources sources = make({m_one, m_two});
    sources.accuse(1, 2, {0, 10}); // two says that one is wrong
    sources.accuse(2, 0, {20, 30}); // but is wrong itself
    QCOMPARE(sources.guilty(), std::vector<QUrl>{m_two});
}

void BlobSourcesTest::clearsWhoWasAccusedByBytesThatAreGone()
{
    BlobSources sources = make({m_one, m_two});
    sources.accuse(1, 0, {0, 10}); // the endpoint says that one is wrong
    sources.accuse(2, 0, {20, 30});
    sources.replaced({10, 20});
    QCOMPARE(sources.guilty(), (std::vector<QUrl>{m_one, m_two}));
    sources.replaced({9, 12}); // but has said something else since
    QCOMPARE(sources.guilty(), std::vector<QUrl>{m_two});
    sources.forgetBytes({25, 26});
    QVERIFY(sources.guilty().empty());
    sources.accuse(1, 0, {0, 10});
    sources.forgetBytes();
    QVERIFY(sources.guilty().empty());
}

QTEST_GUILESS_MAIN(BlobSourcesTest)
#include "tst_blobsources.moc"
