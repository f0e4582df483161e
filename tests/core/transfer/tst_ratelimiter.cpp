// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/ratelimiter.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace hubdesk;

namespace {

constexpr qint64 kSecond = 1'000'000; // microseconds
constexpr qint64 kUnlimited = 1'000'000'000;

//! Time moves when the test says so; orders are carried out `lateness` after their time.
class HandTimer final : public RateTimer
{
public:
    explicit HandTimer(qint64 lateness = 0)
        : m_lateness(lateness)
    { }

    qint64 now() const override { return m_now; }
    void start(qint64 microseconds) override { m_due = m_now + microseconds + m_lateness; }
    void advance(qint64 microseconds)
    {
        const qint64 end = m_now + microseconds;
        while (m_due >= 0 && m_due <= end) {
            m_now = std::max(m_now, std::exchange(m_due, -1));
            fired();
        }
        m_now = end;
    }

private:
    qint64 m_lateness;
    qint64 m_now = 0;
    qint64 m_due = -1;
};

//! A connection whose server is faster than any limit, or has `speed`.
struct Pump
{
    explicit Pump(RateLimiter *limiter, qint64 wantedAtOnce = 64 * 1024)
        : piece(wantedAtOnce),
          taker(std::make_unique<RateLimiter::Taker>(limiter, [this] { run(); }))
    { }

    void run()
    {
        ++calls;
        while (const qint64 wanted = std::min(piece, left)) {
            const qint64 allowed = taker->take(wanted);
            QVERIFY(allowed >= 0 && allowed <= wanted);
            if (allowed == 0)
                return;
            moved += allowed;
            left -= allowed;
        }
    }

    qint64 piece; // bytes
    qint64 left = kUnlimited * 1000;
    qint64 moved = 0;
    int calls = 0;
    std::unique_ptr<RateLimiter::Taker> taker;
};

using Pumps = std::vector<std::unique_ptr<Pump>>;

Pumps pumps(RateLimiter *limiter, int count)
{
    Pumps result;
    for (int i = 0; i < count; ++i)
        result.push_back(std::make_unique<Pump>(limiter));
    return result;
}

qint64 sum(const Pumps &pumps)
{
    qint64 total = 0;
    for (const auto &pump : pumps)
        total += pump->moved;
    return total;
}

//! \a moved is what \a rate allows in \a seconds, give or take five per cent.
bool isWithin(qint64 moved, qint64 rate, double seconds)
{
    const double ideal = static_cast<double>(rate) * seconds;
    const double ratio = static_cast<double>(moved) / ideal;
    if (ratio < 0.95 || ratio > 1.05)
        qWarning("%lld instead of %.0f: %.3f", static_cast<long long>(moved), ideal, ratio);
    return ratio >= 0.95 && ratio <= 1.05;
}

struct Limited
{
    explicit Limited(qint64 rate, qint64 lateness = 0)
    {
        auto owned = std::make_unique<HandTimer>(lateness);
        timer = owned.get();
        root = std::make_unique<RateLimiter>(std::move(owned));
        root->setRate(rate);
    }

    HandTimer *timer;
    std::unique_ptr<RateLimiter> root;
};

} // namespace

class RateLimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRate_data();
    void keepsTheRate();
    void obeysChangesAtOnce();
    void keepsTheRateOfEachJob();
    void sharesFairly();
    void leavesWhatOthersDoNotWant();
    void starvesNobody();
    void hasASmallBurst();
    void letsEverythingPassWithoutALimit();
    void nobodyIsOvertaken();
    void survivesWhatHandlersDo();
    void outlivesTheLimiter();
    void worksWithARealClock();
};

void RateLimiterTest::keepsTheRate_data()
{
    QTest::addColumn<qint64>("rate"); // bytes/s
    QTest::addColumn<int>("takers");
    QTest::addColumn<qint64>("lateness"); // microseconds
    for (const qint64 rate : {20'000LL, 500'000LL, 10'000'000LL, 250'000'000LL}) {
        for (const int takers : {1, 8, 64}) {
            for (const qint64 lateness : {0LL, 15'000LL}) {
                QTest::addRow("%lld B/s, %d takers, %lld us late", static_cast<long long>(rate),
                              takers, static_cast<long long>(lateness))
                    << rate << takers << lateness;
            }
        }
    }
}

void RateLimiterTest::keepsTheRate()
{
    QFETCH(const qint64, rate);
    QFETCH(const int, takers);
    QFETCH(const qint64, lateness);
    Limited limited(rate, lateness);
    const Pumps all = pumps(limited.root.get(), takers);
    for (const auto &pump : all)
        pump->run();
    limited.timer->advance(30 * kSecond);
    QVERIFY(isWithin(sum(all), rate, 30));
    // And in each second on the way, once it is going.
    for (int second = 0; second < 5; ++second) {
        const qint64 before = sum(all);
        limited.timer->advance(kSecond);
        QVERIFY(sum(all) - before <= rate + RateLimiter::burst(rate));
    }
}

void RateLimiterTest::obeysChangesAtOnce()
{
    Limited limited(10'000'000);
    const Pumps all = pumps(limited.root.get(), 8);
    for (const auto &pump : all)
        pump->run();
    const auto second = [&] {
        const qint64 before = sum(all);
        limited.timer->advance(kSecond);
        return sum(all) - before;
    };
    QVERIFY(isWithin(second(), 10'000'000, 1));
    for (const qint64 rate : {1'000'000, 40'000'000, 200'000, 5'000'000}) {
        limited.root->setRate(rate);
        QVERIFY(isWithin(second(), rate, 1));
        const qint64 before = sum(all);
        limited.timer->advance(30 * kSecond);
        QVERIFY(isWithin(sum(all) - before, rate, 30));
    }
    // No limit: everything that is there is moved at once, by those who waited too.
    for (const auto &pump : all)
        pump->left = 1'000'000'000;
    limited.root->setRate(0);
    limited.timer->advance(0);
    for (const auto &pump : all)
        QCOMPARE(pump->left, 0);
    // And limited again.
    for (const auto &pump : all) {
        pump->left = kUnlimited;
        pump->moved = 0;
    }
    limited.root->setRate(3'000'000);
    for (const auto &pump : all)
        pump->run();
    QVERIFY(isWithin(second(), 3'000'000, 1));
}

void RateLimiterTest::keepsTheRateOfEachJob()
{
    Limited limited(10'000'000);
    RateLimiter slow(limited.root.get());
    RateLimiter free(limited.root.get());
    slow.setRate(1'000'000);
    const Pumps slowPumps = pumps(&slow, 16);
    const Pumps freePumps = pumps(&free, 4);
    for (const auto &pump : slowPumps)
        pump->run();
    for (const auto &pump : freePumps)
        pump->run();
    limited.timer->advance(30 * kSecond);
    QVERIFY(isWithin(sum(slowPumps), 1'000'000, 30));
    QVERIFY(isWithin(sum(freePumps), 9'000'000, 30)); // all the rest
    QVERIFY(isWithin(sum(slowPumps) + sum(freePumps), 10'000'000, 30));

    // Only the job is limited.
    limited.root->setRate(0);
    for (const auto &pump : freePumps)
        pump->left = 0;
    const qint64 before = sum(slowPumps);
    limited.timer->advance(30 * kSecond);
    QVERIFY(isWithin(sum(slowPumps) - before, 1'000'000, 30));

    // The limit of a job above that of all makes no difference.
    limited.root->setRate(500'000);
    slow.setRate(80'000'000);
    const qint64 then = sum(slowPumps);
    limited.timer->advance(30 * kSecond);
    QVERIFY(isWithin(sum(slowPumps) - then, 500'000, 30));
}

void RateLimiterTest::sharesFairly()
{
    for (const int takers : {2, 8, 64}) {
        Limited limited(8'000'000);
        Pumps all = pumps(limited.root.get(), takers);
        all.front()->piece = 1024 * 1024; // greed does not help
        all.back()->piece = 8 * 1024;
        for (const auto &pump : all)
            pump->run();
        limited.timer->advance(30 * kSecond);
        for (const auto &pump : all)
            QVERIFY(isWithin(pump->moved, 8'000'000 / takers, 30));
    }
}

void RateLimiterTest::leavesWhatOthersDoNotWant()
{
    Limited limited(8'000'000);
    const Pumps all = pumps(limited.root.get(), 4);
    // Two of them have slow servers: 100 KB/s.
    for (const auto &pump : all)
        pump->run();
    all[0]->left = 0;
    all[1]->left = 0;
    for (int tick = 0; tick < 300; ++tick) {
        for (const size_t slow : {0U, 1U}) {
            all[slow]->left += 10'000;
            all[slow]->run();
        }
        limited.timer->advance(kSecond / 10);
    }
    QVERIFY(isWithin(all[0]->moved, 100'000, 30));
    QVERIFY(isWithin(all[1]->moved, 100'000, 30));
    QVERIFY(isWithin(all[2]->moved, 3'900'000, 30));
    QVERIFY(isWithin(all[3]->moved, 3'900'000, 30));
}

void RateLimiterTest::starvesNobody()
{
    Limited limited(100'000);
    const Pumps all = pumps(limited.root.get(), 64);
    for (const auto &pump : all)
        pump->run();
    limited.timer->advance(2 * kSecond);
    for (const auto &pump : all) {
        QVERIFY(pump->moved > 0);
        QVERIFY(pump->taker->isWaiting());
    }
}

void RateLimiterTest::hasASmallBurst()
{
    QCOMPARE(RateLimiter::burst(1000), 16 * 1024);
    QCOMPARE(RateLimiter::burst(1'000'000), 100'000);
    Limited limited(1'000'000);
    limited.timer->advance(60 * kSecond); // a long rest
    Pump pump(limited.root.get());
    pump.run();
    QVERIFY(pump.moved <= 100'000);
    QVERIFY(pump.moved > 90'000);
}

void RateLimiterTest::letsEverythingPassWithoutALimit()
{
    Limited limited(0);
    RateLimiter job(limited.root.get());
    RateLimiter::Taker taker(&job, [] { QFAIL("nobody waits"); });
    QCOMPARE(taker.take(kUnlimited), kUnlimited);
    QCOMPARE(job.take(taker, 1), 1);
    QCOMPARE(taker.take(0), 0);
    QVERIFY(!taker.isWaiting());
    RateLimiter::Taker free(nullptr, [] { QFAIL("nobody waits"); });
    QCOMPARE(free.take(kUnlimited), kUnlimited);
}

void RateLimiterTest::nobodyIsOvertaken()
{
    Limited limited(1'000'000);
    Pump first(limited.root.get());
    first.run();
    const qint64 before = first.moved;
    QVERIFY(first.taker->isWaiting());
    limited.timer->advance(1000); // not enough for anybody yet
    Pump second(limited.root.get());
    second.run();
    QCOMPARE(second.moved, 0);
    QCOMPARE(first.taker->take(5), 0); // nor by itself
    limited.timer->advance(20'000);
    QVERIFY(first.moved > before);
}

void RateLimiterTest::survivesWhatHandlersDo()
{
    Limited limited(1'000'000);
    int called = 0;
    std::vector<std::unique_ptr<RateLimiter::Taker>> takers;
    for (int i = 0; i < 4; ++i) {
        takers.push_back(std::make_unique<RateLimiter::Taker>(limited.root.get(), [&] {
            ++called;
            takers.clear(); // all of them, this one too
        }));
        QCOMPARE(takers.back()->take(1000), 0);
    }
    limited.timer->advance(kSecond);
    QCOMPARE(called, 1);

    // Who does not take in its turn is forgotten until it asks again.
    RateLimiter::Taker shy(limited.root.get(), [&] { ++called; });
    limited.root->setRate(50'000);
    while (shy.take(50'000) > 0) { }
    limited.timer->advance(10 * kSecond);
    QCOMPARE(called, 2);
    QVERIFY(!shy.isWaiting());
    QVERIFY(shy.take(1000) > 0);
}

void RateLimiterTest::outlivesTheLimiter()
{
    Limited limited(1'000'000);
    auto job = std::make_unique<RateLimiter>(limited.root.get());
    Pump pump(job.get());
    pump.run();
    job.reset();
    limited.timer->advance(10 * kSecond);
    QVERIFY(isWithin(pump.moved, 1'000'000, 10));
    limited.root.reset();
    limited.timer->advance(kSecond); // the pump still holds the timer
    QVERIFY(isWithin(pump.moved, 1'000'000, 11));
}

void RateLimiterTest::worksWithARealClock()
{
    RateLimiter root;
    root.setRate(2'000'000);
    Pump pump(&root);
    pump.left = 200'000; // a tenth of a second
    QElapsedTimer clock;
    clock.start();
    pump.run();
    QTRY_COMPARE(pump.left, 0);
    QVERIFY(clock.elapsed() >= 90);
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
