// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"
#include "ui/panes/browser/repodelegate.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestBrowserPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadingShowsSkeleton_data() { addInputs(); }
    void loadingShowsSkeleton();
    void readyListsRepos();
    void endlessList();
    void nextPageFailsAndRetries();
    void emptyClearsSearch_data() { addInputs(); }
    void emptyClearsSearch();
    void errorRetries_data() { addInputs(); }
    void errorRetries();
    void signIn_data() { addInputs(); }
    void signIn();
    void offline_data() { addInputs(); }
    void offline();
    void typingWaitsAndReplaces();
    void oldAnswerStays();
    void typesSortAndAuthor();
    void addressInField();
    void opensByKeyboardAndMouse_data() { addInputs(); }
    void opensByKeyboardAndMouse();
    void historyGoesBackAndForward();
    void addressFollowsTheSearch();
    void rowLayout();
};

void TestBrowserPane::loadingShowsSkeleton()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.hub.hanging = {"/api/models"};
    QVERIFY(stage.show());
    QTRY_VERIFY(visibleChild<QWidget>(stage.states("browseStates"), u"stateLoading"_s));
    // Nobody has to wait for an answer to ask another question.
    const QPointer<FakeReply> old = stage.network.last();
    activate(stage.child<QPushButton>("chip1"), mouse);
    QTRY_COMPARE(stage.hub.count("/api/datasets?"), 1);
    QVERIFY(!old || old->wasAborted());
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Ready);
    QVERIFY(stage.list()->isVisible());
    activate(stage.child<QPushButton>("chip0"), mouse);
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Loading);
    QVERIFY(stage.list()->isVisible()); // the old answer stays
    stage.hub.release();
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Ready);
}

void TestBrowserPane::readyListsRepos()
{
    Stage stage;
    QAbstractItemModelTester tester(stage.search.model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(stage.showReady());
    const QModelIndex first = stage.list()->model()->index(0, 0);
    QCOMPARE(first.data().toString(), u"nordwind/harbor-7b-instruct"_s);
    QCOMPARE(first.data(RepoListModel::TaskRole).toString(), u"Text generation"_s);
    QCOMPARE(first.data(RepoListModel::LikesRole).toLongLong(), 1234);
    QVERIFY(stage.list()->model()->index(2, 0).data(RepoListModel::GatedRole).toBool());
    QVERIFY(stage.list()->model()->index(3, 0).data(RepoListModel::PrivateRole).toBool());
    QCOMPARE(stage.list()->visualRect(first).height(), 44);
}

void TestBrowserPane::endlessList()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.list()->scrollToBottom();
    QTRY_COMPARE(stage.list()->model()->rowCount(), 40);
    QCOMPARE(stage.hub.count("cursor=2"), 1);
    QVERIFY(!stage.search.model()->hasMore());
}

void TestBrowserPane::nextPageFailsAndRetries()
{
    Stage stage;
    stage.hub.failures.insert("cursor=2", {403, {}, "no"});
    QVERIFY(stage.showReady());
    stage.list()->scrollToBottom();
    QTRY_VERIFY(stage.search.moreFailed());
    auto *retry = stage.child<QPushButton>("browseMoreRetry");
    QTRY_VERIFY(retry->isVisible());
    QCOMPARE(stage.states("browseStates")->state(), StateStack::State::Ready);
    stage.hub.failures.clear();
    stage.click(retry);
    QTRY_COMPARE(stage.list()->model()->rowCount(), 40);
    QTRY_VERIFY(!retry->isVisible());
}

void TestBrowserPane::emptyClearsSearch()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.field()->setFocus();
    QTest::keyClicks(stage.field(), u"nothing"_s);
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Empty);
    QPushButton *action = nullptr;
    QTRY_VERIFY(
        (action = visibleChild<QPushButton>(stage.states("browseStates"), u"stateAction"_s)));
    activate(action, mouse);
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Ready);
    QVERIFY(stage.field()->text().isEmpty());
}

void TestBrowserPane::errorRetries()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.hub.failures.insert("/api/models", {403, {}, "The harbour is closed"});
    QVERIFY(stage.show());
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Error);
    auto *retry = visibleChild<QPushButton>(stage.states("browseStates"), u"stateRetry"_s);
    QVERIFY(retry);
    stage.hub.failures.clear();
    activate(retry, mouse);
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Ready);
}

void TestBrowserPane::signIn()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.hub.failures.insert("/api/models",
                              {401, {}, "Invalid credentials in Authorization header"});
    QVERIFY(stage.show());
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::SignInNeeded);
    QSignalSpy asked(&stage.pane, &BrowserPane::signInRequested);
    auto *button = visibleChild<QPushButton>(stage.states("browseStates"), u"stateSignIn"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
}

void TestBrowserPane::offline()
{
    QFETCH(bool, mouse);
    Stage stage;
    ClientConfig config = stage.client.config();
    config.offline = true;
    stage.client.setConfig(config);
    QVERIFY(stage.show());
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Offline);
    QCOMPARE(stage.network.count(), 0);
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    auto *button = visibleChild<QPushButton>(stage.states("browseStates"), u"stateGoOnline"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    config.offline = false;
    stage.client.setConfig(config);
    QTRY_COMPARE(stage.states("browseStates")->state(), StateStack::State::Ready);
}

void TestBrowserPane::typingWaitsAndReplaces()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {"search=har&", "search=har"};
    stage.field()->setFocus();
    QTest::keyClicks(stage.field(), u"har"_s);
    QTRY_COMPARE(stage.hub.count("search=har"), 1);
    QPointer<FakeReply> old = stage.network.last();
    QCOMPARE(stage.hub.count("search=ha&"), 0); // one question for three letters
    stage.hub.hanging.clear();
    QTest::keyClicks(stage.field(), u"bor"_s);
    QTRY_COMPARE(stage.hub.count("search=harbor"), 1);
    QTRY_VERIFY(!old || old->wasAborted());
    QTRY_COMPARE(stage.search.state(), LoadState::Ready);
}

void TestBrowserPane::oldAnswerStays()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {"search=x"};
    stage.search.setText(u"x"_s);
    QTRY_COMPARE(stage.hub.count("search=x"), 1);
    QTRY_COMPARE(stage.search.state(), LoadState::Loading);
    QVERIFY(stage.list()->isVisible());
    QCOMPARE(stage.list()->model()->rowCount(), 20);
}

void TestBrowserPane::typesSortAndAuthor()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.click(stage.child<QPushButton>("chip1"));
    QTRY_COMPARE(stage.hub.count("/api/datasets?"), 1);
    QTRY_COMPARE(stage.search.state(), LoadState::Ready);
    QCOMPARE(stage.ui.settings.text(SettingKey::BrowseType), u"datasets"_s);

    auto *sort = stage.child<QComboBox>("browseSort");
    sort->setFocus();
    QTest::keyClick(sort, Qt::Key_Down);
    QTRY_COMPARE(stage.search.sort(), SearchSort::Downloads);
    QTRY_VERIFY(stage.hub.count("sort=downloads") >= 1);

    stage.field()->setFocus();
    QTest::keyClicks(stage.field(), u"author:lab-1"_s);
    QTest::keyClick(stage.field(), Qt::Key_Return);
    QTRY_VERIFY(stage.hub.count("author=lab-1") >= 1);
    auto *chip = stage.child<QPushButton>("browseAuthor");
    QTRY_VERIFY(chip->isVisible());
    QVERIFY(stage.field()->text().isEmpty());
    stage.click(chip);
    QTRY_VERIFY(!chip->isVisible());
    QVERIFY(stage.search.author().isEmpty());
}

void TestBrowserPane::addressInField()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.field()->setFocus();
    QTest::keyClicks(stage.field(), u"hf://nordwind/harbor-7b-instruct@v1.0"_s);
    QTest::keyClick(stage.field(), Qt::Key_Return);
    QTRY_VERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.repo.revision(), u"v1.0"_s);
    QCOMPARE(stage.hub.count("search="), 0);
    QVERIFY(!stage.pane.navigate(u"https://elsewhere.example/x"_s));
}

void TestBrowserPane::opensByKeyboardAndMouse()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    const QModelIndex index = stage.list()->model()->index(1, 0);
    stage.list()->setFocus();
    stage.list()->setCurrentIndex(index);
    if (mouse) {
        const QPoint center = stage.list()->visualRect(index).center();
        QTest::mouseClick(stage.list()->viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(stage.list()->viewport(), Qt::LeftButton, {}, center);
    } else {
        QTest::keyClick(stage.list(), Qt::Key_Return);
    }
    QTRY_VERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.repo.repo().id, u"lab-1/model-1"_s);
}

void TestBrowserPane::historyGoesBackAndForward()
{
    Stage stage;
    QSignalSpy addresses(&stage.pane, &Pane::addressChanged);
    QVERIFY(stage.openRepo());
    QCOMPARE(addresses.last().first().toString(), u"hf://nordwind/harbor-7b-instruct"_s);
    QVERIFY(stage.pane.canGoBack() && !stage.pane.canGoForward());
    QTest::keyClick(stage.child<QTabBar>("repoTabs"), Qt::Key_Backspace);
    QVERIFY(!stage.pane.showsRepo());
    QVERIFY(stage.pane.canGoForward());
    QTest::keyClick(stage.list(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(stage.pane.showsRepo());
    QTest::keyClick(&stage.pane, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!stage.pane.showsRepo());
    QCOMPARE(stage.list()->model()->rowCount(), 20); // the list is as it was
    stage.pane.forward();
    stage.click(stage.child<QToolButton>("repoBack"));
    QVERIFY(!stage.pane.showsRepo());
}

void TestBrowserPane::addressFollowsTheSearch()
{
    Stage stage;
    QVERIFY(stage.showReady());
    QSignalSpy addresses(&stage.pane, &Pane::addressChanged);
    stage.pane.search(u"harbor"_s);
    QCOMPARE(stage.pane.address(), u"harbor"_s);
    stage.field()->setFocus();
    stage.field()->selectAll();
    QTest::keyClicks(stage.field(), u"tide"_s);
    QCOMPARE(addresses.last().first().toString(), u"tide"_s);
    QCOMPARE(stage.pane.address(), u"tide"_s);
    stage.pane.openRepo({RepoType::Model, u"nordwind/harbor-7b-instruct"_s});
    QCOMPARE(stage.pane.address(), u"hf://nordwind/harbor-7b-instruct"_s);
}

void TestBrowserPane::rowLayout()
{
    for (const int width : {320, 619, 620, 1200}) {
        const QRect row(0, 88, width, 44);
        for (const int marks : {0, 1, 2}) {
            const RepoRowLayout layout = layoutRepoRow(row, marks);
            QVERIFY(layout.text.left() > layout.icon.right());
            QVERIFY(layout.text.width() > 0);
            QVERIFY(layout.text.right() < layout.downloads.left());
            QVERIFY(layout.downloads.right() < layout.likes.left());
            QCOMPARE(layout.changed.isEmpty(), width < 620);
            QCOMPARE(layout.marks.isEmpty(), marks == 0);
            for (const QRect &part : {layout.icon, layout.text, layout.downloads, layout.likes})
                QVERIFY(row.contains(part));
        }
    }
}

HUBDESK_UI_TEST_MAIN(TestBrowserPane)
#include "tst_browserpane.moc"
