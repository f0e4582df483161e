// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/listformat.h"
#include "app/cli/progressblock.h"

#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

RepoInfo sample()
{
    RepoInfo repo;
    repo.repo = {RepoType::Model, u"ns/name"_s};
    repo.author = u"ns"_s;
    repo.downloads = 5'000'000'000;
    repo.likes = 7;
    repo.lastModified = QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9, 10), QTimeZone::utc());
    repo.gated = Gating::Automatic;
    repo.isPrivate = true;
    repo.tags = {u"b"_s, u"a"_s};
    repo.pipelineTag = u"text-generation"_s;
    return repo;
}

} // namespace

class TestCliOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listAsJson();
    void listAsJsonWithoutFacts();
    void listAsTable();
    void sortNamesAreKnown();
    void progress_data();
    void progress();
};

void TestCliOutput::listAsJson()
{
    const QJsonObject object = listJson({sample()}).at(0).toObject();
    QCOMPARE(object.keys(),
             (QStringList{u"author"_s, u"downloads"_s, u"gated"_s, u"id"_s, u"last_modified"_s,
                          u"likes"_s, u"pipeline_tag"_s, u"private"_s, u"tags"_s}));
    QCOMPARE(object[u"id"_s], QJsonValue(u"ns/name"_s));
    QCOMPARE(object[u"downloads"_s].toInteger(), 5'000'000'000);
    QCOMPARE(object[u"last_modified"_s], QJsonValue(u"2024-05-06T07:08:09.010Z"_s));
    QCOMPARE(object[u"gated"_s], QJsonValue(u"auto"_s));
    QCOMPARE(object[u"private"_s], QJsonValue(true));
    QCOMPARE(object[u"tags"_s].toArray(), (QJsonArray{u"b"_s, u"a"_s}));
    QCOMPARE(object[u"pipeline_tag"_s], QJsonValue(u"text-generation"_s));
}

void TestCliOutput::listAsJsonWithoutFacts()
{
    RepoInfo repo;
    repo.repo = {RepoType::Model, u"gpt2"_s};
    const QJsonObject object = listJson({repo}).at(0).toObject();
    QVERIFY(object[u"author"_s].isNull());
    QVERIFY(object[u"last_modified"_s].isNull());
    QVERIFY(object[u"pipeline_tag"_s].isNull());
    QCOMPARE(object[u"gated"_s], QJsonValue(false));
    QCOMPARE(listJson({}), QJsonArray());
}

void TestCliOutput::listAsTable()
{
    QCOMPARE(listTable({sample()}),
             u"ID      TASK             DOWNLOADS LIKES LAST MODIFIED ACCESS\n"
             "ns/name text-generation 5000000000     7 2024-05-06    private,gated"_s);
}

void TestCliOutput::sortNamesAreKnown()
{
    for (const QString &name : sortNames().sliced(1))
        QVERIFY2(sortFromName(name) != SearchSort::Trending, qPrintable(name));
    QCOMPARE(sortFromName({}), SearchSort::Trending);
}

void TestCliOutput::progress_data()
{
    QTest::addColumn<Transfer>("transfer");
    QTest::addColumn<QString>("text");
    Transfer transfer;
    QTest::newRow("queued") << transfer << u"Asking the Hub what there is"_s;
    transfer.waitReason = u"waits for its turn"_s;
    QTest::newRow("waiting") << transfer << u"waits for its turn"_s;
    transfer.waitReason.clear();
    transfer.state = TransferState::Running;
    transfer.filesTotal = 12;
    transfer.filesDone = 3;
    transfer.totalBytes = 1'073'741'824;
    transfer.doneBytes = 536'870'912;
    QTest::newRow("running") << transfer << u"3 of 12 files, 536.9M of 1.1G (50%)"_s;
    transfer.speed = 23'500'000;
    transfer.secondsLeft = 83;
    QTest::newRow("with speed") << transfer
                                << u"3 of 12 files, 536.9M of 1.1G (50%), 23.5M/s, 1:23 left"_s;
    transfer.secondsLeft = 3 * 3600 + 65;
    QTest::newRow("hours") << transfer
                           << u"3 of 12 files, 536.9M of 1.1G (50%), 23.5M/s, 3:01:05 left"_s;
    Transfer empty;
    empty.state = TransferState::Running;
    empty.filesTotal = 1;
    QTest::newRow("no bytes") << empty << u"0 of 1 files"_s;
}

void TestCliOutput::progress()
{
    QFETCH(Transfer, transfer);
    QTEST(progressLine(transfer), "text");
}

QTEST_GUILESS_MAIN(TestCliOutput)
#include "tst_clioutput.moc"
