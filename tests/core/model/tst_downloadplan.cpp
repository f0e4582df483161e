// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/downloadcontroller.h"
#include "core/model/downloadfilesmodel.h"
#include "core/model/downloadplan.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const RepoId kRepo{RepoType::Model, u"org/name"_s};

std::vector<TreeEntry> entries()
{
    const auto file = [](const QString &path, qint64 size) {
        TreeEntry entry;
        entry.path = path;
        entry.size = size;
        return entry;
    };
    return {file(u"config.json"_s, 100), file(u"model.safetensors"_s, 4'000'000'000),
            file(u"pytorch_model.bin"_s, 4'000'000'000), file(u"docs/a.md"_s, 50)};
}

DownloadPlan plan()
{
    DownloadPlan plan;
    plan.setFiles(kRepo, u"v1"_s, entries());
    plan.setFreeBytes(100'000'000'000);
    return plan;
}

int groupOf(const DownloadPlan &plan, FileGroup::Kind kind)
{
    for (size_t i = 0; i < plan.groups().size(); ++i) {
        if (plan.groups()[i].kind == kind)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

class TestDownloadPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsSafetensors();
    void suggestsMiddleQuantisation();
    void everythingIsOnePatternOrder();
    void groupIsExactFiles();
    void patternsNarrowLive();
    void checkMarksWin();
    void onlyOneFolder();
    void cachedAndSpace();
    void problems();
    void splitsPatterns();
    void model();
};

void TestDownloadPlan::suggestsSafetensors()
{
    const DownloadPlan p = plan();
    QCOMPARE(p.groups()[size_t(p.group())].kind, FileGroup::Kind::Safetensors);
    QCOMPARE(p.chosenCount(), 3);
    QCOMPARE(p.chosenBytes(), 4'000'000'150);
    QCOMPARE(p.request().files,
             (QStringList{u"config.json"_s, u"model.safetensors"_s, u"docs/a.md"_s}));
}

void TestDownloadPlan::suggestsMiddleQuantisation()
{
    std::vector<FileGroup> groups(4);
    for (size_t i = 1; i < groups.size(); ++i)
        groups[i].kind = FileGroup::Kind::Gguf;
    groups[1].title = u"Q2_K"_s;
    groups[2].title = u"Q4_K_M"_s;
    groups[3].title = u"F16"_s;
    QCOMPARE(DownloadPlan::suggestedGroup(groups), 2);
    groups[2].title = u"IQ3_M"_s;
    QCOMPARE(DownloadPlan::suggestedGroup(groups), 1);
    QCOMPARE(DownloadPlan::suggestedGroup({}), -1);
}

void TestDownloadPlan::everythingIsOnePatternOrder()
{
    DownloadPlan p = plan();
    p.setGroup(groupOf(p, FileGroup::Kind::Everything));
    DownloadRequest request = p.request();
    QCOMPARE(request.repo, kRepo);
    QCOMPARE(request.revision, u"v1"_s);
    QVERIFY(request.files.isEmpty());
    QVERIFY(!request.allow.has_value());
    p.setPatterns({u"*.json"_s}, {u"docs/"_s});
    request = p.request();
    QVERIFY(request.files.isEmpty());
    QCOMPARE(request.allow, QStringList{u"*.json"_s});
    QCOMPARE(request.ignore, QStringList{u"docs/"_s});
    QCOMPARE(p.chosenCount(), 1);
}

void TestDownloadPlan::groupIsExactFiles()
{
    DownloadPlan p = plan();
    p.setGroup(groupOf(p, FileGroup::Kind::ConfigOnly));
    QCOMPARE(p.request().files, QStringList{u"config.json"_s});
}

void TestDownloadPlan::patternsNarrowLive()
{
    DownloadPlan p = plan();
    p.setPatterns({}, {u"*.safetensors"_s});
    QCOMPARE(p.request().files, (QStringList{u"config.json"_s, u"docs/a.md"_s}));
    p.setPatterns({u"docs/"_s}, {});
    QCOMPARE(p.request().files, QStringList{u"docs/a.md"_s});
    p.setPatterns({u"[unclosed"_s}, {});
    QCOMPARE(p.chosenCount(), 0);
    p.setPatterns({}, {});
    QCOMPARE(p.chosenCount(), 3);
}

void TestDownloadPlan::checkMarksWin()
{
    DownloadPlan p = plan();
    p.setChosen(u"docs/a.md"_s, false);
    p.setChosen(u"pytorch_model.bin"_s, true);
    p.setChosen(u"nothing"_s, true);
    p.setPatterns({}, {u"*.bin"_s});
    QCOMPARE(p.request().files,
             (QStringList{u"config.json"_s, u"model.safetensors"_s, u"pytorch_model.bin"_s}));
    p.setGroup(groupOf(p, FileGroup::Kind::Everything));
    QVERIFY(p.request().files.isEmpty());
    QCOMPARE(p.chosenCount(), 3); // the pattern still leaves out the .bin
}

void TestDownloadPlan::onlyOneFolder()
{
    DownloadPlan p = plan();
    p.chooseOnly({u"docs/a.md"_s, u"gone"_s});
    QCOMPARE(p.group(), -1);
    QCOMPARE(p.request().files, QStringList{u"docs/a.md"_s});
}

void TestDownloadPlan::cachedAndSpace()
{
    DownloadPlan p = plan();
    p.setCached({u"model.safetensors"_s, u"pytorch_model.bin"_s});
    QCOMPARE(p.cachedBytes(), 4'000'000'000);
    QCOMPARE(p.missingBytes(), 150);
    QCOMPARE(p.freeBytesAfter(), 100'000'000'000 - 150);
    p.setFreeBytes(-1);
    QVERIFY(!p.freeBytesAfter().has_value());
}

void TestDownloadPlan::problems()
{
    DownloadPlan p;
    QVERIFY(!p.problem().isEmpty());
    p = plan();
    QVERIFY2(p.problem().isEmpty(), qPrintable(p.problem()));
    p.setFreeBytes(1'000'000'000);
    QVERIFY2(p.problem().contains(u"3.1 GB"), qPrintable(p.problem()));
    p.setCached({u"config.json"_s, u"model.safetensors"_s, u"docs/a.md"_s});
    QVERIFY2(p.problem().isEmpty(), "nothing is fetched, so nothing needs room");
    p.setPatterns({u"nothing"_s}, {});
    QVERIFY(!p.problem().isEmpty());
    p.setFreeBytes(-1);
    p.setPatterns({}, {});
    QVERIFY(p.problem().isEmpty());
}

void TestDownloadPlan::splitsPatterns()
{
    QCOMPARE(splitPatterns(u" *.json, data/ ;x\n*.bin "_s),
             (QStringList{u"*.json"_s, u"data/"_s, u"x"_s, u"*.bin"_s}));
    QCOMPARE(splitPatterns(u" , "_s), QStringList());
}

void TestDownloadPlan::model()
{
    DownloadPlan p = plan();
    DownloadFilesModel model(&p);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QSignalSpy chosen(&model, &DownloadFilesModel::chooseRequested);
    QVERIFY(model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().at(0).toString(), u"pytorch_model.bin"_s);
    QVERIFY(!model.setData(model.index(2, 1), Qt::Checked, Qt::CheckStateRole));
    p.setCached({u"config.json"_s});
    model.choiceChanged();
    QCOMPARE(model.index(0, DownloadFilesModel::StateColumn).data().toString(), u"Cached"_s);
}

QTEST_GUILESS_MAIN(TestDownloadPlan)
#include "tst_downloadplan.moc"
