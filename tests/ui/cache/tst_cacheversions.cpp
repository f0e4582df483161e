// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"
#include "core/model/updatecontroller.h"
#include "core/model/updatefilesmodel.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/samplecache.h"
#include "tests/support/uifixture.h"
#include "ui/panes/cache/cachepane.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include <map>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const RepoId kAurora{RepoType::Model, u"aurora-labs/aurora-7b-instruct"_s};
const QByteArray kNew(40, 'e');

QByteArray file(const QByteArray &path, char etag, qint64 size)
{
    return R"({"type":"file","path":")" + path + R"(","oid":")" + QByteArray(40, etag)
        + R"(","size":)" + QByteArray::number(size) + '}';
}

} // namespace

//! New versions in the Cache pane: looking for them, seeing what they change, getting them, not
//! wanting them.
class TestCacheVersions : public QObject
{
    Q_OBJECT

private:
    struct Stage
    {
        Stage()
            : client(config(), &network),
              cache([] { return u"/data/hub"_s; },
                    [](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                        return sampleScan();
                    }),
              updates(&client, &ui.settings, &cache, &queue),
              pane(ui.context(), &cache, &updates)
        {
            pane.resize(1100, 760);
            network.setResponder([this](FakeReply *reply) { answer(reply); });
        }
        static ClientConfig config()
        {
            ClientConfig config;
            config.endpoint = QUrl(u"http://hub.test"_s);
            config.retryDelay = std::chrono::milliseconds(1);
            return config;
        }
        void answer(FakeReply *reply)
        {
            const QByteArray target = reply->target();
            const bool isAurora = target.startsWith(kAurora.apiPath());
            if (target.contains("/tree/") && treeStatus != 200)
                return reply->finishWith(treeStatus, R"({"error":"not now"})");
            if (target.contains("/tree/" + kNew))
                return reply->finishWith(
                    200,
                    '[' + file("README.md", '1', 4'200) + ',' + file("extra.json", '2', 800) + ','
                        + file("weights/model.safetensors", '3', 7'000'000) + ']');
            if (target.contains("/tree/"))
                return reply->finishWith(200,
                                         '[' + file("README.md", '1', 4'200) + ','
                                             + file("weights/model.safetensors", '4', 6'000'000)
                                             + ']');
            reply->finishWith(200,
                              R"({"id":"a/b","sha":")" + (isAurora ? kNew : QByteArray(40, 'a'))
                                  + R"(","lastModified":"2026-05-04T03:02:01.000Z"})");
        }
        template <class T> T *seen(const QString &name) { return visibleChild<T>(&pane, name); }
        QTreeView *list() { return pane.findChild<QTreeView *>(u"cacheList"_s); }
        QAction *action(const QString &name) { return pane.findChild<QAction *>(name); }
        QString text(const QString &name)
        {
            auto *label = seen<QLabel>(name);
            return label ? label->text() : QString();
        }
        bool show()
        {
            return showActive(&pane) && QTest::qWaitFor([this] { return list()->isVisible(); });
        }
        bool check()
        {
            updates.check();
            return QTest::qWaitFor([this] { return !updates.isChecking(); });
        }
        bool showNew() { return show() && check() && pane.select(kAurora); }
        //! Presses what the button "version…" and the shortcut do.
        void press(const QString &name, const QKeySequence &keys, bool mouse)
        {
            if (mouse) {
                QTest::mouseClick(seen<QPushButton>(name), Qt::LeftButton);
            } else {
                list()->setFocus();
                QTest::keySequence(&pane, keys);
            }
        }

        UiFixture ui;
        FakeNetwork network;
        int treeStatus = 200;
        HubClient client;
        CacheController cache;
        FakeTransferQueue queue;
        UpdateController updates;
        CachePane pane;
    };

    static void addInputs()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }

private Q_SLOTS:
    void looksForNewVersions_data() { addInputs(); }
    void looksForNewVersions()
    {
        QFETCH(bool, mouse);
        Stage s;
        QVERIFY(s.show());
        QVERIFY(s.pane.select(kAurora));
        QVERIFY(s.text(u"cacheVersion"_s).contains(u"Not checked"_s));
        QVERIFY(!s.seen<QPushButton>(u"versionupdate"_s));
        s.press(u"checkVersionsButton"_s, QKeySequence(u"Ctrl+Shift+R"_s), mouse);
        QTRY_COMPARE(s.ui.prompter.notifications.value(0), u"1 repo has a new version"_s);
        QCOMPARE(s.network.count(), 4);
        QVERIFY(s.text(u"cacheVersion"_s).startsWith(u"New version of main: eeeeeee"_s));
        QVERIFY(s.text(u"cacheVersion"_s).contains(u"You have aaaaaaa"_s));
        auto *chip = s.seen<QPushButton>(u"chip101"_s);
        QCOMPARE(chip->text(), u"New versions 1"_s);
        if (mouse) {
            QTest::mouseClick(chip, Qt::LeftButton);
        } else {
            chip->setFocus();
            QTest::keyClick(chip, Qt::Key_Space);
        }
        QCOMPARE(s.list()->model()->rowCount(), 1);
        // What is not new any more leaves the list.
        s.updates.setPinned(kAurora, true);
        QVERIFY(s.text(u"stateText"_s).startsWith(u"No new version"_s));
        QTest::mouseClick(s.seen<QPushButton>(u"stateAction"_s), Qt::LeftButton);
        QCOMPARE(s.list()->model()->rowCount(), 4);
    }

    void showsWhatChangesAndUpdates_data() { addInputs(); }
    void showsWhatChangesAndUpdates()
    {
        QFETCH(bool, mouse);
        Stage s;
        QVERIFY(s.showNew());
        QVERIFY(!s.seen<QTreeView>(u"cacheUpdateFiles"_s));
        s.press(u"versionshowChanges"_s, QKeySequence(u"Ctrl+Shift+D"_s), mouse);
        QTRY_VERIFY(s.seen<QTreeView>(u"cacheUpdateFiles"_s));
        auto *files = s.seen<QTreeView>(u"cacheUpdateFiles"_s)->model();
        QCOMPARE(files->rowCount(), 2);
        QCOMPARE(files->index(0, 0).data().toString(), u"extra.json"_s);
        QCOMPARE(files->index(1, UpdateFilesModel::ChangeColumn).data().toString(), u"changed"_s);
        QVERIFY(s.text(u"cacheUpdatePlan"_s).startsWith(u"2 files change"_s));
        QVERIFY(s.queue.transfers().empty());

        s.press(u"versionupdate"_s, QKeySequence(u"Ctrl+D"_s), mouse);
        QTRY_COMPARE(s.queue.transfers().size(), size_t(1));
        const DownloadRequest request = s.queue.transfer(s.queue.transfers()[0])->request;
        QCOMPARE(request.repo, kAurora);
        QCOMPARE(request.revision, QString::fromLatin1(kNew));
        QVERIFY(request.files.isEmpty()); // all of it was cached
        QVERIFY(s.text(u"cacheVersion"_s).contains(u"in the queue"_s));
        QVERIFY(!s.seen<QPushButton>(u"versionupdate"_s));
        QVERIFY(!s.action(u"update"_s)->isEnabled());
        // A second press would change nothing.
        s.updates.update(kAurora);
        QCOMPARE(s.queue.transfers().size(), size_t(1));
        s.queue.setState(s.queue.transfers()[0], TransferState::Failed);
        QVERIFY(s.seen<QPushButton>(u"versionupdate"_s));
    }

    void pins_data() { addInputs(); }
    void pins()
    {
        QFETCH(bool, mouse);
        Stage s;
        QVERIFY(s.showNew());
        s.press(u"versionpinVersion"_s, QKeySequence(u"Ctrl+Shift+L"_s), mouse);
        QVERIFY(s.text(u"cacheVersion"_s).startsWith(u"Pinned at aaaaaaa"_s));
        QVERIFY(!s.seen<QPushButton>(u"versionupdate"_s));
        QCOMPARE(s.seen<QPushButton>(u"versionpinVersion"_s)->text(), u"Unpin"_s);
        const int asked = s.network.count();
        QVERIFY(s.check());
        QCOMPARE(s.network.count(), asked + 3);
        s.press(u"versionpinVersion"_s, QKeySequence(u"Ctrl+Shift+L"_s), mouse);
        QVERIFY(s.text(u"cacheVersion"_s).startsWith(u"New version"_s));
    }

    void saysWhyThereIsNoPlan()
    {
        Stage s;
        QVERIFY(s.showNew());
        s.treeStatus = 403;
        s.action(u"showChanges"_s)->trigger();
        QTRY_VERIFY(!s.text(u"cacheUpdatePlan"_s).isEmpty()
                    && !s.text(u"cacheUpdatePlan"_s).startsWith(u"Comparing"_s));
        QSignalSpy ended(&s.updates, &UpdateController::updateEnded);
        s.action(u"update"_s)->trigger();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(ended[0][1].value<std::optional<Error>>());
        QVERIFY(s.queue.transfers().empty());
        QVERIFY(s.seen<QPushButton>(u"versionupdate"_s)); // again
    }
};

HUBDESK_UI_TEST_MAIN(TestCacheVersions)
#include "tst_cacheversions.moc"
