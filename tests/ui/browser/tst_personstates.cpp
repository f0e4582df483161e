// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = StateStack::State;

namespace {

const QString kUser = QStringLiteral("tess-marlow");

//! The page and lists of each sort that load by themselves, acted on by keyboard and by mouse.
void addParts()
{
    struct Part
    {
        const char *name;
        const char *states; // object name of its stack
        QByteArray request; // what its request contains
        PersonTab tab;
    };
    QTest::addColumn<QByteArray>("states");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<PersonTab>("tab");
    QTest::addColumn<bool>("mouse");
    for (const Part &part :
         {Part{"page", "personStates", "/overview", PersonTab::Models},
          Part{"repos", "personDatasetsStates", "/api/datasets?author", PersonTab::Datasets},
          Part{"likes", "personLikesStates", "/likes", PersonTab::Likes},
          Part{"people", "personFollowersStates", "/followers", PersonTab::Followers}}) {
        for (const bool mouse : {false, true})
            QTest::addRow("%s, %s", part.name, mouse ? "mouse" : "keyboard")
                << QByteArray(part.states) << part.request << part.tab << mouse;
    }
}

//! Opens the page at the tab; the part that a test breaks need not come.
void openAt(Stage &stage, PersonTab tab)
{
    stage.pane.openPerson(kUser);
    stage.person.setTab(tab);
}

} // namespace

class TestPersonStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading_data() { addParts(); }
    void loading();
    void errorRetries_data() { addParts(); }
    void errorRetries();
    void signIn_data() { addParts(); }
    void signIn();
    void offlineFromTheStart_data() { addInputs(); }
    void offlineFromTheStart();
    void offlineKeepsContent_data() { addInputs(); }
    void offlineKeepsContent();
    void emptyLeadsOn_data() { addInputs(); }
    void emptyLeadsOn();
    void emptyWithNowhereToGo();
    void nobody_data() { addInputs(); }
    void nobody();
    void oldContentGoesWithThePerson();
};

void TestPersonStates::loading()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(PersonTab, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {request};
    openAt(stage, tab);
    QTRY_VERIFY(stage.child<StateStack>(states.constData()));
    QTRY_VERIFY(visibleChild<QWidget>(stage.states(states), u"stateLoading"_s));
    QCOMPARE(stage.states(states)->state(), State::Loading);
    // Nobody has to wait: back to the list, and here again.
    if (mouse)
        stage.click(stage.child<QToolButton>("personBack"));
    else
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QVERIFY(!stage.pane.showsPerson());
    QTest::keyClick(stage.list(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(stage.pane.showsPerson());
    stage.hub.release();
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
    QVERIFY(!visibleChild<QWidget>(stage.states(states), u"stateLoading"_s));
    QVERIFY(stage.states(states)->content()->isVisible());
}

void TestPersonStates::errorRetries()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(PersonTab, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.failures.insert(request, {403, {}, "The harbour is closed"});
    openAt(stage, tab);
    QTRY_VERIFY(stage.child<StateStack>(states.constData()));
    QTRY_COMPARE(stage.states(states)->state(), State::Error);
    auto *copy = visibleChild<QPushButton>(stage.states(states), u"stateCopy"_s);
    QVERIFY(copy);
    activate(copy, mouse);
    QVERIFY(stage.ui.prompter.copiedTexts.value(0).contains(u"request-1"_s));
    auto *retry = visibleChild<QPushButton>(stage.states(states), u"stateRetry"_s);
    QVERIFY(retry);
    stage.hub.failures.clear();
    activate(retry, mouse);
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
    QVERIFY(stage.states(states)->content()->isVisible());
}

void TestPersonStates::signIn()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, request);
    QFETCH(PersonTab, tab);
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.failures.insert(request, {401, {}, "Invalid credentials in Authorization header"});
    openAt(stage, tab);
    QTRY_VERIFY(stage.child<StateStack>(states.constData()));
    QTRY_COMPARE(stage.states(states)->state(), State::SignInNeeded);
    QSignalSpy asked(&stage.pane, &BrowserPane::signInRequested);
    auto *button = visibleChild<QPushButton>(stage.states(states), u"stateSignIn"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    stage.hub.failures.clear();
    stage.setToken(u"hf_new"_s); // the page follows without another press
    QTRY_COMPARE(stage.states(states)->state(), State::Ready);
}

void TestPersonStates::offlineFromTheStart()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.setOffline(true);
    QVERIFY(stage.show());
    stage.pane.openPerson(kUser);
    QTRY_COMPARE(stage.states("personStates")->state(), State::Offline);
    QCOMPARE(stage.network.count(), 0);
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    auto *button = visibleChild<QPushButton>(stage.states("personStates"), u"stateGoOnline"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
    stage.setOffline(false);
    QTRY_COMPARE(stage.states("personStates")->state(), State::Ready);
    QTRY_COMPARE(stage.states("personModelsStates")->state(), State::Ready);
}

void TestPersonStates::offlineKeepsContent()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    openAt(stage, PersonTab::Followers);
    QTRY_VERIFY(stage.child<QListView>("personFollowersList"));
    auto *list = stage.child<QListView>("personFollowersList");
    QTRY_COMPARE(list->model()->rowCount(), 20);
    stage.setOffline(true);
    QTRY_COMPARE(stage.states("personStates")->state(), State::Offline);
    QVERIFY(list->isVisible());
    auto *text = visibleChild<QLabel>(stage.states("personStates"), u"bannerText"_s);
    QVERIFY(text);
    QVERIFY(text->text().startsWith(u"Offline. This is from"_s));
    // A list that never came cannot be had now; the banner says why, and the list does too.
    stage.person.setTab(PersonTab::Likes);
    QTRY_COMPARE(stage.states("personLikesStates")->state(), State::Offline);
    QSignalSpy asked(&stage.pane, &BrowserPane::goOnlineRequested);
    activate(visibleChild<QPushButton>(stage.states("personStates"), u"bannerGoOnline"_s), mouse);
    QCOMPARE(asked.size(), 1);
    stage.setOffline(false);
    QTRY_COMPARE(stage.states("personStates")->state(), State::Ready);
    QTRY_COMPARE(stage.states("personLikesStates")->state(), State::Ready);
    QCOMPARE(stage.person.tab(), PersonTab::Likes);
}

void TestPersonStates::emptyLeadsOn()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    openAt(stage, PersonTab::Spaces);
    QTRY_VERIFY(stage.child<StateStack>("personSpacesStates"));
    QTRY_COMPARE(stage.states("personSpacesStates")->state(), State::Empty);
    auto *text = visibleChild<QLabel>(stage.states("personSpacesStates"), u"stateText"_s);
    QVERIFY(text);
    QCOMPARE(text->text(), u"tess-marlow has no Spaces that you may see"_s);
    auto *action = visibleChild<QPushButton>(stage.states("personSpacesStates"), u"stateAction"_s);
    QVERIFY(action);
    QCOMPARE(action->text(), u"Show Models"_s);
    activate(action, mouse);
    QTRY_VERIFY(stage.child<QListView>("personModelsList")->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), stage.child<QListView>("personModelsList"));
}

void TestPersonStates::emptyWithNowhereToGo()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.models = 0;
    stage.pane.openPerson(u"lab-4"_s);
    QTRY_COMPARE(stage.person.state(), LoadState::Ready);
    QTRY_COMPARE(stage.states("personModelsStates")->state(), State::Empty);
    // Nothing else is known to be there: no button that leads nowhere.
    QVERIFY(!visibleChild<QPushButton>(stage.states("personModelsStates"), u"stateAction"_s));
}

void TestPersonStates::nobody()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.pane.openPerson(u"nobody-here"_s);
    QTRY_COMPARE(stage.states("personStates")->state(), State::Error);
    auto *text = visibleChild<QLabel>(stage.states("personStates"), u"stateText"_s);
    QVERIFY(text);
    QCOMPARE(text->text(), u"Nobody on this Hub is called nobody-here."_s);
    QVERIFY(!visibleChild<QTabBar>(&stage.pane, u"personTabs"_s));
    if (mouse)
        stage.click(stage.child<QToolButton>("personBack"));
    else
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QVERIFY(!stage.pane.showsPerson());
}

void TestPersonStates::oldContentGoesWithThePerson()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.pane.openPerson(kUser);
    QTRY_COMPARE(stage.states("personStates")->state(), State::Ready);
    stage.hub.hanging = {"/overview"};
    stage.pane.openPerson(u"nordwind"_s);
    QCOMPARE(stage.child<QLabel>("personName")->text(), u"nordwind"_s);
    QCOMPARE(stage.child<QLabel>("personFacts")->text(), QString());
    QVERIFY(!stage.states("personStates")->content()->isVisible());
    stage.hub.release();
    QTRY_COMPARE(stage.child<QLabel>("personName")->text(), u"Nordwind Research"_s);
}

HUBDESK_UI_TEST_MAIN(TestPersonStates)
#include "tst_personstates.moc"
