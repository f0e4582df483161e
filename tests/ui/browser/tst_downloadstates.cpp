// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"
#include "ui/dialogs/downloaddialog.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = StateStack::State;

namespace {

constexpr auto kRejected = "Your request to access model has been rejected by the repo's authors.";

//! The download dialog over the sample repo.
struct DialogStage : Stage
{
    //! Opens it by the button of the page or by its shortcut.
    [[nodiscard]] bool openDialog(bool mouse)
    {
        if (mouse)
            click(child<QPushButton>("repoDownload"));
        else
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        dialog = child<DownloadDialog>("downloadDialog");
        return dialog && QTest::qWaitForWindowActive(dialog);
    }
    template <class T> [[nodiscard]] T *part(const char *name)
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] StateStack *dialogStates() { return part<StateStack>("downloadStates"); }
    [[nodiscard]] QPushButton *start() { return part<QPushButton>("downloadStart"); }
    template <class T> [[nodiscard]] T *seen(const QString &name)
    {
        return visibleChild<T>(dialogStates(), name);
    }
    void cancel(bool mouse)
    {
        if (mouse)
            click(part<QPushButton>("downloadCancel"));
        else
            QTest::keyClick(dialog, Qt::Key_Escape);
    }

    QPointer<DownloadDialog> dialog;
};

} // namespace

class TestDownloadStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadingCanBeLeft_data() { addInputs(); }
    void loadingCanBeLeft();
    void loadingThenReady_data() { addInputs(); }
    void loadingThenReady();
    void empty_data() { addInputs(); }
    void empty();
    void errorRetries_data() { addInputs(); }
    void errorRetries();
    void signIn_data() { addInputs(); }
    void signIn();
    void offline_data() { addInputs(); }
    void offline();
    void closedGateDisablesTheButton();
    void closedGateLeadsToItsReason();
    void gateClosesUnderTheDialog();
};

void TestDownloadStates::loadingCanBeLeft()
{
    QFETCH(bool, mouse);
    DialogStage stage;
    QVERIFY(stage.openRepo());
    stage.hub.hanging = {"/tree/"};
    QVERIFY(stage.openDialog(mouse));
    QTRY_VERIFY(stage.seen<QWidget>(u"stateLoading"_s));
    QVERIFY(!stage.start()->isEnabled());
    const QPointer<FakeReply> asked = stage.network.last();
    stage.cancel(mouse);
    QTRY_VERIFY(!stage.dialog);
    QTRY_VERIFY(!asked || asked->wasAborted());
}

void TestDownloadStates::loadingThenReady()
{
    QFETCH(bool, mouse);
    DialogStage stage;
    QVERIFY(stage.openRepo());
    stage.hub.hanging = {"/tree/"};
    QVERIFY(stage.openDialog(mouse));
    QTRY_COMPARE(stage.dialogStates()->state(), State::Loading);
    stage.hub.release();
    QTRY_COMPARE(stage.dialogStates()->state(), State::Ready);
    QTRY_VERIFY(stage.start()->isEnabled());
    auto *groups = stage.part<QListWidget>("downloadGroups");
    auto *files = stage.part<QTreeView>("downloadFiles");
    QSignalSpy wanted(&stage.pane, &BrowserPane::downloadRequested);
    if (mouse) {
        QTest::mouseClick(groups->viewport(), Qt::LeftButton, {},
                          groups->visualItemRect(groups->item(0)).center());
    } else {
        groups->setFocus();
        QTest::keyClick(groups, Qt::Key_Home);
    }
    QTRY_COMPARE(stage.start()->text(), u"Download 15.0 GB"_s); // all files
    const QModelIndex torch = files->model()->index(6, 0);
    QCOMPARE(torch.data().toString(), u"pytorch_model.bin"_s);
    files->scrollTo(torch);
    if (mouse) {
        const QRect row = files->visualRect(torch);
        QTest::mouseClick(files->viewport(), Qt::LeftButton, {},
                          QPoint(row.left() + 10, row.center().y()));
    } else {
        files->setFocus();
        files->setCurrentIndex(torch);
        QTest::keyClick(files, Qt::Key_Space);
    }
    QTRY_COMPARE(stage.start()->text(), u"Download 7.5 GB"_s);
    activate(stage.start(), mouse);
    QTRY_COMPARE(wanted.size(), 1);
    QTRY_VERIFY(!stage.dialog);
}

void TestDownloadStates::empty()
{
    QFETCH(bool, mouse);
    DialogStage stage;
    QVERIFY(stage.openRepo());
    stage.hub.tree = "[]";
    QVERIFY(stage.openDialog(mouse));
    QTRY_COMPARE(stage.dialogStates()->state(), State::Empty);
    QCOMPARE(stage.seen<QLabel>(u"stateText"_s)->text(), u"There are no files at this revision"_s);
    QVERIFY(!stage.start()->isEnabled());
    stage.cancel(mouse);
    QTRY_VERIFY(!stage.dialog);
}

void TestDownloadStates::errorRetries()
{
    QFETCH(bool, mouse);
    DialogStage stage;
    QVERIFY(stage.openRepo());
    stage.hub.failures.insert("/tree/", {403, {}, "The harbour is closed"});
    QVERIFY(stage.openDialog(mouse));
    QTRY_COMPARE(stage.dialogStates()->state(), State::Error);
    QVERIFY(!stage.start()->isEnabled());
    stage.hub.failures.clear();
    activate(stage.seen<QPushButton>(u"stateRetry"_s), mouse);
    QTRY_COMPARE(stage.dialogStates()->state(), State::Ready);
    QTRY_VERIFY(stage.start()->isEnabled());
}

void TestDownloadStates::signIn()
{
    QFETCH(bool, mouse);
    DialogStage stage;
    QVERIFY(stage.openRepo());
    stage.hub.failures.insert("/tree/", {401, {}, "Invalid credentials in Authorization header"});
    QVERIFY(stage.openDialog(mouse));
    QTRY_COMPARE(stage.dialogStates()->state(), State::SignInNeeded);
    QSignalSpy asked(&stage.pane, &BrowserPane::signInRequested);
    activate(stage.seen<QPushButton>(u"stateSignIn"_s), mouse);
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(!stage.dialog); // the settings come next and need the window
}

void TestDownloadStates::offline()
{
    QFETCH(bool, mouse);
    DialogStage stage;
    QVERIFY(stage.openRepo());
    stage.setOffline(true);
    QTRY_COMPARE(stage.repo.state(), LoadState::Failed);
    QVERIFY(stage.openDialog(mouse));
    QTRY_COMPARE(stage.dialogStates()->state(), State::Offline);
    QVERIFY(!stage.start()->isEnabled());
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    activate(stage.seen<QPushButton>(u"stateGoOnline"_s), mouse);
    QCOMPARE(asked.size(), 1);
    QVERIFY(stage.dialog);
    stage.setOffline(false); // the dialog goes on by itself
    QTRY_COMPARE(stage.dialogStates()->state(), State::Ready);
    QTRY_VERIFY(stage.start()->isEnabled());
}

void TestDownloadStates::closedGateDisablesTheButton()
{
    DialogStage stage;
    stage.hub.gated = "\"manual\"";
    stage.hub.failures.insert("config.json", {403, "GatedRepo", kRejected});
    QVERIFY(stage.openRepo());
    QTRY_VERIFY(stage.child<QWidget>("gateNotice")->isVisible());
    auto *button = stage.child<QPushButton>("repoDownload");
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"The authors have rejected your request for access."_s);
    QCOMPARE(button->accessibleDescription(), button->toolTip());
    // Neither do the shortcut and the menu of a file.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!stage.child<DownloadDialog>("downloadDialog"));
    auto *tree = stage.child<QTreeView>("repoFiles");
    stage.child<QTabBar>("repoTabs")->setCurrentIndex(1);
    QTRY_VERIFY(tree->isVisible());
    Q_EMIT
    tree->customContextMenuRequested(tree->visualRect(tree->model()->index(1, 0)).center());
    auto *download = tree->findChild<QAction *>(u"fileDownload"_s);
    QVERIFY(download);
    QVERIFY(!download->isEnabled());
    tree->findChild<QMenu *>(u"fileMenu"_s)->close();

    stage.hub.failures.clear();
    activate(stage.child<QPushButton>("gateAgain"), true);
    QTRY_VERIFY(button->isEnabled());
    QCOMPARE(button->toolTip(), u"Download... (Ctrl+D)"_s);
    QVERIFY(button->accessibleDescription().isEmpty());
}

void TestDownloadStates::closedGateLeadsToItsReason()
{
    DialogStage stage;
    stage.hub.gated = "\"manual\"";
    stage.hub.failures.insert("config.json", {403, "GatedRepo", kRejected});
    QVERIFY(stage.openRepo());
    QTRY_VERIFY(stage.child<QWidget>("gateNotice")->isVisible());
    stage.pane.startDownload(); // as the menu of the search does
    QVERIFY(!stage.child<DownloadDialog>("downloadDialog"));
    QCOMPARE(QApplication::focusWidget(), stage.child<QPushButton>("gateAction"));
    // In the list the button is for what is selected there.
    stage.pane.back();
    QVERIFY(stage.child<QAction>("browseDownload")->isEnabled());
    stage.pane.forward();
    QVERIFY(!stage.child<QAction>("browseDownload")->isEnabled());
    // Another repo has no such gate.
    stage.hub.gated = "false";
    stage.pane.openRepo({RepoType::Model, u"lab-1/model-1"_s});
    QVERIFY(stage.child<QAction>("browseDownload")->isEnabled());
}

void TestDownloadStates::gateClosesUnderTheDialog()
{
    DialogStage stage;
    stage.hub.gated = "\"manual\"";
    stage.hub.failures.insert("config.json", {403, "GatedRepo", kRejected});
    stage.hub.hanging = {"config.json"};
    QVERIFY(stage.openRepo());
    QVERIFY(stage.openDialog(true)); // nobody knows yet that the gate is closed
    QTRY_VERIFY(stage.start()->isEnabled());
    stage.hub.release();
    QTRY_VERIFY(!stage.start()->isEnabled());
    QCOMPARE(stage.part<QLabel>("downloadProblem")->text(),
             u"The authors have rejected your request for access."_s);
}

HUBDESK_UI_TEST_MAIN(TestDownloadStates)
#include "tst_downloadstates.moc"
