// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browser/browserstage.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! The heart of a repo page.
class TestRepoLikes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likesAndTakesBack_data() { addInputs(); }
    void likesAndTakesBack();
    void signedOutLeadsToSignIn_data() { addInputs(); }
    void signedOutLeadsToSignIn();
    void refusalIsTold();
    void hiddenWhileNothingIsKnown();
};

void TestRepoLikes::likesAndTakesBack()
{
    QFETCH(bool, mouse);
    Stage stage;
    stage.setToken(u"hf_x"_s);
    stage.repo.likes()->setUser(u"tess-marlow"_s);
    QVERIFY(stage.openRepo());
    auto *like = stage.child<QPushButton>("repoLike");
    QVERIFY(like->isVisible());
    QCOMPARE(like->text(), u"1.2k"_s);
    QCOMPARE(like->accessibleName(), u"Like this (1234 likes)"_s);
    QTRY_COMPARE(stage.hub.count("/api/users/tess-marlow/likes"), 1);
    activate(like, mouse);
    QCOMPARE(like->accessibleName(), u"Take your like back (1235 likes)"_s);
    QTRY_COMPARE(stage.hub.count("POST /api/models/nordwind/harbor-7b-instruct/like"), 1);
    QTRY_VERIFY(!stage.repo.likes()->isBusy());
    activate(like, mouse);
    QCOMPARE(like->accessibleName(), u"Like this (1234 likes)"_s);
    QTRY_COMPARE(stage.hub.count("DELETE /api/models/nordwind/harbor-7b-instruct/like"), 1);
    QVERIFY(stage.ui.prompter.notifications.isEmpty());
}

void TestRepoLikes::signedOutLeadsToSignIn()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.openRepo());
    QSignalSpy asked(&stage.pane, &BrowserPane::signInRequested);
    activate(stage.child<QPushButton>("repoLike"), mouse);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(stage.hub.count("/like"), 0);
}

void TestRepoLikes::refusalIsTold()
{
    Stage stage;
    stage.setToken(u"hf_x"_s);
    QVERIFY(stage.openRepo());
    stage.hub.failures.insert("/like", {403, {}, "Likes are made in the browser"});
    auto *like = stage.child<QPushButton>("repoLike");
    stage.click(like);
    QTRY_COMPARE(stage.ui.prompter.notifications.size(), 1);
    QVERIFY(stage.ui.prompter.notifications.first().contains(u"nordwind/harbor-7b-instruct"));
    QCOMPARE(like->accessibleName(), u"Like this (1234 likes)"_s);
}

void TestRepoLikes::hiddenWhileNothingIsKnown()
{
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.hanging = {"/revision/"};
    stage.pane.openRepo({RepoType::Model, u"nordwind/harbor-7b-instruct"_s});
    QTRY_COMPARE(stage.repo.state(), LoadState::Loading);
    QVERIFY(!stage.child<QPushButton>("repoLike")->isVisible());
    stage.hub.release();
    QTRY_VERIFY(stage.child<QPushButton>("repoLike")->isVisible());
}

HUBDESK_UI_TEST_MAIN(TestRepoLikes)
#include "tst_repolikes.moc"
