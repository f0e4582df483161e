// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/session.h"
#include "app/desktop/workbench.h"
#include "core/hub/users.h"
#include "core/log/categories.h"
#include "core/log/redaction.h"
#include "core/net/hubclient.h"
#include "core/settings/environment.h"
#include "core/transfer/transferengine.h"
#include "tests/support/fakehubserver.h"
#include "tests/support/localhubprocess.h"
#include "tests/support/scriptedproxy.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pane.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

//! What settings do to the whole program, at once.
class WorkbenchSettingsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Environment> m_environment;
    std::unique_ptr<Workbench> m_bench;

    void make(const QUrl &endpoint, const QByteArray &settings = {})
    {
        QFile file(m_folder->filePath(u"s.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(settings);
        file.close();
        QProcessEnvironment process;
        process.insert(u"HOME"_s, m_folder->path());
        process.insert(u"HF_ENDPOINT"_s, endpoint.toString());
        process.insert(u"HF_TOKEN"_s, u"hf_x"_s);
        m_environment = std::make_unique<Environment>(process);
        Workbench::Places places;
        places.settingsFile = file.fileName();
        places.journalFolder = m_folder->filePath(u"journal"_s);
        places.stateFolder = m_folder->filePath(u"state"_s);
        places.historyFile = m_folder->filePath(u"history"_s);
        places.translations = LocalHubProcess::program(u"../share/hubdesk/translations"_s);
        m_bench = std::make_unique<Workbench>(m_environment.get(), places);
        m_bench->window()->showLastPane();
        m_bench->window()->show();
        m_bench->begin();
    }
    void open(const QString &page)
    {
        m_bench->window()->openSettings(page);
        QVERIFY(QTest::qWaitForWindowExposed(m_bench->window()->settingsDialog()));
    }
    template <class T> T *inDialog(const QString &name) const
    {
        return m_bench->window()->settingsDialog()->findChild<T *>(name);
    }

private Q_SLOTS:
    void initTestCase() { installRedactingMessageHandler(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        QSignalSpy stopped(m_bench.get(), &Workbench::stopped);
        m_bench->stop();
        QTRY_COMPARE(stopped.size(), 1);
        m_bench.reset();
    }

    void languageAtOnce()
    {
        make(QUrl(u"http://127.0.0.1:9"_s));
        m_bench->window()->showPane(u"cache"_s);
        m_bench->window()->resize(775, 570);
        open(u"language"_s);
        QSignalSpy replaced(m_bench.get(), &Workbench::windowReplaced);
        const auto speak = [&](const QString &language) {
            QTest::mouseClick(inDialog<QRadioButton>(u"language-"_s + language), Qt::LeftButton, {},
                              QPoint(8, 8));
        };
        speak(u"de"_s);
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(inDialog<QLineEdit>(u"settingsSearch"_s)->placeholderText(),
                 u"Einstellungen suchen"_s);
        QCOMPARE(m_bench->window()->settingsDialog()->page(), u"language"_s);
        QVERIFY(m_bench->window()->isVisible());
        QCOMPARE(m_bench->window()->size(), QSize(775, 570));
        QCOMPARE(m_bench->window()->currentPane(), m_bench->window()->pane(u"cache"_s));
        QVERIFY(inDialog<QRadioButton>(u"language-de"_s)->isChecked());
        int windows = 0;
        for (const QWidget *widget : QApplication::topLevelWidgets())
            windows += qobject_cast<const MainWindow *>(widget) ? 1 : 0;
        QCOMPARE(windows, 1);
        speak(u"en"_s);
        QTRY_COMPARE(replaced.size(), 2);
        QCOMPARE(inDialog<QLineEdit>(u"settingsSearch"_s)->placeholderText(),
                 u"Search the settings"_s);
    }

    void proxyAtOnce()
    {
        ScriptedProxy proxy;
        proxy.answer = [](const QByteArray &) {
            return ScriptedProxy::reply(200, R"({"type":"user","name":"demo"})");
        };
        make(QUrl(u"http://hub.invalid"_s),
             "[network]\nproxyMode=http\nproxyHost=127.0.0.1\nproxyExceptions=\nproxyPort="
                 + QByteArray::number(proxy.serverPort()) + "\n");
        QTRY_VERIFY(!proxy.heads.isEmpty());
        QVERIFY(proxy.heads[0].startsWith("GET http://hub.invalid/"));
    }

    //! Not only once the accounts are there: the first requests do not wait for them.
    void scriptFromTheStart()
    {
        QTest::failOnWarning(QRegularExpression(u"all_proxy"_s)); // nobody has set it
        make(QUrl(u"http://hub.invalid"_s),
             "[network]\nproxyMode=pac\npacSource=/none/proxy.pac\n");
        QVERIFY(m_bench->client()->config().proxies.script);
        QCOMPARE(m_bench->engine()->config().client.proxies, m_bench->client()->config().proxies);
    }

    void offlineOpensNoSocket()
    {
        ScriptedProxy hub; // a listener that counts
        hub.answer = [](const QByteArray &) { return ScriptedProxy::reply(200, "[]"); };
        const QByteArray place = "http://127.0.0.1:" + QByteArray::number(hub.serverPort());
        make(QUrl(QString::fromLatin1(place)),
             "[network]\noffline=true\nproxyMode=pac\nproxyExceptions=\npacSource=" + place
                 + "/proxy.pac\n[cache]\ncheckVersionsAtStart=true\n");
        QVERIFY(m_bench->session()->clientConfig().offline);
        for (const QString &pane : {u"browse"_s, u"cache"_s, u"transfers"_s})
            QVERIFY(m_bench->window()->showPane(pane));
        std::optional<ErrorKind> kind;
        auto call = m_bench->client()->send(WhoAmIRequest{});
        call.then(this, [&kind](const Result<Identity> &identity) {
            kind = identity ? ErrorKind::Protocol : identity.error().kind;
        });
        QTRY_COMPARE(kind, ErrorKind::Offline);
        DownloadRequest download;
        download.repo = {RepoType::Model, u"a/b"_s};
        const TransferId id = m_bench->engine()->addDownload(download);
        QTRY_COMPARE(m_bench->engine()->transfer(id)->state, TransferState::Failed);
        QCOMPARE(m_bench->engine()->transfer(id)->error->kind, ErrorKind::Offline);
        QCOMPARE(hub.connections, 0);
    }

    //! From the page to the disk, and to everything that looks there.
    void cacheFoldersAtOnce()
    {
        FakeHubServer hub;
        hub.addFile(u"data.csv"_s, "1,2");
        make(hub.endpoint());
        const QString common = m_bench->session()->cacheRoot();
        const QString datasets = m_folder->filePath(u"datasets"_s);
        open(u"cache"_s);
        auto *field = inDialog<QLineEdit>(u"datasetsFolder"_s);
        QCOMPARE(field->placeholderText(), common);
        field->setFocus();
        QTest::keyClicks(field, datasets);
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(m_bench->engine()->config().cache.rootFor(RepoType::Dataset), datasets);
        QCOMPARE(m_bench->engine()->config().cache.rootFor(RepoType::Model), common);
        for (const RepoType type : {RepoType::Model, RepoType::Dataset}) {
            DownloadRequest request;
            request.repo = {type, QString::fromLatin1(FakeHubServer::kRepo)};
            const TransferId id = m_bench->engine()->addDownload(request);
            QTRY_COMPARE(m_bench->engine()->transfer(id)->state, TransferState::Finished);
        }
        QVERIFY(QFileInfo::exists(datasets + "/datasets--tester--model"_L1));
        QVERIFY(QFileInfo::exists(common + "/models--tester--model"_L1));
        QVERIFY(!QFileInfo::exists(common + "/datasets--tester--model"_L1));
        m_bench->window()->showPane(u"cache"_s);
        auto *list = m_bench->window()->findChild<QAbstractItemView *>(u"cacheList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QTRY_COMPARE(m_bench->window()->findChild<QAbstractButton *>(u"statusCache"_s)->text(),
                     u"Cache 6 bytes"_s);

        // Without the folder its repos are out of sight, not gone.
        QTest::mouseClick(inDialog<QPushButton>(u"datasetsFolderReset"_s), Qt::LeftButton);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(QFileInfo::exists(datasets + "/datasets--tester--model"_L1));
        QCOMPARE(m_bench->engine()->config().cache, CachePlaces(common));
    }

    void logAtOnce()
    {
        const QByteArray folder = m_folder->filePath(u"log"_s).toUtf8();
        make(QUrl(u"http://127.0.0.1:9"_s),
             "[log]\ntoFile=true\nfolder=" + folder + "\ncategories=\"app.cache,evil.*\"\n");
        QVERIFY(lcCache().isDebugEnabled());
        QVERIFY(!lcTransfer().isDebugEnabled());
        qCDebug(lcCache) << "a line with hf_abcdefghijklmnop";
        QFile file(QString::fromUtf8(folder) + "/hubdesk.log"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("a line with [redacted]"));
    }
};

} // namespace hubdesk

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    hubdesk::WorkbenchSettingsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_workbenchsettings.moc"
