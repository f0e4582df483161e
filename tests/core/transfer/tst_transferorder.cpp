// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferorder.h"

#include <QTest>
#include <QTimeZone>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using enum hubdesk::TransferPriority;

namespace {

using Ids = std::vector<TransferId>;

const QDateTime kNow = QDateTime::fromSecsSinceEpoch(1'780'000'000, QTimeZone::UTC);

//! 1 to \a count, none waiting.
TransferOrder order(TransferId count)
{
    TransferOrder result;
    for (TransferId id = 1; id <= count; ++id)
        result.append(id);
    return result;
}

//! In the order in which they would start.
Ids startsOf(TransferOrder order)
{
    Ids ids;
    while (const TransferId id = order.next()) {
        ids.push_back(id);
        order.setNotWaiting(id);
    }
    return ids;
}

} // namespace

//! Who goes first.
class TransferOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data();
    void moves();
    void startsInTheRightOrder_data();
    void startsInTheRightOrder();
    void followsTheUser();
    void waitsForItsTime();
    void forgets();
    void sortsLikeAnother();
    void handlesTenThousand();
};

void TransferOrderTest::moves_data()
{
    QTest::addColumn<Ids>("moved");
    QTest::addColumn<TransferId>("before");
    QTest::addColumn<Ids>("result");
    QTest::newRow("up") << Ids{4} << TransferId{2} << Ids{1, 4, 2, 3, 5};
    QTest::newRow("down") << Ids{2} << TransferId{5} << Ids{1, 3, 4, 2, 5};
    QTest::newRow("to the top") << Ids{5} << TransferId{1} << Ids{5, 1, 2, 3, 4};
    QTest::newRow("to the end") << Ids{1} << TransferId{0} << Ids{2, 3, 4, 5, 1};
    QTest::newRow("several keep their order") << Ids{5, 2} << TransferId{1} << Ids{2, 5, 1, 3, 4};
    QTest::newRow("several around the place") << Ids{1, 4} << TransferId{3} << Ids{2, 1, 4, 3, 5};
    QTest::newRow("before one of them") << Ids{2, 3} << TransferId{2} << Ids{1, 2, 3, 4, 5};
    QTest::newRow("joins before one of them") << Ids{1, 3} << TransferId{3} << Ids{2, 1, 3, 4, 5};
    QTest::newRow("before the last of them") << Ids{4, 5} << TransferId{5} << Ids{1, 2, 3, 4, 5};
    QTest::newRow("unknown ones") << Ids{9} << TransferId{1} << Ids{1, 2, 3, 4, 5};
    QTest::newRow("before an unknown one") << Ids{1} << TransferId{9} << Ids{2, 3, 4, 5, 1};
    QTest::newRow("all") << Ids{1, 2, 3, 4, 5} << TransferId{3} << Ids{1, 2, 3, 4, 5};
    QTest::newRow("none") << Ids{} << TransferId{3} << Ids{1, 2, 3, 4, 5};
}

void TransferOrderTest::moves()
{
    QFETCH(const Ids, moved);
    QFETCH(const TransferId, before);
    QFETCH(const Ids, result);
    TransferOrder queue = order(5);
    for (const TransferId id : queue.ids())
        queue.setWaiting(id, {}, kNow);
    QCOMPARE(queue.move(moved, before), result != Ids({1, 2, 3, 4, 5}));
    QCOMPARE(queue.ids(), result);
    QCOMPARE(startsOf(queue), result);
}

void TransferOrderTest::startsInTheRightOrder_data()
{
    QTest::addColumn<std::vector<TransferPriority>>("priorities");
    QTest::addColumn<std::vector<qint64>>("sizes");
    QTest::addColumn<bool>("smallestFirst");
    QTest::addColumn<Ids>("starts");
    const std::vector<TransferPriority> same(4, Normal);
    const std::vector<TransferPriority> mixed{Low, Normal, High, High};
    const std::vector<qint64> sizes{400, 0, 100, 200};
    QTest::newRow("order") << same << sizes << false << Ids{1, 2, 3, 4};
    QTest::newRow("priority") << mixed << sizes << false << Ids{3, 4, 2, 1};
    QTest::newRow("smallest, unknown last") << same << sizes << true << Ids{3, 4, 1, 2};
    QTest::newRow("same size by order")
        << same << std::vector<qint64>{7, 7, 0, 0} << true << Ids{1, 2, 3, 4};
    QTest::newRow("priority above size")
        << std::vector{Low, High, Low, Normal} << std::vector<qint64>{1, 100, 2, 50} << true
        << Ids{2, 4, 1, 3};
}

void TransferOrderTest::startsInTheRightOrder()
{
    QFETCH(const std::vector<TransferPriority>, priorities);
    QFETCH(const std::vector<qint64>, sizes);
    QFETCH(const bool, smallestFirst);
    QFETCH(const Ids, starts);
    TransferOrder queue = order(4);
    for (size_t i = 0; i < 4; ++i)
        queue.setWaiting(i + 1, {priorities[i], sizes[i], {}}, kNow);
    queue.setSmallestFirst(smallestFirst);
    QCOMPARE(startsOf(queue), starts);
}

void TransferOrderTest::followsTheUser()
{
    TransferOrder queue = order(3);
    QCOMPARE(queue.next(), 0);
    QVERIFY(!queue.isAnyWaiting());
    for (const TransferId id : {3, 2})
        queue.setWaiting(id, {}, kNow);
    QCOMPARE(queue.next(), 2);
    queue.setWaiting(3, {High, 0, {}}, kNow);
    QCOMPARE(queue.next(), 3);
    queue.setWaiting(3, {Low, 0, {}}, kNow);
    QCOMPARE(queue.next(), 2);
    queue.setNotWaiting(2);
    queue.setNotWaiting(2);
    QCOMPARE(queue.next(), 3);
    QCOMPARE(queue.waiting(), Ids{3});
    queue.setWaiting(99, {}, kNow); // not in the list
    QCOMPARE(queue.waiting(), Ids{3});
}

void TransferOrderTest::waitsForItsTime()
{
    TransferOrder queue = order(3);
    queue.setWaiting(1, {High, 0, kNow.addSecs(60)}, kNow);
    queue.setWaiting(2, {High, 0, kNow.addSecs(30)}, kNow);
    queue.setWaiting(3, {Low, 0, kNow}, kNow);
    QCOMPARE(queue.next(), 3);
    QCOMPARE(queue.nextStart(), kNow.addSecs(30));
    QCOMPARE(queue.release(kNow.addSecs(29)), Ids{});
    QCOMPARE(queue.release(kNow.addSecs(30)), Ids{2});
    QCOMPARE(queue.next(), 2);
    queue.setNotWaiting(1);
    QVERIFY(!queue.nextStart().isValid());
    queue.setWaiting(1, {High, 0, kNow.addSecs(60)}, kNow);
    QCOMPARE(queue.release(kNow.addDays(1)), Ids{1});
    QCOMPARE(startsOf(queue), (Ids{1, 2, 3}));
    // Another time takes it back.
    queue.setWaiting(1, {High, 0, kNow.addDays(2)}, kNow.addDays(1));
    QCOMPARE(startsOf(queue), (Ids{2, 3}));
}

void TransferOrderTest::forgets()
{
    TransferOrder queue = order(4);
    queue.setWaiting(1, {}, kNow);
    queue.setWaiting(2, {Normal, 0, kNow.addSecs(1)}, kNow);
    queue.setWaiting(3, {}, kNow);
    queue.remove({1, 2, 77});
    QCOMPARE(queue.ids(), (Ids{3, 4}));
    QCOMPARE(startsOf(queue), Ids{3});
    QVERIFY(!queue.nextStart().isValid());
}

void TransferOrderTest::sortsLikeAnother()
{
    TransferOrder queue = order(5);
    for (const TransferId id : queue.ids())
        queue.setWaiting(id, {}, kNow);
    QVERIFY(queue.sortLike({4, 77, 2}));
    QCOMPARE(queue.ids(), (Ids{4, 2, 1, 3, 5}));
    QCOMPARE(startsOf(queue), queue.ids());
    QVERIFY(!queue.sortLike({4, 2}));
    queue.append(6);
    QCOMPARE(queue.ids().back(), 6);
}

void TransferOrderTest::handlesTenThousand()
{
    constexpr TransferId kCount = 10'000;
    TransferOrder queue = order(kCount);
    for (TransferId id = 1; id <= kCount; ++id)
        queue.setWaiting(id, {id % 7 == 0 ? High : Normal, 0, {}}, kNow);
    QVERIFY(queue.move({kCount}, 1));
    const Ids starts = startsOf(queue);
    QCOMPARE(starts.size(), kCount);
    QCOMPARE(starts.front(), 7);
    QCOMPARE(starts.at(kCount / 7), kCount); // the first of those that are not High
    QCOMPARE(starts.back(), kCount - 1);
}

QTEST_GUILESS_MAIN(TransferOrderTest)
#include "tst_transferorder.moc"
