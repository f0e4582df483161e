// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"
#include "ui/panes/browser/personheader.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/linkbutton.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = StateStack::State;

namespace {

const QString kUser = QStringLiteral("tess-marlow");
const QString kOrganization = QStringLiteral("nordwind");

bool openPerson(Stage &stage, const QString &name)
{
    if (!stage.showReady())
        return false;
    stage.pane.openPerson(name);
    return QTest::qWaitFor([&stage] {
        return stage.person.state() == LoadState::Ready
            && stage.person.list(stage.person.tab())->state() == LoadState::Ready;
    });
}

QListView *listOf(Stage &stage, const char *name)
{
    return stage.child<QListView>(name);
}

void choose(QListView *view, int row, bool mouse)
{
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    if (mouse) {
        const QPoint center = view->visualRect(index).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, center);
    } else {
        view->setFocus();
        view->setCurrentIndex(index);
        QTest::keyClick(view, Qt::Key_Return);
    }
}

void showTab(Stage &stage, const QString &title, bool mouse)
{
    auto *tabs = stage.child<QTabBar>("personTabs");
    int wanted = 0;
    while (wanted < tabs->count() && !tabs->tabText(wanted).startsWith(title))
        ++wanted;
    if (mouse) {
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(wanted).center());
        return;
    }
    tabs->setFocus();
    while (tabs->currentIndex() != wanted)
        QTest::keyClick(tabs, tabs->currentIndex() < wanted ? Qt::Key_Right : Qt::Key_Left);
}

QAction *menuAction(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QMenu *menuOf(Stage &stage, QListView *view, int row)
{
    Q_EMIT view->customContextMenuRequested(
        view->visualRect(view->model()->index(row, 0)).center());
    const auto menus = stage.pane.findChildren<QMenu *>(u"browseMenu"_s);
    return menus.isEmpty() ? nullptr : menus.last();
}

} // namespace

class TestPersonPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userPage();
    void organizationPage();
    void plainPage();
    void shortDetails();
    void listsByTab_data() { addInputs(); }
    void listsByTab();
    void goesDeeperAndBack_data() { addInputs(); }
    void goesDeeperAndBack();
    void keyboardStartsInTheList();
    void keyboardStaysWhereItWasTaken();
    void focusOrder();
    void likesOpenRepos_data() { addInputs(); }
    void likesOpenRepos();
    void endlessFollowers();
    void addresses_data();
    void addresses();
    void addressOfAnOldRepo();
    void authorOfARow_data() { addInputs(); }
    void authorOfARow();
    void authorOfALike();
    void authorOfARepoPage_data() { addInputs(); }
    void authorOfARepoPage();
    void menuOfARepo();
    void menuOfAPerson();
    void copiesAndOpens();
    void downloadsTheCurrentRow();
    void findSearchesWhatTheyHave();
    void marksWhatIsCached();
    void accessibleNames();
};

void TestPersonPage::userPage()
{
    Stage stage;
    QSignalSpy addresses(&stage.pane, &Pane::addressChanged);
    QVERIFY(openPerson(stage, kUser));
    QVERIFY(stage.pane.showsPerson() && !stage.pane.showsRepo());
    QCOMPARE(stage.child<QLabel>("personName")->text(), u"Tess Marlow"_s);
    QVERIFY(stage.child<Badge>("personMark")->isVisible());
    QCOMPARE(stage.child<Badge>("personMark")->text(), u"PRO"_s);
    QCOMPARE(
        stage.child<QLabel>("personFacts")->text(),
        u"tess-marlow · User · followed by you · 1.2k follower(s) · follows 2 · here since March 2022"_s);
    QVERIFY(stage.child<QLabel>("personDetails")->text().startsWith(u"Tides"));
    auto *tabs = stage.child<QTabBar>("personTabs");
    QTRY_VERIFY(tabs->isVisible() && tabs->height() >= 28);
    QStringList titles;
    for (int i = 0; i < tabs->count(); ++i)
        titles.append(tabs->tabText(i));
    QCOMPARE(titles,
             QStringList({u"Models 21"_s, u"Datasets 4"_s, u"Spaces 0"_s, u"Likes 5"_s,
                          u"Organizations 2"_s, u"Followers 1.2k"_s, u"Following 2"_s}));
    QCOMPARE(addresses.last().first().toString(), u"@tess-marlow"_s);
    QCOMPARE(stage.hub.count("/api/models?author=tess-marlow"), 1);
    QVERIFY(listOf(stage, "personModelsList")->isVisible());
}

void TestPersonPage::organizationPage()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    QCOMPARE(stage.child<Badge>("personMark")->text(), u"Verified"_s);
    auto *tabs = stage.child<QTabBar>("personTabs");
    QCOMPARE(tabs->count(), 5);
    QCOMPARE(tabs->tabText(3), u"Members 3"_s);
    // From somebody with more tabs to somebody with fewer, and back.
    stage.pane.openPerson(kUser);
    QTRY_COMPARE(tabs->count(), 7);
    stage.pane.back();
    QTRY_COMPARE(tabs->count(), 5);
}

void TestPersonPage::plainPage()
{
    Stage stage;
    QVERIFY(openPerson(stage, u"lab-1"_s));
    QCOMPARE(stage.child<QLabel>("personName")->text(), u"lab-1"_s);
    QVERIFY(!stage.child<Badge>("personMark")->isVisible());
    QVERIFY(!stage.child<QLabel>("personDetails")->isVisible());
    QCOMPARE(stage.child<QTabBar>("personTabs")->tabText(0), u"Models"_s); // no number is known
}

void TestPersonPage::shortDetails()
{
    QCOMPARE(shortened(u" one\n two "_s, 20), u"one two"_s);
    QCOMPARE(shortened(u"one two three"_s, 10), u"one two\u2026"_s);
    QCOMPARE(shortened(QString(50, u'x'), 10), QString(10, u'x') + u'\u2026');
}

void TestPersonPage::listsByTab()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(openPerson(stage, kUser));
    const std::pair<QString, const char *> tabs[]{{u"Likes"_s, "personLikesList"},
                                                  {u"Organizations"_s, "personOrganizationsList"},
                                                  {u"Followers"_s, "personFollowersList"},
                                                  {u"Following"_s, "personFollowingList"},
                                                  {u"Datasets"_s, "personDatasetsList"}};
    for (const auto &[title, name] : tabs) {
        showTab(stage, title, mouse);
        QTRY_VERIFY2(listOf(stage, name) && listOf(stage, name)->isVisible(), name);
        QVERIFY(listOf(stage, name)->model()->rowCount() > 0);
        QVERIFY(listOf(stage, name)->currentIndex().isValid());
    }
}

void TestPersonPage::goesDeeperAndBack()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    showTab(stage, u"Members"_s, mouse);
    QTRY_VERIFY(listOf(stage, "personMembersList"));
    QListView *members = listOf(stage, "personMembersList");
    QTRY_COMPARE(members->model()->rowCount(), 3);
    choose(members, 0, mouse);
    QTRY_COMPARE(stage.person.name(), kUser);
    QTRY_COMPARE(stage.person.state(), LoadState::Ready);
    QCOMPARE(stage.hub.count("/api/organizations/tess-marlow"), 0); // the list knew
    showTab(stage, u"Following"_s, mouse);
    QTRY_VERIFY(listOf(stage, "personFollowingList"));
    QTRY_COMPARE(listOf(stage, "personFollowingList")->model()->rowCount(), 2);
    choose(listOf(stage, "personFollowingList"), 1, mouse);
    QTRY_COMPARE(stage.person.name(), kOrganization);
    QCOMPARE(stage.hub.count("/api/users/nordwind"), 1); // only before anybody knew
    // Back: everybody is where he was left.
    const auto back = [&stage, mouse] {
        if (mouse)
            stage.click(stage.child<QToolButton>("personBack"));
        else
            QTest::keyClick(stage.child<QTabBar>("personTabs"), Qt::Key_Backspace);
    };
    back();
    QTRY_COMPARE(stage.person.name(), kUser);
    QTRY_COMPARE(stage.person.tab(), PersonTab::Following);
    back();
    QTRY_COMPARE(stage.person.name(), kOrganization);
    QTRY_COMPARE(stage.person.tab(), PersonTab::Members);
    QTRY_VERIFY(members->isVisible());
    QTest::keyClick(&stage.pane, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!stage.pane.showsPerson());
    QVERIFY(stage.list()->isVisible());
    QTest::keyClick(&stage.pane, Qt::Key_Right, Qt::AltModifier);
    QVERIFY(stage.pane.showsPerson());
}

void TestPersonPage::keyboardStartsInTheList()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    QTRY_COMPARE(QApplication::focusWidget(), listOf(stage, "personModelsList"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.repo.repo().id, u"lab-1/model-1"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QVERIFY(stage.pane.showsPerson());
    // The list is as it was, and nobody was asked again.
    QCOMPARE(listOf(stage, "personModelsList")->currentIndex().row(), 1);
    QCOMPARE(stage.hub.count("/api/organizations/nordwind/overview"), 1);
}

void TestPersonPage::keyboardStaysWhereItWasTaken()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {"/overview"};
    stage.pane.openPerson(kOrganization);
    QTRY_COMPARE(QApplication::focusWidget(), stage.child<QToolButton>("personBack"));
    QWidget *open = stage.child<QPushButton>("personOpen");
    open->setFocus();
    stage.hub.release();
    QTRY_COMPARE(stage.person.list(PersonTab::Models)->state(), LoadState::Ready);
    QTRY_VERIFY(listOf(stage, "personModelsList")->isVisible());
    QCOMPARE(QApplication::focusWidget(), open);
}

void TestPersonPage::focusOrder()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    QTRY_COMPARE(QApplication::focusWidget(), listOf(stage, "personModelsList"));
    QStringList order;
    stage.child<QToolButton>("personBack")->setFocus();
    for (int i = 0; i < 5; ++i) {
        order.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order,
             QStringList({u"personBack"_s, u"personOpen"_s, u"personCopy"_s, u"personTabs"_s,
                          u"personModelsList"_s}));
}

void TestPersonPage::likesOpenRepos()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(openPerson(stage, kUser));
    showTab(stage, u"Likes"_s, mouse);
    QTRY_VERIFY(listOf(stage, "personLikesList"));
    QListView *likes = listOf(stage, "personLikesList");
    QTRY_COMPARE(likes->model()->rowCount(), 5);
    choose(likes, 1, mouse);
    QTRY_VERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.repo.repo(), (RepoId{RepoType::Dataset, u"nordwind/tides"_s}));
    stage.pane.back();
    QTRY_VERIFY(likes->isVisible());
    // What has no page here is shown in the browser.
    choose(likes, 3, mouse);
    QVERIFY(stage.pane.showsPerson());
    QCOMPARE(stage.ui.prompter.openedUrls,
             QList<QUrl>{QUrl(u"http://hub.test/kernels/lab-3/fast-waves"_s)});
}

void TestPersonPage::endlessFollowers()
{
    Stage stage;
    stage.hub.failures.insert("cursor=2", {403, {}, "no"});
    QVERIFY(openPerson(stage, kOrganization));
    showTab(stage, u"Followers"_s, true);
    QTRY_VERIFY(listOf(stage, "personFollowersList"));
    QListView *list = listOf(stage, "personFollowersList");
    QTRY_COMPARE(list->model()->rowCount(), 20);
    QCOMPARE(list->visualRect(list->model()->index(0, 0)).height(), 44);
    list->scrollToBottom();
    auto *retry = stage.child<QPushButton>("personFollowersMoreRetry");
    QTRY_VERIFY(retry->isVisible());
    QVERIFY(stage.child<QLabel>("personFollowersMoreText")->text().startsWith(u"The list does"));
    QCOMPARE(stage.states("personFollowersStates")->state(), State::Ready);
    stage.hub.failures.clear();
    stage.click(retry);
    QTRY_COMPARE(list->model()->rowCount(), 25);
    QTRY_VERIFY(!retry->isVisible());
}

void TestPersonPage::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("at") << u"@nordwind"_s;
    QTest::newRow("hf") << u"hf://nordwind"_s;
    QTest::newRow("hf at") << u"hf://@nordwind"_s;
    QTest::newRow("link") << u"http://hub.test/nordwind"_s;
    QTest::newRow("official link") << u"https://huggingface.co/nordwind"_s;
}

void TestPersonPage::addresses()
{
    QFETCH(QString, text);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.field()->setFocus();
    QTest::keyClicks(stage.field(), text);
    QTest::keyClick(stage.field(), Qt::Key_Return);
    QTRY_COMPARE(stage.person.state(), LoadState::Ready);
    QVERIFY(stage.pane.showsPerson());
    QCOMPARE(stage.person.name(), kOrganization);
    QCOMPARE(stage.pane.address(), u"@nordwind"_s);
    QCOMPARE(stage.hub.count("search="), 0); // nobody searched for the address
}

void TestPersonPage::addressOfAnOldRepo()
{
    Stage stage;
    QVERIFY(stage.showReady());
    QVERIFY(stage.pane.navigate(u"hf://gpt2"_s));
    QVERIFY(stage.pane.showsPerson());
    QTRY_VERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.repo.repo(), (RepoId{RepoType::Model, u"gpt2"_s}));
    QCOMPARE(stage.pane.address(), u"hf://gpt2"_s);
    QVERIFY(!stage.child<LinkButton>("repoAuthor")->isVisible()); // it has none
    stage.pane.back();
    QVERIFY(!stage.pane.showsRepo() && !stage.pane.showsPerson()); // one step, not two
    // Who says that somebody is meant gets no repo.
    QVERIFY(stage.pane.navigate(u"@gpt2"_s));
    QTRY_COMPARE(stage.states("personStates")->state(), State::Error);
    QVERIFY(stage.pane.showsPerson());
}

void TestPersonPage::authorOfARow()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    const QModelIndex index = stage.list()->model()->index(2, 0);
    stage.list()->setFocus();
    if (mouse) {
        QTest::mouseClick(stage.list()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          stage.list()->visualRect(index).center());
    } else {
        stage.list()->setCurrentIndex(index);
        QTest::keyClick(stage.list(), Qt::Key_Return, Qt::ControlModifier);
    }
    QVERIFY(stage.pane.showsPerson());
    QVERIFY(!stage.pane.showsRepo());
    QCOMPARE(stage.person.name(), u"lab-2"_s);
}

void TestPersonPage::authorOfALike()
{
    Stage stage;
    QVERIFY(openPerson(stage, kUser));
    showTab(stage, u"Likes"_s, true);
    QTRY_VERIFY(listOf(stage, "personLikesList"));
    QListView *likes = listOf(stage, "personLikesList");
    QTRY_COMPARE(likes->model()->rowCount(), 5);
    const auto ctrlClick = [likes](int row) {
        QTest::mouseClick(likes->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          likes->visualRect(likes->model()->index(row, 0)).center());
    };
    ctrlClick(4); // one of the oldest repos: nobody's
    QCOMPARE(stage.person.name(), kUser);
    ctrlClick(1);
    QCOMPARE(stage.person.name(), kOrganization);
}

void TestPersonPage::authorOfARepoPage()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.openRepo());
    auto *author = stage.child<LinkButton>("repoAuthor");
    QVERIFY(author->isVisible());
    QCOMPARE(author->text(), kOrganization);
    if (mouse) {
        stage.click(author);
    } else {
        author->setFocus(Qt::TabFocusReason);
        QTest::keyClick(author, Qt::Key_Return);
    }
    QVERIFY(stage.pane.showsPerson());
    QCOMPARE(stage.person.name(), kOrganization);
    QTest::keyClick(&stage.pane, Qt::Key_Backspace);
    QVERIFY(stage.pane.showsRepo());
}

void TestPersonPage::menuOfARepo()
{
    Stage stage;
    QVERIFY(stage.showReady());
    QMenu *menu = menuOf(stage, stage.list(), 1);
    QVERIFY(menu && menuAction(menu, u"Go to lab-1"_s));
    menuAction(menu, u"Go to lab-1"_s)->trigger();
    menu->close();
    QTRY_COMPARE(stage.person.state(), LoadState::Ready);
    QCOMPARE(stage.person.name(), u"lab-1"_s);
    // On his own page nobody goes to himself, but his repos may be filtered in the search.
    QTRY_VERIFY(listOf(stage, "personModelsList")
                && listOf(stage, "personModelsList")->model()->rowCount() > 1);
    QTRY_VERIFY(stage.pane.findChildren<QMenu *>(u"browseMenu"_s).isEmpty());
    menu = menuOf(stage, listOf(stage, "personModelsList"), 1);
    QVERIFY(menu && !menuAction(menu, u"Go to lab-1"_s));
    menuAction(menu, u"Show only lab-1"_s)->trigger();
    QVERIFY(!stage.pane.showsPerson());
    QCOMPARE(stage.search.author(), u"lab-1"_s);
    menu->close();
}

void TestPersonPage::menuOfAPerson()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    showTab(stage, u"Members"_s, true);
    QTRY_VERIFY(listOf(stage, "personMembersList"));
    QTRY_COMPARE(listOf(stage, "personMembersList")->model()->rowCount(), 3);
    QMenu *menu = menuOf(stage, listOf(stage, "personMembersList"), 0);
    QVERIFY(menu);
    menuAction(menu, u"Copy name"_s)->trigger();
    menuAction(menu, u"Copy link"_s)->trigger();
    QCOMPARE(stage.ui.prompter.copiedTexts, QStringList({kUser, u"http://hub.test/tess-marlow"_s}));
    menuAction(menu, u"Open in browser"_s)->trigger();
    QCOMPARE(stage.ui.prompter.openedUrls, QList<QUrl>{QUrl(u"http://hub.test/tess-marlow"_s)});
    menuAction(menu, u"Go to tess-marlow"_s)->trigger();
    QCOMPARE(stage.person.name(), kUser);
    menu->close();
}

void TestPersonPage::copiesAndOpens()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    auto *menu = stage.child<QMenu>("personCopyMenu");
    menu->actions().value(0)->trigger();
    menu->actions().value(1)->trigger();
    QCOMPARE(stage.ui.prompter.copiedTexts,
             QStringList({kOrganization, u"http://hub.test/nordwind"_s}));
    stage.click(stage.child<QPushButton>("personOpen"));
    QCOMPARE(stage.ui.prompter.openedUrls, QList<QUrl>{QUrl(u"http://hub.test/nordwind"_s)});
}

void TestPersonPage::downloadsTheCurrentRow()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    auto *download = stage.child<QAction>("browseDownload");
    QVERIFY(download->isEnabled());
    showTab(stage, u"Members"_s, true);
    QTRY_VERIFY(!download->isEnabled()); // nobody downloads people
    showTab(stage, u"Models"_s, true);
    QVERIFY(download->isEnabled());
    download->trigger();
    QVERIFY(stage.pane.showsRepo());
    QCOMPARE(stage.repo.repo().id, u"nordwind/harbor-7b-instruct"_s);
}

void TestPersonPage::findSearchesWhatTheyHave()
{
    Stage stage;
    QVERIFY(openPerson(stage, kOrganization));
    stage.pane.focusSearch();
    QVERIFY(!stage.pane.showsPerson());
    QCOMPARE(stage.search.author(), kOrganization);
    QTRY_COMPARE(QApplication::focusWidget(), stage.field());
    stage.pane.back();
    QVERIFY(stage.pane.showsPerson());
}

void TestPersonPage::marksWhatIsCached()
{
    Stage stage;
    QVERIFY(stage.setCached(u'c'));
    QVERIFY(openPerson(stage, kOrganization));
    const QModelIndex first = listOf(stage, "personModelsList")->model()->index(0, 0);
    QCOMPARE(first.data(RepoListModel::CacheMarkRole).toInt(),
             static_cast<int>(CacheMark::InCache));
}

void TestPersonPage::accessibleNames()
{
    Stage stage;
    QVERIFY(openPerson(stage, kUser));
    for (const QString &title : {u"Likes"_s, u"Organizations"_s, u"Followers"_s})
        showTab(stage, title, true);
    auto *page = stage.child<QWidget>("personStates")->parentWidget();
    int checked = 0;
    for (const QWidget *widget : page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
            || widget->objectName().startsWith(u"qt_"_s)
            || widget->objectName().startsWith(u"state"_s) // named when there is a state to show
            || qobject_cast<const QLabel *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(widget->objectName()
                            + QString::fromLatin1(widget->metaObject()->className())));
        ++checked;
    }
    QVERIFY(checked >= 8);
}

HUBDESK_UI_TEST_MAIN(TestPersonPage)
#include "tst_personpage.moc"
