// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"
#include "ui/panes/browser/repopage.h"
#include "ui/widgets/markdownview.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = StateStack::State;

namespace {

const RepoId kRepo{RepoType::Model, QStringLiteral("nordwind/harbor-7b-instruct")};

//! The page and each part of it that loads by itself, acted on by keyboard and by mouse.
void addParts(bool withPage)
{
    struct Part
    {
        const char *name;
        const char *states; // object name of its stack
        QByteArray request; // what its request contains
        int tab;
    };
    QTest::addColumn<QByteArray>("states");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("tab");
    QTest::addColumn<bool>("mouse");
    for (const Part &part :
         {Part{"page", "repoStates", "/revision/", RepoPage::CardTab},
          Part{"card", "cardStates", "README.md", RepoPage::CardTab},
          Part{"files", "filesStates", "/tree/", RepoPage::FilesTabIndex},
          Part{"revisions", "revisionsStates", "/refs", RepoPage::RevisionsTabIndex}}) {
        if (!withPage && QByteArray(part.name) == "page")
            continue;
        for (const bool mouse : {false, true})
            QTest::addRow("%s, %s", part.name, mouse ? "mouse" : "keyboard")
                << QByteArray(part.states) << part.request << part.tab << mouse;
    }
}

void showTab(Stage &stage, int tab, bool mouse)
{
    auto *tabs = stage.child<QTabBar>("repoTabs");
    if (mouse) {
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
        return;
    }
    tabs->setFocus();
    while (tabs->currentIndex() != tab)
        QTest::keyClick(tabs, tabs->currentIndex() < tab ? Qt::Key_Right : Qt::Key_Left);
}

} // namespace

class TestRepoStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading_data() { addParts(true); }
    void loading();
    void readyCard_data() { addInputs(); }
    void readyCard();
    void readyFiles_data() { addInputs(); }
    void readyFiles();
    void readyRevisions_data() { addInputs(); }
    void readyRevisions();
    void emptyCard_data() { addInputs(); }
    void emptyCard();
    void emptyFiles_data() { addInputs(); }
    void emptyFiles();
    void emptyRevisions_data() { addInputs(); }
    void emptyRevisions();
    void errorRetries_data() { addParts(true); }
    void errorRetries();
    void signIn_data() { addParts(true); }
    void signIn();
    void offlineFromTheStart_data() { addInputs(); }
    void offlineFromTheStart();
    void offlineBeforeThePartCame_data() { addParts(false); }
    void offlineBeforeThePartCame();
    void offlineKeepsContent_data() { addParts(false); }
    void offlineKeepsContent();
};

void TestRepoStates::loading()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(int, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {request};
    stage.pane.openRepo(kRepo);
    if (states != "repoStates")
        QTRY_COMPARE(stage.states("repoStates")->state(), State::Ready);
    showTab(stage, tab, mouse);
    QTRY_VERIFY(visibleChild<QWidget>(stage.states(states), u"stateLoading"_s));
    QCOMPARE(stage.states(states)->state(), State::Loading);
    // Nobody has to wait: back to the list, and here again.
    if (mouse) {
        stage.click(stage.child<QToolButton>("repoBack"));
        QVERIFY(!stage.pane.showsRepo());
        const QModelIndex first = stage.list()->model()->index(0, 0);
        const QPoint center = stage.list()->visualRect(first).center();
        QTest::mouseClick(stage.list()->viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(stage.list()->viewport(), Qt::LeftButton, {}, center);
    } else {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
        QVERIFY(!stage.pane.showsRepo());
        QTest::keyClick(stage.list(), Qt::Key_Right, Qt::AltModifier);
    }
    QVERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.states(states)->state(), State::Loading);
    stage.hub.release();
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
    QVERIFY(!visibleChild<QWidget>(stage.states(states), u"stateLoading"_s));
    QVERIFY(stage.states(states)->content()->isVisible());
}

void TestRepoStates::readyCard()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.openRepo());
    QCOMPARE(stage.states("cardStates")->state(), State::Ready);
    auto *card = stage.child<MarkdownView>("repoCard");
    QTRY_VERIFY(card->isComplete());
    if (mouse) {
        card->moveCursor(QTextCursor::Start);
        QVERIFY(card->find(u"the notes"_s));
        const QPoint onLink = card->cursorRect().center() - QPoint(8, 0);
        QCOMPARE(card->anchorAt(onLink), u"hubdesk-file:docs/notes.md"_s);
        QTest::mouseClick(card->viewport(), Qt::LeftButton, {}, onLink);
    } else {
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Tab); // the usage
        QTest::keyClick(card, Qt::Key_Tab); // the notes
        QTest::keyClick(card, Qt::Key_Return);
    }
    auto *tree = stage.child<QTreeView>("repoFiles");
    QTRY_VERIFY(tree->isVisible());
    QCOMPARE(tree->currentIndex().data().toString(), u"notes.md"_s);
}

void TestRepoStates::readyFiles()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.openRepo());
    showTab(stage, RepoPage::FilesTabIndex, mouse);
    QTRY_COMPARE(stage.states("filesStates")->state(), State::Ready);
    auto *tree = stage.child<QTreeView>("repoFiles");
    QTRY_VERIFY(tree->isVisible());
    const QModelIndex docs = tree->model()->index(0, 0);
    QCOMPARE(docs.data().toString(), u"docs"_s);
    if (mouse) {
        const QPoint center = tree->visualRect(docs).center();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, center);
    } else {
        tree->setFocus();
        tree->setCurrentIndex(docs);
        QTest::keyClick(tree, Qt::Key_Right);
    }
    QVERIFY(tree->isExpanded(docs));
}

void TestRepoStates::readyRevisions()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.openRepo());
    showTab(stage, RepoPage::RevisionsTabIndex, mouse);
    QTRY_COMPARE(stage.states("revisionsStates")->state(), State::Ready);
    auto *tree = stage.child<QTreeWidget>("repoRevisions");
    QTRY_VERIFY(tree->isVisible());
    QTreeWidgetItem *dev = tree->topLevelItem(0)->child(1);
    if (mouse) {
        const QPoint center = tree->visualItemRect(dev).center();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, center);
    } else {
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down); // main is the current one
        QTest::keyClick(tree, Qt::Key_Return);
    }
    QTRY_COMPARE(stage.repo.revision(), u"dev"_s);
    QTRY_VERIFY(stage.hub.count("/tree/dev") >= 1);
}

void TestRepoStates::emptyCard()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.hub.failures.insert("README.md", {404, "EntryNotFound", "no README"});
    QVERIFY(stage.showReady());
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states("cardStates")->state(), State::Empty);
    QPushButton *action = nullptr;
    QTRY_VERIFY((action = visibleChild<QPushButton>(stage.states("cardStates"), u"stateAction"_s)));
    activate(action, mouse);
    QTRY_VERIFY(stage.child<QTreeView>("repoFiles")->isVisible());
}

void TestRepoStates::emptyFiles()
{
    QFETCH(bool, mouse);
    Stage stage;
    const QByteArray full = std::exchange(stage.hub.tree, "[]");
    QVERIFY(stage.showReady());
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states("filesStates")->state(), State::Empty);
    showTab(stage, RepoPage::FilesTabIndex, mouse);
    auto *text = visibleChild<QLabel>(stage.states("filesStates"), u"stateText"_s);
    QVERIFY(text);
    QCOMPARE(text->text(), u"There are no files at this revision"_s);
    // Another revision has some.
    stage.hub.tree = full;
    QTRY_COMPARE(stage.repo.refsState(), LoadState::Ready);
    if (mouse) {
        showTab(stage, RepoPage::RevisionsTabIndex, mouse);
        auto *tree = stage.child<QTreeWidget>("repoRevisions");
        QTRY_VERIFY(tree->isVisible());
        const QPoint dev = tree->visualItemRect(tree->topLevelItem(0)->child(1)).center();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, dev);
        QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, dev);
        showTab(stage, RepoPage::FilesTabIndex, mouse);
    } else {
        auto *combo = stage.child<QComboBox>("repoRevision");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
    }
    QTRY_COMPARE(stage.states("filesStates")->state(), State::Ready);
    QTRY_VERIFY(stage.child<QTreeView>("repoFiles")->isVisible());
}

void TestRepoStates::emptyRevisions()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.hub.refs = R"({"branches":[],"converts":[],"tags":[],"pullRequests":[]})";
    QVERIFY(stage.showReady());
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states("revisionsStates")->state(), State::Empty);
    showTab(stage, RepoPage::RevisionsTabIndex, mouse);
    auto *text = visibleChild<QLabel>(stage.states("revisionsStates"), u"stateText"_s);
    QVERIFY(text);
    QCOMPARE(text->text(), u"This repo has no branches yet"_s);
    QCOMPARE(stage.child<QComboBox>("repoRevision")->currentText(), u"main"_s);
    showTab(stage, RepoPage::FilesTabIndex, mouse);
    QTRY_VERIFY(stage.child<QTreeView>("repoFiles")->isVisible());
}

void TestRepoStates::errorRetries()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(int, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.failures.insert(request, {403, {}, "The harbour is closed"});
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states(states)->state(), State::Error);
    if (states != "repoStates") {
        QTRY_COMPARE(stage.states("repoStates")->state(), State::Ready);
        showTab(stage, tab, mouse);
    }
    auto *retry = visibleChild<QPushButton>(stage.states(states), u"stateRetry"_s);
    QVERIFY(retry);
    activate(visibleChild<QPushButton>(stage.states(states), u"stateCopy"_s), mouse);
    QVERIFY(stage.ui.prompter.copiedTexts.value(0).contains(u"request-1"_s));
    stage.hub.failures.clear();
    activate(retry, mouse);
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
    QVERIFY(stage.states(states)->content()->isVisible());
}

void TestRepoStates::signIn()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(int, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.failures.insert(request, {401, {}, "Invalid credentials in Authorization header"});
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states(states)->state(), State::SignInNeeded);
    if (states != "repoStates") {
        QTRY_COMPARE(stage.states("repoStates")->state(), State::Ready);
        showTab(stage, tab, mouse);
    }
    QSignalSpy asked(&stage.pane, &BrowserPane::signInRequested);
    auto *button = visibleChild<QPushButton>(stage.states(states), u"stateSignIn"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    stage.hub.failures.clear();
    stage.setToken(u"hf_new"_s); // the page follows without another press
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
}

void TestRepoStates::offlineFromTheStart()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.setOffline(true);
    QVERIFY(stage.show());
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states("repoStates")->state(), State::Offline);
    QCOMPARE(stage.network.count(), 0);
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    auto *button = visibleChild<QPushButton>(stage.states("repoStates"), u"stateGoOnline"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    stage.setOffline(false);
    for (const char *states : {"repoStates", "cardStates", "filesStates", "revisionsStates"})
        QTRY_COMPARE(stage.states(states)->state(), State::Ready);
}

void TestRepoStates::offlineBeforeThePartCame()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(int, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {request};
    stage.pane.openRepo(kRepo);
    QTRY_COMPARE(stage.states("repoStates")->state(), State::Ready);
    stage.setOffline(true);
    QTRY_COMPARE(stage.states(states)->state(), State::Offline);
    showTab(stage, tab, mouse);
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    auto *button = visibleChild<QPushButton>(stage.states(states), u"stateGoOnline"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    stage.hub.hanging.clear();
    stage.setOffline(false);
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
}

void TestRepoStates::offlineKeepsContent()
{
    QFETCH(QByteArray, states);
    QFETCH(int, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.openRepo());
    showTab(stage, tab, mouse);
    stage.setOffline(true);
    QTRY_COMPARE(stage.states("repoStates")->state(), State::Offline);
    // One banner for the page, not one more for each part of it.
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
    QVERIFY(stage.states(states)->content()->isVisible());
    int banners = 0;
    QPushButton *button = nullptr;
    for (auto *each : stage.pane.findChildren<QPushButton *>(u"bannerGoOnline"_s)) {
        if (each->isVisible()) {
            button = each;
            ++banners;
        }
    }
    QCOMPARE(banners, 1);
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    stage.setOffline(false);
    QTRY_COMPARE(stage.states("repoStates")->state(), State::Ready);
    QTRY_VERIFY(!button->isVisible());
}

HUBDESK_UI_TEST_MAIN(TestRepoStates)
#include "tst_repostates.moc"
