// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/localfolder.h"
#include "core/model/downloadplan.h"
#include "core/model/downloadtarget.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const QString kEtag(40, u'e');
constexpr qint64 kRoom = 100'000'000'000;

std::vector<TreeEntry> entries()
{
    TreeEntry config;
    config.path = u"config.json"_s;
    config.size = 5;
    config.oid = kEtag;
    TreeEntry model;
    model.path = u"model.safetensors"_s;
    model.size = 4'000'000'000;
    model.oid = QString(40, u'f');
    return {config, model};
}

DownloadPlan planOf(const DownloadTarget &target, const TargetReport &report)
{
    DownloadPlan plan;
    plan.setFiles({RepoType::Model, u"org/name"_s}, u"main"_s, entries());
    plan.setFreeBytes(kRoom);
    plan.setTarget(target, report, u"/"_s);
    return plan;
}

} // namespace

class TestDownloadTarget : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const QString &path) const
    {
        const QString file = m_folder->filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write("12345"), 5);
    }
    TargetReport folder(const QString &path = {}) const
    {
        return examineTarget(
            {DownloadTarget::Kind::Folder, path.isEmpty() ? m_folder->path() : path}, entries());
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void emptyAndNewFolders()
    {
        QVERIFY(!folder().isForeign);
        QVERIFY(folder().freeBytes > 0);
        const TargetReport report = folder(m_folder->filePath(u"new/deep"_s));
        QVERIFY(report.isWritable);
        QVERIFY(!report.isForeign);
        QVERIFY(report.freeBytes > 0);
        QCOMPARE(report.volume, folder().volume);
    }

    void foreignFolderAndOurs()
    {
        write(u"holiday.jpg"_s);
        QVERIFY(folder().isForeign);
        write(u".cache/huggingface/.gitignore"_s); // a download was here
        QVERIFY(!folder().isForeign);
    }

    void hiddenFilesCount()
    {
        write(u".git/HEAD"_s);
        QVERIFY(folder().isForeign);
    }

    void fileInPlaceOfTheFolder()
    {
        write(u"file"_s);
        QVERIFY(!folder(m_folder->filePath(u"file"_s)).isWritable);
    }

    void knowsWhatIsThere()
    {
        write(u"config.json"_s);
        QVERIFY(folder().present.isEmpty()); // nobody vouches for it
        LocalFolder local(m_folder->path());
        QVERIFY(local.prepare(u"config.json"_s).has_value());
        QVERIFY(local.writeMetadata(u"config.json"_s, QString(40, u'c'), kEtag).has_value());
        QCOMPARE(folder().present, QSet<QString>{u"config.json"_s});
    }

    void archive()
    {
        const DownloadTarget target{DownloadTarget::Kind::Archive, m_folder->filePath(u"a.zip"_s)};
        QVERIFY(!examineTarget(target, {}).exists);
        write(u"a.zip"_s);
        const TargetReport report = examineTarget(target, {});
        QVERIFY(report.exists);
        QVERIFY(!report.isForeign);
        QVERIFY(report.isWritable);
    }

    void planForAFolder()
    {
        TargetReport report{.freeBytes = kRoom, .volume = u"/mnt"_s};
        report.present = {u"config.json"_s};
        DownloadPlan plan = planOf({DownloadTarget::Kind::Folder, u"/mnt/x"_s}, report);
        QCOMPARE(plan.request().localFolder, u"/mnt/x"_s);
        QVERIFY(plan.request().archive.isEmpty());
        QCOMPARE(plan.missingCount(), 1);
        QCOMPARE(plan.cachedBytes(), 5);
        QCOMPARE(*plan.freeBytesAfter(), kRoom - 4'000'000'000);
        // What the cache has is copied: nothing to fetch, but room to take.
        plan.setCached({u"model.safetensors"_s});
        QCOMPARE(plan.missingBytes(), 0);
        QCOMPARE(*plan.freeBytesAfter(), kRoom - 4'000'000'000);
        report.freeBytes = 990'000'000;
        plan.setTarget(plan.target(), report, u"/"_s);
        QCOMPARE(plan.problem(),
                 u"Not enough room: 3.1 GB more is needed on the disk of the folder."_s);
    }

    void planForAnArchive()
    {
        const DownloadTarget target{DownloadTarget::Kind::Archive, u"/mnt/x.zip"_s};
        DownloadPlan plan = planOf(target, {.freeBytes = kRoom, .volume = u"/mnt"_s});
        QCOMPARE(plan.request().archive, u"/mnt/x.zip"_s);
        QVERIFY(plan.request().localFolder.isEmpty());
        QCOMPARE(*plan.freeBytesAfter(), kRoom - 4'000'000'005);
        plan.setFreeBytes(1'000); // of the cache's disk, where the files go first
        QVERIFY(plan.problem().endsWith(u"disk of the cache."_s));
        // On one disk the two add up.
        plan = planOf(target, {.freeBytes = kRoom, .volume = u"/"_s});
        QCOMPARE(*plan.freeBytesAfter(), kRoom - 2 * 4'000'000'005);
    }

    void planWithoutAPlace()
    {
        QCOMPARE(planOf({DownloadTarget::Kind::Folder, {}}, {}).problem(),
                 u"Choose a folder first."_s);
        QCOMPARE(planOf({DownloadTarget::Kind::Folder, u"/x"_s}, {.isWritable = false}).problem(),
                 u"Nothing can be written to this folder."_s);
    }
};

QTEST_GUILESS_MAIN(TestDownloadTarget)
#include "tst_downloadtarget.moc"
