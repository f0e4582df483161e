// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workbench.h"
#include "core/account/keychainstore.h"
#include "core/account/tokenfiles.h"
#include "core/model/repolistmodel.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"
#include "tests/support/localhubprocess.h"
#include "tests/support/secretservice.h"
#include "tests/support/testfiles.h"
#include "tests/support/uifixture.h"
#include "ui/dialogs/signindialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/statestack.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

constexpr int kPatience = 20'000; // ms, for a machine that is busy

SecretService *theService = nullptr;

} // namespace

//! Opens nothing, but notes what was to be opened.
class BrowserStandIn : public QObject
{
    Q_OBJECT

public:
    explicit BrowserStandIn(QList<QUrl> *pages)
        : m_pages(pages)
    {
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
    }
    ~BrowserStandIn() override { QDesktopServices::unsetUrlHandler(u"http"_s); }

public Q_SLOTS:
    void open(const QUrl &page) { m_pages->append(page); }

private:
    QList<QUrl> *m_pages;
};

//! The whole window with two accounts on two Local Hubs and a real keychain.
class TestAccountsWithHubs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_first.start(), qPrintable(m_first.errorText()));
        QVERIFY2(m_second.start(), qPrintable(m_second.errorText()));
        m_private = m_first.seed()["private"_L1].toObject()["repo"_L1].toString();
        QVERIFY(!m_private.isEmpty());
        QProcessEnvironment variables;
        variables.insert(u"HOME"_s, m_home.path());
        variables.insert(u"HF_HOME"_s, m_home.filePath(u"hf"_s));
        m_environment = std::make_unique<Environment>(variables);
        // Where nobody is signed in: no request leaves this machine.
        Settings(m_home.filePath(u"hubdesk.ini"_s))
            .setValue(SettingKey::Endpoint, m_first.endpoint().toString());
    }
    void init()
    {
        m_bench = std::make_unique<Workbench>(m_environment.get(),
                                              Workbench::Places{{},
                                                                m_home.filePath(u"hubdesk.ini"_s),
                                                                m_home.filePath(u"transfers"_s),
                                                                m_home.filePath(u"state"_s),
                                                                m_home.filePath(u"history.jsonl"_s),
                                                                m_home.filePath(u"accounts.json"_s),
                                                                true,
                                                                {}});
        m_bench->window()->showPane(u"browse"_s);
        QVERIFY(showActive(m_bench->window()));
        m_bench->begin();
    }
    void cleanup()
    {
        QSignalSpy stopped(m_bench.get(), &Workbench::stopped);
        m_bench->stop();
        stopped.wait();
        m_bench.reset();
    }

    void switchesFromTheWindow()
    {
        signIn(m_first.endpoint(), u"hf_demo_write"_s, u"at work"_s);
        signIn(m_second.endpoint(), u"hf_alice_write"_s, u"at home"_s);
        // alice may not see demo's private model.
        search(m_private);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, kPatience);
        m_first.clearRequests();
        m_second.clearRequests();
        use(u"at work"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(seen<QPushButton>(u"accountButton"_s)->text(), u"demo"_s,
                                  kPatience);
        QVERIFY(seen<QPushButton>(u"statusEndpoint"_s)
                    ->text()
                    .contains(QString::number(m_first.endpoint().port())));
        // Nobody's token went to the other one's Hub: what it was asked after the switch is
        // nothing.
        QCOMPARE(m_second.requests().size(), 0);
        use(u"at home"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(seen<QPushButton>(u"accountButton"_s)->text(), u"alice"_s,
                                  kPatience);
    }

    //! The accounts of the run before are there, and their tokens nowhere but in the keychain.
    void keepsThemSafely()
    {
        QTRY_COMPARE_WITH_TIMEOUT(seen<QPushButton>(u"accountButton"_s)->text(), u"alice"_s,
                                  kPatience);
        const TokenFiles files(*m_environment);
        for (const QString &file : filesBelow(m_home.path())) {
            const QByteArray content = contentOf(m_home.filePath(file));
            QVERIFY2(!content.contains("hf_alice_write") && !content.contains("hf_demo_write"),
                     qPrintable(file));
        }
        QVERIFY(!QFile::exists(files.tokenPath()));
        QVERIFY(!filesBelow(theService->home()).isEmpty()); // where they are
    }

    //! hubdesk-cli knows the same accounts, and asks the keychain for the one that it needs.
    void commandLineUsesThem()
    {
        QVERIFY(QDir().mkpath(m_home.filePath(u".config/hubdesk"_s)));
        QVERIFY(QFile::copy(m_home.filePath(u"accounts.json"_s),
                            m_home.filePath(u".config/hubdesk/accounts.json"_s)));
        QCOMPARE(commandLine({u"whoami"_s}).value(0), u"alice"_s);
        QCOMPARE(commandLine({u"whoami"_s, u"--account"_s, u"At Work"_s}).value(0), u"demo"_s);
        QCOMPARE(commandLine({u"auth"_s, u"token"_s}).value(0), u"hf_alice_write"_s);
        QVERIFY(QDir(m_home.filePath(u".config"_s)).removeRecursively());
    }

    //! What the settings say about the endpoint does not count now, and they say so.
    void theEndpointIsTheAccounts()
    {
        QTRY_COMPARE_WITH_TIMEOUT(seen<QPushButton>(u"accountButton"_s)->text(), u"alice"_s,
                                  kPatience);
        m_bench->window()->openSettings(u"network"_s);
        auto *settings = m_bench->window()->findChild<QWidget *>(u"settingsDialog"_s);
        QTRY_VERIFY(settings && settings->isVisible());
        auto *note = visibleChild<QLabel>(settings, u"endpointNote"_s);
        QVERIFY2(note->text().contains(u"“at home” is in use"_s), qPrintable(note->text()));
        m_bench->window()->openSettings(u"account"_s);
        auto *list = visibleChild<QListView>(settings, u"accounts"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        QTest::mouseClick(visibleChild<QPushButton>(settings, u"accountMore"_s), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->findChild<QAction *>(u"accountMenuNone"_s)->trigger();
        menu->close();
        m_bench->window()->openSettings(u"network"_s);
        QTRY_VERIFY(note->text().contains(u"Leave empty"_s));
        settings->close();
        use(u"at home"_s);
        QTRY_COMPARE_WITH_TIMEOUT(seen<QPushButton>(u"accountButton"_s)->text(), u"alice"_s,
                                  kPatience);
    }

    //! Sharing is what the other tools see.
    void sharesWhenTold()
    {
        const TokenFiles files(*m_environment);
        m_bench->window()->openSettings(u"account"_s);
        auto *settings = m_bench->window()->findChild<QWidget *>(u"settingsDialog"_s);
        QTRY_VERIFY(settings && settings->isVisible());
        auto *list = visibleChild<QListView>(settings, u"accounts"_s);
        QVERIFY(list);
        list->setCurrentIndex(list->model()->index(1, 0)); // at home, in use
        auto *shared = visibleChild<QCheckBox>(settings, u"accountShared"_s);
        QTest::mouseClick(shared, Qt::LeftButton, {}, QPoint(8, shared->height() / 2));
        QTRY_COMPARE_WITH_TIMEOUT(files.active().value_or(QString()), u"hf_alice_write"_s,
                                  kPatience);
        // The other one is not shared: while it is in use the tools have none.
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::mouseClick(visibleChild<QPushButton>(settings, u"accountUse"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(files.active().value_or(u"?"_s), QString(), kPatience);
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::mouseClick(visibleChild<QPushButton>(settings, u"accountUse"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(files.active().value_or(QString()), u"hf_alice_write"_s,
                                  kPatience);
        QTest::mouseClick(shared, Qt::LeftButton, {}, QPoint(8, shared->height() / 2));
        QTRY_COMPARE_WITH_TIMEOUT(files.active().value_or(u"?"_s), QString(), kPatience);
        QTRY_VERIFY(files.stored() && files.stored()->empty());
        settings->close();
    }

    //! Without a token: the Hub's page in the browser, and a code.
    void signsInWithTheBrowser()
    {
        m_bench->settings()->setValue(SettingKey::OAuthClientId, u"test-app"_s);
        QList<QUrl> pages;
        BrowserStandIn browser(&pages);
        m_bench->window()->signIn();
        auto *dialog = m_bench->window()->findChild<SignInDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        const QPointer<QWidget> guard(dialog);
        visibleChild<QComboBox>(dialog, u"signInEndpoint"_s)
            ->setEditText(m_first.endpoint().toString());
        QTest::keyClicks(visibleChild<QLineEdit>(dialog, u"signInName"_s), u"by browser"_s);
        QTest::mouseClick(visibleChild<QPushButton>(dialog, u"signInBrowser"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(pages.size(), 1, kPatience);
        QCOMPARE(pages.first().port(), m_first.endpoint().port());
        auto *code = visibleChild<QLineEdit>(dialog, u"signInCode"_s);
        QVERIFY(code);
        m_first.decide(code->text(), u"demo"_s, u"approve"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!guard, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(seen<QPushButton>(u"accountButton"_s)->text(), u"demo"_s,
                                  kPatience);
        QVERIFY(seen<QPushButton>(u"statusAccount"_s)->text().contains(u"by browser"_s));
        // Not in the settings, not in the list: in the keychain.
        for (const QString &file : filesBelow(m_home.path()))
            QVERIFY2(!contentOf(m_home.filePath(file)).contains("hf_oauth"), qPrintable(file));
    }

private:
    //! The lines that hubdesk-cli prints.
    [[nodiscard]] QStringList commandLine(const QStringList &arguments) const
    {
        QProcessEnvironment variables;
        for (const QString &name : {u"PATH"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
            variables.insert(name, qEnvironmentVariable(name.toLatin1().constData()));
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        variables.insert(u"HOME"_s, m_home.path());
        variables.insert(u"HF_HOME"_s, m_home.filePath(u"hf"_s));
        QProcess process;
        process.setProcessEnvironment(variables);
        process.start(LocalHubProcess::program(u"hubdesk-cli"_s), arguments);
        if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
            qWarning("%s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
    }
    template <class T> [[nodiscard]] T *seen(const QString &name) const
    {
        return visibleChild<T>(m_bench->window(), name);
    }
    void signIn(const QUrl &hub, const QString &token, const QString &name)
    {
        m_bench->window()->signIn();
        auto *dialog = m_bench->window()->findChild<SignInDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        const QPointer<QWidget> guard(dialog);
        visibleChild<QComboBox>(dialog, u"signInEndpoint"_s)->setEditText(hub.toString());
        QTest::keyClicks(visibleChild<QLineEdit>(dialog, u"signInToken"_s), token);
        QTest::keyClicks(visibleChild<QLineEdit>(dialog, u"signInName"_s), name);
        QTest::mouseClick(visibleChild<QPushButton>(dialog, u"signInOk"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!guard, kPatience);
    }
    void use(const QString &name)
    {
        QTest::mouseClick(seen<QPushButton>(u"accountButton"_s), Qt::LeftButton);
        auto *menu = m_bench->window()->findChild<QMenu *>(u"accountMenu"_s);
        QTRY_VERIFY(menu && menu->isVisible());
        for (QAction *action : menu->findChildren<QAction *>(u"accountItem"_s)) {
            if (action->text().startsWith(name)) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
        }
        QFAIL("no such account in the menu");
    }
    void search(const QString &text)
    {
        auto *field = seen<QLineEdit>(u"browseSearch"_s);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text.section(u'/', 1));
    }
    [[nodiscard]] int rows() const
    {
        auto *states = m_bench->window()->findChild<StateStack *>(u"browseStates"_s);
        if (states && states->state() == StateStack::State::Empty)
            return 0;
        auto *list = seen<QAbstractItemView>(u"browseList"_s);
        return list ? list->model()->rowCount() : -1;
    }

    LocalHubProcess m_first;
    LocalHubProcess m_second;
    QString m_private;
    QTemporaryDir m_home;
    std::unique_ptr<Environment> m_environment;
    std::unique_ptr<Workbench> m_bench;
};

int main(int argc, char **argv)
{
    SecretService service;
    theService = &service;
    const bool started = service.start();
    // Before anybody has looked for a bus.
    qputenv("DBUS_SESSION_BUS_ADDRESS", service.busAddress().toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    if (!started) {
        qCritical("%s", qPrintable(service.errorText()));
        return 1;
    }
    TestAccountsWithHubs test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountswithhubs.moc"
