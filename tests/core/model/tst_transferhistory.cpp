// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferhistory.h"
#include "core/model/transferhistoryfilter.h"
#include "core/model/transferhistorystore.h"
#include "tests/support/faketransferqueue.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using Kind = TransferEvent::Kind;

namespace {

const QDateTime kNow(QDate(2026, 3, 1), QTime(12, 30), QTimeZone::UTC);

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TransferEvent sample(TransferId id, const QString &text)
{
    return {.time = kNow.addSecs(static_cast<qint64>(id)),
            .transfer = id,
            .kind = Kind::Finished,
            .repo = u"hf://a/b"_s,
            .text = text};
}

Transfer fresh(const QString &repo, TransferState state)
{
    Transfer transfer = sampleTransfer(repo, state);
    transfer.createdAt = QDateTime::currentDateTimeUtc();
    return transfer;
}

} // namespace

class TestTransferHistory : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString file() const
    {
        return m_folder.filePath(
            u"state/%1.jsonl"_s.arg(QLatin1StringView(QTest::currentTestFunction())));
    }

    static QStringList texts(const TransferHistory &history)
    {
        QStringList texts;
        for (int row = 0; row < history.model()->rowCount(); ++row)
            texts.append(history.model()->at(row).text);
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void sentences_data()
    {
        QTest::addColumn<Transfer>("transfer");
        QTest::addColumn<TransferState>("before");
        QTest::addColumn<QString>("text");
        Transfer finished = sampleTransfer(u"meta/foo"_s, TransferState::Finished, 4'200'000'000);
        finished.fetchedBytes = 4'200'000'000;
        finished.verifiedAt = kNow;
        QTest::newRow("finished") << finished << TransferState::Verifying
                                  << u"Finished meta/foo: 3 files, 4.2 GB in 2 min, verified"_s;
        finished.fetchedBytes = 0;
        finished.verifiedAt = {};
        QTest::newRow("was there") << finished << TransferState::Preparing
                                   << u"Finished meta/foo: 3 files, 4.2 GB, all of it was there"_s;
        const Transfer failed = sampleTransfer(u"meta/foo"_s, TransferState::Failed);
        QTest::newRow("failed") << failed << TransferState::Running
                                << u"Failed meta/foo: The disk /data is full: 3.1 GB missing."_s;
        const Transfer paused = sampleTransfer(u"meta/foo"_s, TransferState::Paused);
        QTest::newRow("paused") << paused << TransferState::Running
                                << u"Paused meta/foo at 1.2 GB of 4.9 GB"_s;
        Transfer queued = sampleTransfer(u"meta/foo"_s, TransferState::Queued);
        QTest::newRow("continued")
            << queued << TransferState::Paused << u"Put meta/foo back into the queue"_s;
        QTest::newRow("queued again") << queued << TransferState::Running << QString();
        queued.waitReason = u"The disk is full."_s;
        QTest::newRow("waits") << queued << TransferState::Running
                               << u"meta/foo waits: The disk is full."_s;
        const Transfer running = sampleTransfer(u"meta/foo"_s, TransferState::Running);
        QTest::newRow("started") << running << TransferState::Queued << u"Started meta/foo"_s;
        QTest::newRow("goes on") << running << TransferState::Preparing << QString();
    }
    void sentences()
    {
        QFETCH(Transfer, transfer);
        QFETCH(TransferState, before);
        const auto event = transferEvent(transfer, before, 118, kNow);
        QTEST(event ? event->text : QString(), "text");
    }

    void noTokenAndNoSignedLink()
    {
        Transfer failed = sampleTransfer(u"meta/foo"_s, TransferState::Failed);
        failed.error->message =
            u"No reply to hf_abcdefghijklmnopqrstuvwxyz0123 from "
            "https://cdn.example/x?X-Amz-Signature=deadbeef&Expires=1\nsecond line"_s;
        const auto event = transferEvent(failed, TransferState::Running, 1, kNow);
        QVERIFY(event);
        QVERIFY2(!event->text.contains(u"hf_abc"_s), qPrintable(event->text));
        QVERIFY2(!event->text.contains(u"deadbeef"_s), qPrintable(event->text));
        QVERIFY(!event->text.contains(u'\n'));
    }

    void tellsWhatTheEngineNotes()
    {
        FakeTransferQueue queue;
        TransferHistory history(&queue);
        const auto id = queue.add(fresh(u"a/b"_s, TransferState::Running));
        QTRY_VERIFY(history.model()->rowCount() > 0);
        const int before = history.model()->rowCount();
        Q_EMIT queue.transferNoted(
            id, u"The mirror https://one.test sent wrong content for “x.bin”."_s);
        Q_EMIT queue.transferNoted(id + 1, u"Nobody knows this one."_s);
        QTRY_COMPARE(history.model()->rowCount(), before + 1);
        const TransferEvent &event = history.model()->at(0);
        QCOMPARE(event.kind, TransferEvent::Kind::Noted);
        QCOMPARE(event.transfer, id);
        QCOMPARE(event.text, u"a/b: The mirror https://one.test sent wrong content for “x.bin”."_s);
        QCOMPARE(transferEventFromJson(toJson(event))->kind, TransferEvent::Kind::Noted);
    }

    void followsTheQueue()
    {
        FakeTransferQueue queue;
        TransferHistory history(&queue);
        QAbstractItemModelTester tester(history.model());
        const auto id = queue.add(fresh(u"a/b"_s, TransferState::Queued));
        queue.setState(id, TransferState::Preparing);
        queue.setState(id, TransferState::Running);
        queue.setState(id, TransferState::Finished);
        QTRY_COMPARE(history.model()->rowCount(), 3);
        QVERIFY(texts(history).at(0).startsWith(u"Finished a/b: 3 files, 4.9 GB"_s));
        QCOMPARE(texts(history).at(1), u"Started a/b"_s);
        QCOMPARE(texts(history).at(2), u"Added a/b: all files"_s);
        QCOMPARE(history.model()->index(0).data(TransferHistoryModel::TransferRole).toULongLong(),
                 id);
    }

    void whatComesBackIsNotNew()
    {
        FakeTransferQueue queue;
        TransferHistory history(&queue);
        queue.add(sampleTransfer(u"a/old"_s, TransferState::Paused)); // made long ago
        queue.add(fresh(u"a/new"_s, TransferState::Queued));
        QTRY_COMPARE(history.model()->rowCount(), 1);
        QCOMPARE(texts(history).at(0), u"Added a/new: all files"_s);
    }

    void survivesARestart()
    {
        FakeTransferQueue queue;
        const QString path = file();
        {
            TransferHistory history(&queue, path);
            queue.add(fresh(u"a/first"_s, TransferState::Queued));
        } // The end writes what is not written yet.
        QCOMPARE(content(path).count('\n'), 1);
        QCOMPARE(QFile::permissions(path)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        // A crash in the middle of a line.
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::Append));
        damaged.write("{\"time\":\"20");
        damaged.close();
        {
            FakeTransferQueue next;
            TransferHistory history(&next, path);
            next.add(fresh(u"a/second"_s, TransferState::Queued));
            QTRY_COMPARE(history.model()->rowCount(), 2);
            QCOMPARE(texts(history),
                     (QStringList{u"Added a/second: all files"_s, u"Added a/first: all files"_s}));
        }
        FakeTransferQueue last;
        TransferHistory history(&last, path);
        QTRY_COMPARE(history.model()->rowCount(), 2);
        history.clear();
        QCOMPARE(history.model()->rowCount(), 0);
        QTRY_VERIFY(!QFile::exists(path));
    }

    void theFileIsBounded()
    {
        const QString path = file();
        TransferHistoryStore store(path, 10);
        for (TransferId id = 1; id <= 30; ++id) {
            const QByteArray line =
                QJsonDocument(toJson(sample(id, u"text"_s))).toJson(QJsonDocument::Compact) + '\n';
            store.append(line, 1);
            QVERIFY(content(path).count('\n') <= 20);
        }
        QSignalSpy loaded(&store, &TransferHistoryStore::loaded);
        store.load();
        const auto events = loaded.value(0).value(0).value<std::vector<TransferEvent>>();
        QCOMPARE(events.size(), size_t(10));
        QCOMPARE(events.back(), sample(30, u"text"_s));
    }

    void theModelIsBounded()
    {
        TransferHistoryModel model(5);
        QAbstractItemModelTester tester(&model);
        std::vector<TransferEvent> events;
        for (TransferId id = 1; id <= 4; ++id)
            events.push_back(sample(id, u"text"_s));
        model.addNewer(events);
        model.addOlder({sample(90, u"older"_s), sample(91, u"old"_s)});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.at(0).transfer, TransferId(4));
        QCOMPARE(model.at(4).transfer, TransferId(91)); // the newest of the old ones
        model.addNewer({sample(5, u"text"_s), sample(6, u"text"_s)});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.at(0).transfer, TransferId(6));
        QCOMPARE(model.at(4).transfer, TransferId(2));
        events.resize(20, sample(7, u"many"_s));
        model.addNewer(events);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.at(4).text, u"many"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void filters()
    {
        TransferHistoryModel model(10);
        TransferHistoryFilter filter;
        filter.setSourceModel(&model);
        QAbstractItemModelTester tester(&filter);
        model.addNewer({sample(1, u"Started one"_s), sample(2, u"Failed two"_s)});
        QCOMPARE(filter.rowCount(), 2);
        filter.setText(u"FAILED"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        filter.setTransfer(1);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"Started one"_s);
    }

    void jsonThereAndBack()
    {
        const TransferEvent event = sample(7, u"Finished \"a\""_s);
        QCOMPARE(transferEventFromJson(toJson(event)), event);
        QJsonObject broken = toJson(event);
        broken.insert(u"event"_s, u"exploded"_s);
        QVERIFY(!transferEventFromJson(broken));
        broken = toJson(event);
        broken.insert(u"time"_s, u"yesterday"_s);
        QVERIFY(!transferEventFromJson(broken));
    }

    void exports()
    {
        const std::vector<TransferEvent> events{sample(1, u"Finished \"a\", well"_s),
                                                sample(2, u"=cmd()"_s)};
        QCOMPARE(historyFormat(u"/x/a.CSV"_s), HistoryFormat::Csv);
        QCOMPARE(historyFormat(u"/x/a.json"_s), HistoryFormat::Json);
        QCOMPARE(historyFormat(u"/x/a"_s), HistoryFormat::Text);
        const QByteArray csv = exportedHistory(events, HistoryFormat::Csv);
        QVERIFY(csv.startsWith("time,transfer,event,repo,text\r\n"));
        QVERIFY(csv.contains("2026-03-01T12:30:01Z,1,finished,\"hf://a/b\","
                             "\"Finished \"\"a\"\", well\"\r\n"));
        QVERIFY(csv.contains("\"'=cmd()\"")); // no formula
        const auto json = QJsonDocument::fromJson(exportedHistory(events, HistoryFormat::Json));
        QCOMPARE(json.array().size(), 2);
        QCOMPARE(transferEventFromJson(json.array().at(1).toObject()), events[1]);
        QCOMPARE(exportedHistory(events, HistoryFormat::Text).count('\n'), 2);
    }

    void exportsToAFile()
    {
        FakeTransferQueue queue;
        TransferHistory history(&queue);
        queue.add(fresh(u"a/b"_s, TransferState::Queued));
        QSignalSpy exported(&history, &TransferHistory::exported);
        const QString path = m_folder.filePath(u"out.txt"_s);
        history.exportTo(path);
        QTRY_COMPARE(exported.count(), 1);
        QCOMPARE(exported[0][1].toString(), QString());
        QVERIFY(content(path).contains("Added a/b: all files"));
        history.exportTo(m_folder.filePath(u"no/such/folder/out.txt"_s));
        QTRY_COMPARE(exported.count(), 2);
        QVERIFY(!exported[1][1].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTransferHistory)
#include "tst_transferhistory.moc"
