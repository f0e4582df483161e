// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferconnectionsmodel.h"
#include "core/model/transferfilesmodel.h"
#include "core/model/transferfiltermodel.h"
#include "core/model/transfermodel.h"
#include "tests/support/faketransferqueue.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTransferModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTransfers()
    {
        FakeTransferQueue queue;
        queue.add(sampleTransfer(u"a/first"_s, TransferState::Running));
        TransferModel model(&queue);
        QAbstractItemModelTester tester(&model);
        queue.add(sampleTransfer(u"a/second"_s, TransferState::Finished));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0, TransferModel::NameColumn);
        QCOMPARE(first.data().toString(), u"a/first"_s);
        QCOMPARE(first.data(TransferModel::StatusRole).toString(), u"Downloading"_s);
        QCOMPARE(first.data(TransferModel::SizeTextRole).toString(), u"1.2 GB of 4.9 GB"_s);
        QCOMPARE(first.data(TransferModel::SpeedRole).toString(), u"84.0 MB/s"_s);
        QCOMPARE(first.data(TransferModel::TimeLeftRole).toString(), u"44 s left"_s);
        QCOMPARE(model.index(1, 0).data(TransferModel::ProgressRole).toDouble(), 1.0);
        QCOMPARE(model.count(TransferGroup::Active), 1);
        QCOMPARE(model.count(TransferGroup::Ended), 1);
        QCOMPARE(model.count(TransferGroup::All), 2);
        QVERIFY(model.at(0).files.empty()); // thousands of rows must stay small
    }

    void updatesByRange()
    {
        FakeTransferQueue queue;
        std::vector<TransferId> ids;
        for (int i = 0; i < 20; ++i)
            ids.push_back(queue.add(sampleTransfer(u"a/%1"_s.arg(i), TransferState::Running)));
        TransferModel model(&queue);
        QAbstractItemModelTester tester(&model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        queue.announce({ids[2], ids[3], ids[4], ids[9]});
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2);
        QCOMPARE(changed[0][1].toModelIndex().row(), 4);
        QCOMPARE(changed[1][0].toModelIndex().row(), 9);
        changed.clear();
        // Every second row is more than half with the last one: one range.
        std::vector<TransferId> most;
        for (size_t i = 0; i < ids.size(); i += 2)
            most.push_back(ids[i]);
        most.push_back(ids.back());
        queue.announce(most);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(changed[0][1].toModelIndex().row(), 19);
        changed.clear();
        queue.announce({424242});
        QCOMPARE(changed.count(), 0);
        QCOMPARE(reset.count(), 0);
    }

    void removesNeighboursAsOneSpan()
    {
        FakeTransferQueue queue;
        std::vector<TransferId> ids;
        for (int i = 0; i < 10; ++i)
            ids.push_back(queue.add(sampleTransfer(u"a/%1"_s.arg(i),
                                                   i >= 2 && i < 5 ? TransferState::Finished
                                                                   : TransferState::Running)));
        TransferModel model(&queue);
        QAbstractItemModelTester tester(&model);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        queue.removeFinished();
        QTRY_COMPARE(model.rowCount(), 7);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][1].toInt(), 2);
        QCOMPARE(removed[0][2].toInt(), 4);
        QCOMPARE(moved.count(), 0);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.at(row).id), row);
        QCOMPARE(model.rowOf(ids[3]), -1);
        QCOMPARE(model.count(TransferGroup::Ended), 0);
        QCOMPARE(model.count(TransferGroup::Active), 7);
    }

    void removesScatteredRows()
    {
        constexpr int kRows = 600;
        FakeTransferQueue queue;
        std::vector<TransferId> ids;
        for (int i = 0; i < kRows; ++i)
            ids.push_back(queue.add(sampleTransfer(
                u"a/%1"_s.arg(i), i % 2 == 0 ? TransferState::Finished : TransferState::Queued)));
        TransferModel model(&queue);
        TransferFilterModel filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&model);
        QAbstractItemModelTester filterTester(&filter);
        std::vector<QPersistentModelIndex> kept;
        std::vector<QPersistentModelIndex> gone;
        for (int row = 0; row < kRows; ++row)
            (row % 2 == 0 ? gone : kept).emplace_back(filter.index(row, 0));
        QItemSelectionModel selection(&filter);
        selection.select(filter.index(301, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);

        // Whoever is told of a change may ask for any row.
        int told = 0;
        bool right = true;
        const auto check = [&] {
            ++told;
            for (int row = 0; row < model.rowCount(); ++row)
                right = right && model.rowOf(model.at(row).id) == row;
        };
        connect(&model, &QAbstractItemModel::layoutChanged, this, check);
        connect(&model, &QAbstractItemModel::rowsRemoved, this, check);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy counted(&model, &TransferModel::countsChanged);
        queue.removeFinished();
        queue.remove(ids[1]);
        queue.remove(ids[1]); // twice is once
        queue.add(sampleTransfer(u"a/new"_s, TransferState::Queued));
        QTRY_COMPARE(model.rowCount(), kRows / 2);
        QVERIFY(right);
        QCOMPARE(told, 2);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(counted.count(), 2); // the new one, all that went
        QCOMPARE(filter.rowCount(), kRows / 2);
        QCOMPARE(model.count(TransferGroup::Ended), 0);
        QCOMPARE(model.count(TransferGroup::All), kRows / 2);
        for (int i = 1; i < kRows / 2; ++i) { // the order is the queue's
            QCOMPARE(model.at(i - 1).id, ids[size_t(2 * i + 1)]);
            QCOMPARE(kept[size_t(i)].row(), i - 1);
            QCOMPARE(kept[size_t(i)].data().toString(), u"a/%1"_s.arg(2 * i + 1));
        }
        QCOMPARE(model.at(kRows / 2 - 1).request.repo.id, u"a/new"_s);
        QVERIFY(!kept[0].isValid());
        for (const QPersistentModelIndex &each : gone)
            QVERIFY(!each.isValid());
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.selectedRows().constFirst().data().toString(), u"a/301"_s);
    }

    void tenThousandRows()
    {
        FakeTransferQueue queue;
        std::vector<TransferId> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.push_back(queue.add(sampleTransfer(
                u"a/%1"_s.arg(i), i % 2 == 0 ? TransferState::Finished : TransferState::Queued)));
        TransferModel model(&queue);
        TransferFilterModel filter;
        filter.setSourceModel(&model);
        queue.reads = 0;
        queue.announce({ids[5000]});
        QCOMPARE(queue.reads, 1); // what did not change is not asked for
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        queue.removeFinished();
        QTRY_COMPARE(model.rowCount(), 5'000);
        QCOMPARE(removed.count(), 1); // not one a row
        QCOMPARE(filter.rowCount(), 5'000);
        QCOMPARE(model.rowOf(ids[99]), 49);
    }

    void reorders()
    {
        FakeTransferQueue queue;
        for (int i = 1; i <= 5; ++i)
            queue.add(sampleTransfer(u"a/%1"_s.arg(i), TransferState::Queued));
        TransferModel model(&queue);
        QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex second(model.index(1, 0));
        model.move({2, 4}, 1);
        QCOMPARE(queue.verbs.value(0), u"move 2,4 before 1"_s);
        const auto order = [&model] {
            QString text;
            for (int row = 0; row < model.rowCount(); ++row) {
                text += QString::number(model.at(row).id);
                if (model.rowOf(model.at(row).id) != row)
                    text += u'!';
            }
            return text;
        };
        QCOMPARE(order(), u"24135"_s);
        QCOMPARE(second.row(), 0); // goes with its transfer
        QCOMPARE(second.data().toString(), u"a/2"_s);
        model.move({1, 3}, 3); // before one of themselves: before what follows
        QCOMPARE(queue.verbs.value(1), u"move 1,3 before 5"_s);
        model.move({2}, 0);
        QCOMPARE(order(), u"41352"_s);
        model.move({77}, 0); // not in the list
        QCOMPARE(queue.verbs.size(), 3);
        QCOMPARE(reset.count(), 0);
    }

    void dragsRows()
    {
        FakeTransferQueue queue;
        for (int i = 1; i <= 4; ++i)
            queue.add(sampleTransfer(u"a/%1"_s.arg(i), TransferState::Queued));
        TransferModel model(&queue);
        TransferFilterModel filter;
        filter.setSourceModel(&model);
        const std::unique_ptr<QMimeData> data(
            filter.mimeData({filter.index(3, 0), filter.index(1, 0)}));
        QVERIFY(filter.flags(filter.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(!filter.flags(filter.index(0, 0)).testFlag(Qt::ItemIsDropEnabled));
        QVERIFY(filter.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        QCOMPARE(queue.verbs.value(0), u"move 2,4 before 1"_s);
        QVERIFY(filter.dropMimeData(data.get(), Qt::MoveAction, 4, 0, {}));
        QCOMPARE(queue.verbs.value(1), u"move 2,4 before 0"_s);
        QVERIFY(!filter.dropMimeData(data.get(), Qt::CopyAction, 0, 0, {}));
        TransferModel another(&queue);
        QVERIFY(!another.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        QCOMPARE(queue.verbs.size(), 2);
        QMimeData other;
        other.setText(u"1"_s);
        QVERIFY(!model.dropMimeData(&other, Qt::MoveAction, 0, 0, {}));
    }

    void connectionsKeepTheirRows()
    {
        TransferConnectionsModel model;
        QAbstractItemModelTester tester(&model);
        TransferConnection one;
        one.path = u"dir/model.safetensors"_s;
        one.host = u"cdn.example:8443"_s;
        one.begin = 1'000'000;
        one.end = 3'000'000;
        one.position = 1'500'000;
        one.speed = 12'000'000;
        one.state = TransferConnection::State::Receiving;
        TransferConnection two = one;
        two.state = TransferConnection::State::Stalled;
        two.note = u"No bytes for 10 s, reconnecting"_s;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setConnections({one, two});
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data(TransferConnectionsModel::FileRole).toString(), u"model.safetensors"_s);
        QCOMPARE(first.data(TransferConnectionsModel::RangeRole).toString(), u"1.0 MB to 3.0 MB"_s);
        QCOMPARE(first.data(TransferConnectionsModel::ProgressRole).toDouble(), 0.25);
        QCOMPARE(first.data(TransferConnectionsModel::SpeedRole).toString(), u"12.0 MB/s"_s);
        QCOMPARE(first.data(TransferConnectionsModel::StatusRole).toString(), u"Receiving"_s);
        QVERIFY(!first.data(TransferConnectionsModel::TroubleRole).toBool());
        QCOMPARE(model.index(1).data(TransferConnectionsModel::StatusRole).toString(), two.note);
        QVERIFY(model.index(1).data(TransferConnectionsModel::TroubleRole).toBool());
        QCOMPARE(changed.count(), 0);
        two.position += 1;
        model.setConnections({one, two});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        model.setConnections({one});
        model.setConnections({two, one, one});
        QCOMPARE(model.rowCount(), 3);
        model.setConnections({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.count(), 0);
    }

    void filters()
    {
        FakeTransferQueue queue;
        const TransferId id = queue.add(sampleTransfer(u"a/running"_s, TransferState::Running));
        queue.add(sampleTransfer(u"a/failed"_s, TransferState::Failed));
        TransferModel model(&queue);
        TransferFilterModel filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter);
        filter.setGroup(TransferGroup::Active);
        QCOMPARE(filter.rowCount(), 1);
        queue.setState(id, TransferState::Paused);
        QCOMPARE(filter.rowCount(), 0);
        filter.setGroup(TransferGroup::All);
        filter.setText(u"FAIL"_s);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"a/failed"_s);
    }

    void filesKeepTheirRows()
    {
        TransferFilesModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Transfer transfer = sampleTransfer(u"a/b"_s, TransferState::Running);
        model.setFiles(1, transfer.files);
        QCOMPARE(reset.count(), 1);
        transfer.files[1].received += 1'000;
        model.setFiles(1, transfer.files);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        model.setFiles(1, transfer.files);
        QCOMPARE(changed.count(), 1);
        model.setFiles(2, transfer.files);
        QCOMPARE(reset.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestTransferModel)
#include "tst_transfermodel.moc"
