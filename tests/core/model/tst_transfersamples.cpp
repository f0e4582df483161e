// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transfergraph.h"
#include "core/model/transfersamples.h"

#include <QtTest>

using namespace hubdesk;

class TestTransferSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLast()
    {
        TransferSamples samples(4);
        QCOMPARE(samples.capacity(), 4);
        QCOMPARE(samples.size(), 0);
        QCOMPARE(samples.ago(0), 0);
        QCOMPARE(samples.average(), 0);
        for (const qint64 value : {10, 90, 30, 40, 50})
            samples.add(value);
        QCOMPARE(samples.size(), 4);
        QCOMPARE(samples.ago(0), 50);
        QCOMPARE(samples.ago(3), 90);
        QCOMPARE(samples.ago(4), 0); // 10 is gone
        QCOMPARE(samples.ago(-1), 0);
        QCOMPARE(samples.highest(), 90);
        QCOMPARE(samples.average(), 52);
        samples.add(60);
        QCOMPARE(samples.highest(), 60); // so is 90
        samples.add(-5);
        QCOMPARE(samples.ago(0), 0);
    }

    void ceilings_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<qint64>("ceiling");
        QTest::newRow("nothing") << qint64(0) << qint64(1'000);
        QTest::newRow("exact") << qint64(5'000'000) << qint64(5'000'000);
        QTest::newRow("above") << qint64(5'000'001) << qint64(10'000'000);
        QTest::newRow("84 MB/s") << qint64(84'000'000) << qint64(100'000'000);
        QTest::newRow("120 MB/s") << qint64(120'000'000) << qint64(200'000'000);
        QTest::newRow("absurd") << std::numeric_limits<qint64>::max()
                                << std::numeric_limits<qint64>::max();
    }
    void ceilings()
    {
        QFETCH(qint64, value);
        QTEST(roundCeiling(value), "ceiling");
    }

    void geometry()
    {
        const TransferGraph graph(QRectF(10, 20, 100, 50), 11, 1'000);
        QCOMPARE(graph.x(0), 110.0);
        QCOMPARE(graph.x(10), 10.0);
        QCOMPARE(graph.y(0), 70.0);
        QCOMPARE(graph.y(500), 45.0);
        QCOMPARE(graph.y(5'000), 20.0); // never above the top
        QCOMPARE(graph.ageAt(110), 0);
        QCOMPARE(graph.ageAt(94), 2);
        QCOMPARE(graph.ageAt(-100), 10);
        QCOMPARE(graph.ageAt(1'000), 0);
        for (int age = 0; age <= 10; ++age)
            QCOMPARE(graph.ageAt(graph.x(age)), age);
        QCOMPARE(TransferGraph(QRectF(), 5, 0).ageAt(3), 0); // no room: no crash
    }

    void line()
    {
        const TransferGraph graph(QRectF(0, 0, 100, 50), 5, 100);
        TransferSamples samples(5);
        QVERIFY(graph.line(samples).empty());
        samples.add(100);
        samples.add(50);
        const std::vector<QPointF> points = graph.line(samples);
        QCOMPARE(points.size(), size_t(2));
        QCOMPARE(points[0], QPointF(75, 0)); // the older one is left
        QCOMPARE(points[1], QPointF(100, 25));
    }
};

QTEST_APPLESS_MAIN(TestTransferSamples)
#include "tst_transfersamples.moc"
