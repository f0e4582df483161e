// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"
#include "core/model/cachecontroller.h"
#include "core/model/settingscontroller.h"
#include "core/model/supportcontroller.h"
#include "core/model/transferscontroller.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/samplecache.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationbar.h"
#include "ui/shell/pane.h"
#include "ui/widgets/toasts.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! A pane that remembers what the window asked of it.
class ProbePane final : public Pane
{
public:
    ProbePane(const UiContext &context, const QString &id, QWidget *parent)
        : Pane(context, id, id, parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        addMenuAction(id + u"Verb"_s, u"Verb of "_s + id)->setShortcut(QKeySequence(u"Ctrl+D"_s));
    }
    void refresh() override { calls.append(u"refresh"_s); }
    void focusSearch() override { calls.append(u"search"_s); }
    bool canGoBack() const override { return depth > 0; }
    void back() override
    {
        --depth;
        calls.append(u"back"_s);
    }
    bool navigate(const QString &address) override
    {
        calls.append(u"navigate "_s + address);
        return address != u"bad"_s;
    }
    QString address() const override { return place; }

    QStringList calls;
    QString place;
    int depth = 0;
};

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HubClient> m_client;
    std::unique_ptr<Environment> m_environment;
    std::unique_ptr<FakeTransferQueue> m_queue;
    std::unique_ptr<FakeAccounts> m_accounts;
    std::unique_ptr<AccountController> m_account;
    std::unique_ptr<TransfersController> m_transfers;
    std::unique_ptr<CacheController> m_cache;
    std::unique_ptr<SettingsController> m_settings;
    std::unique_ptr<SupportController> m_support;
    std::unique_ptr<MainWindow> m_window;
    int m_made = 0;

    void makeWindow()
    {
        PaneRegistry panes;
        for (const QString &id : {u"browse"_s, u"transfers"_s, u"cache"_s})
            panes.add({id, id, u"browse"_s, [this, id](const UiContext &context, QWidget *parent) {
                           ++m_made;
                           return new ProbePane(context, id, parent);
                       }});
        UiContext context = m_ui->context();
        context.notifier = nullptr;
        m_window = std::make_unique<MainWindow>(context, panes,
                                                WindowServices{m_account.get(), m_transfers.get(),
                                                               m_cache.get(), m_settings.get(),
                                                               m_support.get()});
    }
    ProbePane *current() const { return static_cast<ProbePane *>(m_window->currentPane()); }
    template <class T> T *seen(const QString &name) const
    {
        return visibleChild<T>(m_window.get(), name);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                        key, modifiers);
    }

private Q_SLOTS:
    void init()
    {
        m_made = 0;
        m_ui = std::make_unique<UiFixture>();
        m_network = std::make_unique<FakeNetwork>();
        ClientConfig config;
        config.endpoint = QUrl(u"https://hub.test"_s);
        m_client = std::make_unique<HubClient>(config, m_network.get());
        m_environment = std::make_unique<Environment>(QProcessEnvironment());
        m_queue = std::make_unique<FakeTransferQueue>();
        m_accounts = std::make_unique<FakeAccounts>();
        m_account = std::make_unique<AccountController>(m_client.get(), &m_accounts->accounts,
                                                        [this] { return m_accounts->choice; });
        m_transfers = std::make_unique<TransfersController>(m_queue.get());
        m_cache = std::make_unique<CacheController>(
            [] { return u"/data/hub"_s; },
            [](const QString &, const std::atomic_bool *) -> Result<CacheScan> {
                return sampleScan();
            });
        m_settings = std::make_unique<SettingsController>(
            &m_ui->settings, m_environment.get(), [this] { return m_client->config(); },
            m_network.get());
        m_support = std::make_unique<SupportController>([] { return SupportInput(); });
        makeWindow();
        QVERIFY(showActive(m_window.get()));
        m_window->showPane(u"browse"_s);
    }
    void cleanup()
    {
        m_window.reset();
        m_support.reset();
        m_settings.reset();
        m_cache.reset();
        m_transfers.reset();
        m_account.reset();
        m_queue.reset();
        m_client.reset();
        m_network.reset();
        m_ui.reset();
    }

    void panesAreMadeWhenShown()
    {
        QCOMPARE(m_made, 1);
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(current()->id(), u"transfers"_s);
        QCOMPARE(m_made, 2);
        QTest::mouseClick(seen<QToolButton>(u"nav-browse"_s), Qt::LeftButton);
        QCOMPARE(current()->id(), u"browse"_s);
        QCOMPARE(m_made, 2);
        QVERIFY(!m_window->showPane(u"no such pane"_s));
    }

    void navigationByKeyboard()
    {
        auto *browse = seen<QToolButton>(u"nav-browse"_s);
        browse->setFocus();
        QTest::keyClick(browse, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), seen<QToolButton>(u"nav-transfers"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(current()->id(), u"transfers"_s);
    }

    void collapsesWhenNarrow()
    {
        auto *navigation = m_window->findChild<NavigationBar *>();
        QVERIFY(!navigation->isCollapsed());
        m_window->resize(990, 700);
        QTRY_VERIFY(navigation->isCollapsed());
        QCOMPARE(seen<QToolButton>(u"nav-cache"_s)->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(!seen<QToolButton>(u"nav-cache"_s)->accessibleName().isEmpty());
        m_window->resize(1200, 700);
        QTRY_VERIFY(!navigation->isCollapsed());
    }

    void addressGoesToBrowse()
    {
        m_window->showPane(u"cache"_s);
        key(Qt::Key_L, Qt::ControlModifier);
        auto *address = seen<QLineEdit>(u"address"_s);
        QCOMPARE(QApplication::focusWidget(), address);
        QTest::keyClicks(address, u"hf://demo/model"_s);
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(current()->id(), u"browse"_s);
        QCOMPARE(current()->calls, QStringList{u"navigate hf://demo/model"_s});
        m_window->openAddress(u"bad"_s);
        QVERIFY(m_window->toasts()->isVisible());
        key(Qt::Key_L, Qt::ControlModifier);
        Q_EMIT
        current()->addressChanged(u"hf://a/b"_s);
        QTest::keyClicks(address, u"x"_s);
        QTest::keyClick(address, Qt::Key_Escape);
        QCOMPARE(address->text(), u"hf://a/b"_s);
        QCOMPARE(QApplication::focusWidget(), current());
    }

    void addressBelongsToThePane()
    {
        auto *address = seen<QLineEdit>(u"address"_s);
        current()->place = u"hf://demo/model"_s;
        Q_EMIT
        current()->addressChanged(current()->place);
        QCOMPARE(address->text(), u"hf://demo/model"_s);
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(current()->id(), u"transfers"_s);
        QCOMPARE(address->text(), QString());
        QTest::mouseClick(seen<QToolButton>(u"nav-browse"_s), Qt::LeftButton);
        QCOMPARE(address->text(), u"hf://demo/model"_s);
        // Half a word that was typed is not the address of another pane.
        key(Qt::Key_L, Qt::ControlModifier);
        QTest::keyClicks(address, u"hf://de"_s);
        key(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(current()->id(), u"cache"_s);
        QCOMPARE(address->text(), QString());
        key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(address->text(), u"hf://demo/model"_s);
        // What cannot be opened stays to be corrected, Escape leads back.
        key(Qt::Key_3, Qt::ControlModifier);
        key(Qt::Key_L, Qt::ControlModifier);
        QTest::keyClicks(address, u"bad"_s);
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(current()->id(), u"browse"_s);
        QCOMPARE(address->text(), u"bad"_s);
        QTest::keyClick(address, Qt::Key_Escape);
        QCOMPARE(address->text(), u"hf://demo/model"_s);
    }

    void backAndForward()
    {
        m_window->showPane(u"transfers"_s);
        m_window->showPane(u"cache"_s);
        key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(current()->id(), u"transfers"_s);
        QTest::mouseClick(seen<QToolButton>(u"goBack"_s), Qt::LeftButton);
        QCOMPARE(current()->id(), u"browse"_s);
        QVERIFY(!seen<QToolButton>(u"goBack"_s)->isEnabled());
        key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(current()->id(), u"transfers"_s);
        current()->depth = 1; // deeper in the pane: back stays there first
        Q_EMIT
        current()->historyChanged();
        key(Qt::Key_Backspace);
        QCOMPARE(current()->id(), u"transfers"_s);
        QCOMPARE(current()->calls, QStringList{u"back"_s});
    }

    void keysReachThePane()
    {
        key(Qt::Key_F5);
        key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(current()->calls, (QStringList{u"refresh"_s, u"search"_s}));
    }

    void menuOfThePane()
    {
        const auto titles = [this] {
            QStringList result;
            for (const QAction *action : m_window->menuBar()->actions()) {
                if (action->isVisible())
                    result.append(action->text());
            }
            return result;
        };
        QVERIFY(titles().contains(u"browse"_s));
        QSignalSpy verb(current()->menuActions().constFirst(), &QAction::triggered);
        key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(verb.count(), 1);
        m_window->showPane(u"cache"_s);
        QVERIFY(titles().contains(u"cache"_s));
        QVERIFY(!titles().contains(u"browse"_s));
        key(Qt::Key_D, Qt::ControlModifier); // same keys, other pane
        QCOMPARE(verb.count(), 1);
    }

    void settingsDialogOpens()
    {
        key(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(m_window->settingsDialog());
        m_window->settingsDialog()->reject();
        QTRY_VERIFY(!m_window->settingsDialog());
        QTest::mouseClick(seen<QToolButton>(u"nav-settings"_s), Qt::LeftButton);
        QVERIFY(m_window->settingsDialog());
        m_window->settingsDialog()->reject();
        QTRY_VERIFY(!m_window->settingsDialog());
        for (const bool mouse : {true, false}) { // both lead to the accounts
            QVERIFY(showActive(m_window.get())); // after the dialog
            if (mouse)
                QTest::mouseClick(seen<QPushButton>(u"statusAccount"_s), Qt::LeftButton);
            else
                key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            auto *menu = m_window->findChild<QMenu *>(u"accountMenu"_s);
            QTRY_VERIFY(menu && menu->isVisible());
            menu->setActiveAction(menu->findChild<QAction *>(u"accountItemSettings"_s));
            QTest::keyClick(menu, Qt::Key_Return);
            QTRY_VERIFY(m_window->settingsDialog());
            QCOMPARE(m_window->settingsDialog()->page(), u"account"_s);
            m_window->settingsDialog()->reject();
            QTRY_VERIFY(!m_window->settingsDialog());
        }
        m_window->openSettings(u"account"_s);
        m_window->settingsDialog()->reject();
        QTRY_VERIFY(!m_window->settingsDialog());
        Q_EMIT
        current()->openRequested(u"settings"_s, u"network"_s);
        QCOMPARE(m_window->settingsDialog()->page(), u"network"_s);
    }

    void statusTellsTheNumbers()
    {
        QCOMPARE(seen<QPushButton>(u"statusEndpoint"_s)->text(), u"hub.test"_s);
        QVERIFY(!seen<QPushButton>(u"statusCache"_s));
        m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Running));
        QTRY_VERIFY(seen<QPushButton>(u"statusTransfers"_s)->text().contains(u"84.0 MB/s"_s));
        m_cache->rescan();
        QTRY_VERIFY(seen<QPushButton>(u"statusCache"_s));
        QCOMPARE(seen<QPushButton>(u"statusCache"_s)->text(), u"Cache 17.2 GB"_s);
        QTest::mouseClick(seen<QPushButton>(u"statusTransfers"_s), Qt::LeftButton);
        QCOMPARE(current()->id(), u"transfers"_s);
        ClientConfig offline = m_client->config();
        offline.offline = true;
        m_client->setConfig(offline);
        QVERIFY(seen<QPushButton>(u"statusOffline"_s));
    }

    void quitAsksWhileTransfersRun()
    {
        QSignalSpy accepted(m_window.get(), &MainWindow::quitAccepted);
        m_ui->prompter.answerAtOnce = false;
        m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Running)); // this very moment
        key(Qt::Key_Q, Qt::ControlModifier);
        key(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(m_ui->prompter.confirmations.size(), 1); // asked once
        QVERIFY(m_ui->prompter.confirmations.first().text.contains(u"starts again"_s));
        QCOMPARE(m_ui->prompter.confirmations.first().rejectText, u"Keep downloading"_s);
        QVERIFY(m_window->isVisible());
        m_ui->prompter.answerConfirm(false);
        QCoreApplication::sendPostedEvents();
        QVERIFY(m_window->isVisible());
        key(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(m_ui->prompter.confirmations.size(), 2);
        m_ui->prompter.answerConfirm(true);
        QTRY_COMPARE(accepted.count(), 1);
        QVERIFY(!m_window->isVisible());
    }

    void quitAsksWhileTransfersWait()
    {
        m_ui->prompter.confirmAnswer = false;
        m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Queued));
        key(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(m_ui->prompter.confirmations.size(), 1);
        QVERIFY(m_window->isVisible());
    }

    void quitAtOnceWhenIdle()
    {
        m_queue->add(sampleTransfer(u"a/b"_s, TransferState::Paused));
        QSignalSpy accepted(m_window.get(), &MainWindow::quitAccepted);
        key(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(m_ui->prompter.confirmations.isEmpty());
    }

    void remembersGeometryAndPane()
    {
        m_window->resize(780, 640); // fits the offscreen screen
        m_window->showPane(u"cache"_s);
        m_window->close();
        makeWindow();
        QCOMPARE(m_window->size(), QSize(780, 640));
        m_window->show();
        m_window->showLastPane();
        QCOMPARE(current()->id(), u"cache"_s);
    }

    void undoInTheEditMenu()
    {
        int undone = 0;
        auto *undo = m_window->findChild<QAction *>(u"undo"_s);
        QVERIFY(!undo->isEnabled());
        m_window->toasts()->notify(u"Removed"_s, u"Undo"_s, [&undone] { ++undone; });
        QVERIFY(undo->isEnabled());
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        QVERIFY(!undo->isEnabled());
    }

    void appearanceFromTheMenu()
    {
        m_ui->settings.setValue(SettingKey::Appearance, u"dark"_s);
        QVERIFY(m_ui->theme.isDark());
        m_ui->settings.setValue(SettingKey::Appearance, u"light"_s);
        QVERIFY(!m_ui->theme.isDark());
    }

    void helpListsShortcuts()
    {
        key(Qt::Key_F1);
        auto *dialog = m_window->findChild<QDialog *>(u"shortcutsDialog"_s);
        QVERIFY(dialog);
        dialog->reject();
    }

    void helpOffersTheSupportBundle()
    {
        auto *action = m_window->findChild<QAction *>(u"supportBundle"_s);
        QVERIFY(action && action->isVisible());
        action->trigger();
        auto *dialog = m_window->findChild<QDialog *>(u"supportDialog"_s);
        QVERIFY(dialog);
        dialog->reject();
        QCOMPARE(m_support->state(), SupportController::State::Idle);
        m_window.reset();
        m_support.reset(); // where nobody collects, nothing is offered
        makeWindow();
        QVERIFY(!m_window->findChild<QAction *>(u"supportBundle"_s)->isVisible());
    }
};

HUBDESK_UI_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
