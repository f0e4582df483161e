// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/dryrunreport.h"
#include "app/cli/listformat.h"
#include "app/cli/progressblock.h"
#include "app/cli/progressdisplay.h"
#include "app/cli/verifycommand.h"

#include <QJsonArray>
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
    void rowsFitTheTerminal_data();
    void rowsFitTheTerminal();
    void rowOfAFile();
    void blockShowsWhatMoves();
    void namesCannotSteerTheTerminal();
    void redrawsInPlace();
    void dryRun();
    void dryRunOfNothing();
    void verification();
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

void TestCliOutput::rowsFitTheTerminal_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("isUnicode");
    for (const int columns : {1, 5, 20, 40, 60, 80, 132, 250}) {
        QTest::addRow("%d", columns) << columns << true;
        QTest::addRow("%d, letters only", columns) << columns << false;
    }
}

void TestCliOutput::rowsFitTheTerminal()
{
    QFETCH(int, columns);
    QFETCH(bool, isUnicode);
    const TerminalShape shape{columns, 24, isUnicode};
    for (const double fraction : {0.0, 0.001, 0.333, 0.5, 0.999, 1.0}) {
        for (const QString &label :
             {u"a"_s, u"very/long/"_s.repeated(30), u"模型"_s.repeated(60)}) {
            const QString row = progressRow(label, fraction, u"1.1G of 2.2G  20.0M/s"_s, shape);
            QVERIFY2(terminalWidth(row) < std::max(columns, 2), qPrintable(row));
            if (!isUnicode && label.size() < 300 && label.at(0) != u'模') {
                for (const QChar c : row)
                    QVERIFY2(c.unicode() < 128, qPrintable(row));
            }
        }
    }
}

void TestCliOutput::rowOfAFile()
{
    const QString row = progressRow(u"sub/model.bin"_s, 0.5, u"1.0G of 2.0G"_s, {80, 24, false});
    QCOMPARE(row,
             u"sub/model.bin"_s + QString(15, u' ')
                 + u"[###############...............]  50%  1.0G of 2.0G"_s);
    QCOMPARE(terminalWidth(row), 79);
    const QString narrow = progressRow(u"sub/model.bin"_s, 0.5, u"1.0G of 2.0G"_s, {36, 24, false});
    QCOMPARE(narrow, u"sub/model.bin  50%  1.0G of 2.0G"_s);
    QVERIFY(progressRow(u"x"_s, 0.26, {}, {80, 24, true}).contains(u"███"_s));
}

void TestCliOutput::blockShowsWhatMoves()
{
    Transfer transfer;
    transfer.state = TransferState::Running;
    transfer.filesTotal = 20;
    transfer.filesDone = 3;
    transfer.totalBytes = 2000;
    transfer.doneBytes = 1000;
    transfer.speed = 100;
    transfer.secondsLeft = 10;
    for (int i = 0; i < 20; ++i) {
        TransferFile file;
        file.path = u"file%1"_s.arg(i);
        file.size = 100;
        file.received = 50;
        file.state = i % 2 == 0 ? TransferState::Running : TransferState::Queued;
        transfer.files.push_back(file);
    }
    QStringList rows = progressBlock(transfer, {100, 24, false});
    QCOMPARE(rows.size(), 5);
    QVERIFY(rows.at(0).startsWith(u"file0 "_s));
    QVERIFY(rows.at(1).startsWith(u"file2 "_s));
    QVERIFY2(rows.at(4).startsWith(u"3 of 20 files"_s), qPrintable(rows.at(4)));
    QVERIFY2(rows.at(4).endsWith(u"1.0K of 2.0K  100.0/s  0:10 left"_s), qPrintable(rows.at(4)));
    QVERIFY(rows.at(0).indexOf(u'[') > 0);
    QCOMPARE(rows.at(0).indexOf(u'['), rows.at(4).indexOf(u'['));
    QCOMPARE(progressBlock(transfer, {100, 4, false}).size(), 2);
    transfer.waitReason = u"waits"_s;
    QCOMPARE(progressBlock(transfer, {100, 24, false}).last(), u"waits"_s);
    transfer.state = TransferState::Queued;
    QCOMPARE(progressBlock(transfer, {100, 24, false}), QStringList{u"waits"_s});
}

void TestCliOutput::namesCannotSteerTheTerminal()
{
    const QString row = progressRow(u"evil\x1b[2J\n\u202e.bin"_s, 0.5, u"x"_s, {80, 24, true});
    QVERIFY(!row.contains(u'\x1b') && !row.contains(u'\n') && !row.contains(QChar(0x202e)));
}

void TestCliOutput::redrawsInPlace()
{
    QCOMPARE(ProgressDisplay::redraw(0, {u"a"_s, u"b"_s}), u"\ra\x1b[K\nb\x1b[K"_s);
    QCOMPARE(ProgressDisplay::redraw(2, {u"c"_s, u"d"_s}), u"\r\x1b[1Ac\x1b[K\nd\x1b[K"_s);
    QCOMPARE(ProgressDisplay::redraw(3, {u"e"_s}), u"\r\x1b[2Ae\x1b[K\x1b[J"_s);
    QCOMPARE(ProgressDisplay::redraw(1, {}), u"\r\x1b[J"_s);
}

void TestCliOutput::dryRun()
{
    DryRunPlan plan;
    plan.commit = QString(40, u'1');
    plan.files = {
        {u"config.json"_s, u"e1"_s, 12, true, false, 0, {}, u"/hub/config.json"_s},
        {u"model.bin"_s, u"e2"_s, 1'500'000, false, true, 500'000, QUrl(u"http://hub.test"_s),
         u"/hub/model.bin"_s},
    };
    plan.volumes = {{u"/data"_s, 1'000'000, 800'000}};
    QCOMPARE(dryRunTable(plan),
             u"[dry-run] Will download 1 files (out of 2) totalling 1.5M.\n"
             "FILE        SIZE\n"
             "----------- ----\n"
             "config.json -   \n"
             "model.bin   1.5M"_s);
    const QStringList notes = dryRunNotes(plan);
    QCOMPARE(notes.size(), 2);
    QVERIFY(notes.at(0).contains(u"500.0K"_s) && notes.at(0).contains(u"1.0M to fetch"_s));
    QVERIFY(notes.at(1).contains(u"1.0M needed on /data, 800.0K free. That is not enough."_s));
    const QJsonObject json = dryRunJson(plan);
    QCOMPARE(json[u"commit_hash"_s].toString(), plan.commit);
    QCOMPARE(json[u"bytes_to_download"_s].toInteger(), 1'000'000);
    const QJsonObject file = json[u"files"_s][1].toObject();
    QCOMPARE(file,
             (QJsonObject{{u"commit_hash"_s, plan.commit},
                          {u"file_size"_s, 1'500'000},
                          {u"filename"_s, u"model.bin"_s},
                          {u"is_cached"_s, false},
                          {u"local_path"_s, u"/hub/model.bin"_s},
                          {u"will_download"_s, true},
                          {u"resumable_bytes"_s, 500'000},
                          {u"endpoint"_s, u"http://hub.test"_s}}));
    QVERIFY(json[u"files"_s][0][u"endpoint"_s].isNull());
    QCOMPARE(json[u"volumes"_s][0][u"available"_s].toInteger(), 800'000);
    QCOMPARE(json[u"mirrors"_s].toArray(), QJsonArray());
    plan.mirrors = {QUrl(u"http://one.test"_s), QUrl(u"http://two.test"_s)};
    QVERIFY(dryRunNotes(plan).at(1).endsWith(": http://one.test, http://two.test."_L1));
    QCOMPARE(dryRunJson(plan)[u"mirrors"_s].toArray(),
             (QJsonArray{u"http://one.test"_s, u"http://two.test"_s}));
}

void TestCliOutput::dryRunOfNothing()
{
    QCOMPARE(dryRunTable({}),
             u"[dry-run] Will download 0 files (out of 0) totalling 0.0.\n"
             "No results found."_s);
}

void TestCliOutput::verification()
{
    using State = VerifiedFile::State;
    VerifiedRepo repo;
    repo.repo = {RepoType::Model, u"ns/m"_s};
    repo.folder = u"/hub/models--ns--m"_s;
    VerifiedFile right;
    right.path = u"a"_s;
    right.state = State::Right;
    repo.files = {right};
    VerifyReport report;
    report.repos = {repo};
    QCOMPARE(verifyLines(report),
             QStringList{u"Verified 1 file(s) for model 'ns/m'. All checksums match."_s});
    VerifiedFile wrong;
    wrong.path = u"b"_s;
    wrong.expected = QString(64, u'a');
    wrong.found = QString(64, u'b');
    wrong.state = State::Wrong;
    VerifiedFile missing;
    missing.path = u"c"_s;
    missing.state = State::Missing;
    report.repos.front().files = {right, wrong, missing};
    const QStringList lines = verifyLines(report);
    QCOMPARE(lines,
             (QStringList{
                 u"Wrong: b: expected %1 (sha256), got %2"_s.arg(wrong.expected, wrong.found),
                 u"Missing: c"_s, u"model 'ns/m': 1 right, 1 wrong, 1 missing, 0 of unknown hash"_s,
                 u"Verification failed: 1 wrong, 1 missing."_s}));
    const QJsonObject json = verifyJson(report)[u"repos"_s][0].toObject();
    QCOMPARE(json[u"repo_id"_s].toString(), u"ns/m"_s);
    QCOMPARE(json[u"checked_count"_s].toInt(), 2);
    QCOMPARE(json[u"mismatches"_s][0][u"algorithm"_s].toString(), u"sha256"_s);
    QCOMPARE(json[u"mismatches"_s][0][u"actual"_s].toString(), wrong.found);
    QCOMPARE(json[u"missing_paths"_s].toArray(), QJsonArray{u"c"_s});
    QVERIFY(json[u"revision"_s].isNull());
}

QTEST_GUILESS_MAIN(TestCliOutput)
#include "tst_clioutput.moc"
