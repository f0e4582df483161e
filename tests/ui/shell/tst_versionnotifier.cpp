// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"
#include "core/model/updatecontroller.h"
#include "core/settings/settings.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/samplecache.h"
#include "tests/support/uifixture.h"
#include "ui/shell/desktopnotifier.h"
#include "ui/shell/versionnotifier.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

class FakeDesktopNotifier final : public DesktopNotifier
{
public:
    QList<DesktopNotification> shown;
    std::function<void()> activated;

    void show(const DesktopNotification &notification, std::function<void()> run) override
    {
        shown.append(notification);
        activated = std::move(run);
    }
};

} // namespace

class TestVersionNotifier : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FakeDesktopNotifier m_desktop;
    FakeNetwork m_network;
    FakeTransferQueue m_queue;
    bool m_isWanted = true;
    char m_commit = 'a';
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<CacheController> m_cache;
    std::unique_ptr<UpdateController> m_updates;
    std::unique_ptr<VersionNotifier> m_notifier;

    void check()
    {
        m_updates->check();
        QVERIFY(m_updates->isChecking());
        QTRY_VERIFY(!m_updates->isChecking());
    }

private Q_SLOTS:
    void init()
    {
        m_isWanted = true;
        m_commit = 'a';
        m_desktop.shown.clear();
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"s.ini"_s));
        ClientConfig config;
        config.endpoint = QUrl(u"http://hub.test"_s);
        m_network.setResponder([this](FakeReply *reply) {
            reply->finishWith(200, R"({"id":"a/b","sha":")" + QByteArray(40, m_commit) + R"("})");
        });
        m_client = std::make_unique<HubClient>(config, &m_network);
        m_cache = std::make_unique<CacheController>(
            [] { return u"/data/hub"_s; },
            [](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                return sampleScan();
            });
        m_updates = std::make_unique<UpdateController>(m_client.get(), m_settings.get(),
                                                       m_cache.get(), &m_queue);
        m_notifier = std::make_unique<VersionNotifier>(m_updates.get(), &m_desktop,
                                                       [this] { return m_isWanted; });
        m_cache->rescan();
        QTRY_COMPARE(m_cache->state(), CacheController::State::Ready);
    }
    void cleanup()
    {
        m_notifier.reset();
        m_updates.reset();
    }

    void tellsOnceWhatIsNew()
    {
        check();
        QVERIFY(m_desktop.shown.isEmpty()); // everything is as it was
        m_commit = 'e';
        check();
        QCOMPARE(m_desktop.shown.size(), 1);
        QVERIFY(m_desktop.shown[0].title.startsWith(QString::number(m_updates->newCount())));
        check();
        QCOMPARE(m_desktop.shown.size(), 1); // known already
        QSignalSpy requested(m_notifier.get(), &VersionNotifier::cacheRequested);
        m_desktop.activated();
        QCOMPARE(requested.size(), 1);
        m_notifier.reset();
        m_desktop.activated(); // the desktop may keep it longer than we live
    }

    void quietWhenUnwantedOrSeen()
    {
        m_isWanted = false;
        m_commit = 'e';
        check();
        QVERIFY(m_desktop.shown.isEmpty());
        m_isWanted = true;
        QWidget window;
        m_notifier->setWindow(&window);
        QVERIFY(showActive(&window));
        m_commit = 'a';
        check();
        m_commit = 'f';
        check();
        QVERIFY(m_desktop.shown.isEmpty());
    }
};

HUBDESK_UI_TEST_MAIN(TestVersionNotifier)
#include "tst_versionnotifier.moc"
