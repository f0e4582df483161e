// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferconnectionsmodel.h"
#include "tests/ui/transfers/transfersstage.h"
#include "ui/widgets/speedgraph.h"

#include <QLabel>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransferTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totals()
    {
        TransfersStage stage;
        QVERIFY(stage.show());
        QVERIFY(!stage.seen<QWidget>(u"transferTotals"_s)); // nothing to sum up
        stage.queue.add(
            sampleTransfer(u"a/1"_s, TransferState::Running, 10'000'000'000, 1'600'000'000));
        stage.queue.add(sampleTransfer(u"a/2"_s, TransferState::Queued, 8'400'000'000, 0));
        stage.queue.add(sampleTransfer(u"a/3"_s, TransferState::Queued, 0, 0));
        QTRY_COMPARE(stage.seen<QLabel>(u"totalsActive"_s)->text(), u"1"_s);
        QCOMPARE(stage.seen<QLabel>(u"totalsWaiting"_s)->text(), u"2"_s);
        QCOMPARE(stage.seen<QLabel>(u"totalsSpeed"_s)->text(), u"84.0 MB/s"_s);
        QCOMPARE(stage.seen<QLabel>(u"totalsLeft"_s)->text(), u"3 min"_s);
        QVERIFY(stage.seen<QLabel>(u"totalsLeft"_s)->toolTip().startsWith(u"16.8 GB"_s));
        stage.queue.setState(1, TransferState::Paused);
        QTRY_COMPARE(stage.seen<QLabel>(u"totalsSpeed"_s)->text(), u"–"_s);
    }

    void theGraphTellsItsValues()
    {
        UiFixture ui;
        TransferSamples samples(61);
        SpeedGraph graph(ui.context(), &samples);
        graph.resize(500, 84);
        QVERIFY(showActive(&graph));
        graph.setFocus();
        QTest::keyClick(&graph, Qt::Key_Left);
        QVERIFY(graph.valueText().isEmpty()); // there is nothing
        for (int i = 1; i <= 5; ++i)
            samples.add(i * 10'000'000);
        graph.clearFocus();
        graph.refresh();
        QCOMPARE(graph.accessibleDescription(),
                 u"Now 50.0 MB/s, highest 50.0 MB/s, on average 30.0 MB/s"_s);
        graph.setFocus();
        QTest::keyClick(&graph, Qt::Key_Left);
        QCOMPARE(graph.valueText(), u"50.0 MB/s now"_s);
        QTest::keyClick(&graph, Qt::Key_Left);
        QCOMPARE(graph.valueText(), u"40.0 MB/s, 1 s ago"_s);
        QCOMPARE(graph.accessibleDescription(), graph.valueText());
        QTest::keyClick(&graph, Qt::Key_Home);
        QCOMPARE(graph.valueText(), u"10.0 MB/s, 4 s ago"_s); // the oldest that there is
        QTest::keyClick(&graph, Qt::Key_Escape);
        QVERIFY(graph.valueText().isEmpty());
        QTest::mouseMove(&graph, QPoint(graph.width() - 13, 20));
        QTRY_COMPARE(graph.valueText(), u"50.0 MB/s now"_s);
        QTest::mouseMove(&graph, QPoint(graph.width() - 20, 20));
        QTRY_COMPARE(graph.valueText(), u"40.0 MB/s, 1 s ago"_s);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&graph, &leave);
        QVERIFY(graph.valueText().isEmpty());
    }

    void theGraphIsPaintedInEveryTheme()
    {
        UiFixture ui;
        TransferSamples samples(10);
        for (int i = 0; i < 10; ++i)
            samples.add(50'000'000);
        SpeedGraph graph(ui.context(), &samples);
        graph.resize(400, 84);
        QList<QImage> pictures;
        for (const Appearance look :
             {Appearance::Light, Appearance::Dark, Appearance::HighContrast}) {
            ui.theme.setAppearance(look);
            const QImage picture = graph.grab().toImage();
            // The line, which runs along the top, is a mark that can be seen.
            double contrast = 1;
            for (int y = 0; y < picture.height() / 2; ++y)
                contrast = std::max(contrast,
                                    Theme::contrast(picture.pixelColor(picture.width() / 2, y),
                                                    ui.theme.color(Token::Window)));
            QVERIFY2(contrast >= 3, qPrintable(appearanceName(look)));
            QVERIFY(!pictures.contains(picture));
            pictures.append(picture);
        }
    }

    void connections()
    {
        TransfersStage stage;
        QVERIFY(stage.show());
        Transfer transfer = sampleTransfer(u"a/1"_s, TransferState::Running);
        TransferConnection connection;
        connection.path = u"dir/model.safetensors"_s;
        connection.host = u"cdn.example"_s;
        connection.end = 64'000'000;
        connection.state = TransferConnection::State::Stalled;
        transfer.connections = {connection, connection};
        const TransferId id = stage.queue.add(transfer);
        stage.click(0);
        auto *tabs = stage.pane.findChild<QTabBar *>(u"detailsTabs"_s);
        QCOMPARE(tabs->tabText(1), u"Connections 2"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        auto *list = stage.seen<QListView>(u"detailsConnections"_s);
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(0, 0).data(TransferConnectionsModel::StatusRole).toString(),
                 u"Stalled, reconnecting"_s);
        stage.queue.edit(id).connections.pop_back();
        stage.queue.announce({id});
        QCOMPARE(list->model()->rowCount(), 1);
        stage.queue.edit(id).connections.clear();
        stage.queue.setState(id, TransferState::Paused);
        QVERIFY(!list->isVisible());
        QVERIFY(stage.seen<QLabel>(u"detailsNoConnections"_s));
        QCOMPARE(tabs->tabText(1), u"Connections"_s);
    }
};

HUBDESK_UI_TEST_MAIN(TestTransferTotals)
#include "tst_transfertotals.moc"
