// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachelayout.h"
#include "tests/ui/browser/browserstage.h"
#include "ui/dialogs/downloaddialog.h"
#include "ui/widgets/markdownview.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestRepoPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repoShowsCardFilesRevisions();
    void repoWithoutCard();
    void repoNotFoundAsksToSignIn_data() { addInputs(); }
    void repoNotFoundAsksToSignIn();
    void cardErrorKeepsFiles();
    void revisionReloads();
    void gates_data();
    void gates();
    void gateOpenShowsNothing();
    void copies();
    void cardLinks();
    void cardImagesFollowTheSetting();
    void downloadDialog();
    void downloadByFolder();
    void cacheMarksRefresh();
    void accessibleNames();
};

void TestRepoPage::repoShowsCardFilesRevisions()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    auto *card = stage.child<MarkdownView>("repoCard");
    QTRY_VERIFY(card->isComplete());
    QVERIFY(card->toPlainText().contains(u"Harbor 7B Instruct"));
    QVERIFY(!card->toPlainText().contains(u"license:"));

    auto *tabs = stage.child<QTabBar>("repoTabs");
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    auto *tree = stage.child<QTreeView>("repoFiles");
    QTRY_VERIFY(tree->isVisible());
    QCOMPARE(tree->model()->rowCount(), 9);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"docs"_s);
    QCOMPARE(tree->model()->index(1, 2).data().toString(), u"Git"_s);
    auto *filter = stage.child<QLineEdit>("filesSearch");
    QTest::keyClicks(filter, u"notes"_s);
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);

    QTest::keyClick(tabs, Qt::Key_Right);
    auto *revisions = stage.child<QTreeWidget>("repoRevisions");
    QTRY_VERIFY(revisions->isVisible());
    QCOMPARE(revisions->topLevelItemCount(), 3);
}

void TestRepoPage::repoWithoutCard()
{
    Stage stage;
    stage.hub.failures.insert("README.md", {404, "EntryNotFound", "no README"});
    QVERIFY(stage.showReady());
    stage.pane.openRepo({RepoType::Model, u"nordwind/harbor-7b-instruct"_s});
    QTRY_COMPARE(stage.states("cardStates")->state(), StateStack::State::Empty);
    QPushButton *action = nullptr;
    QTRY_VERIFY((action = visibleChild<QPushButton>(stage.states("cardStates"), u"stateAction"_s)));
    stage.click(action);
    QTRY_VERIFY(stage.child<QTreeView>("repoFiles")->isVisible());
}

void TestRepoPage::repoNotFoundAsksToSignIn()
{
    QFETCH(bool, mouse);
    Stage stage;
    QVERIFY(stage.showReady());
    stage.hub.failures.insert("secret", {401, "RepoNotFound", "Repository not found"});
    stage.pane.openRepo({RepoType::Model, u"nordwind/secret"_s});
    QTRY_COMPARE(stage.states("repoStates")->state(), StateStack::State::SignInNeeded);
    QSignalSpy asked(&stage.pane, &BrowserPane::signInRequested);
    auto *button = visibleChild<QPushButton>(stage.states("repoStates"), u"stateSignIn"_s);
    QVERIFY(button);
    activate(button, mouse);
    QCOMPARE(asked.size(), 1);
}

void TestRepoPage::cardErrorKeepsFiles()
{
    Stage stage;
    stage.hub.failures.insert("README.md", {403, {}, "not now"});
    QVERIFY(stage.showReady());
    stage.pane.openRepo({RepoType::Model, u"nordwind/harbor-7b-instruct"_s});
    QTRY_COMPARE(stage.states("cardStates")->state(), StateStack::State::Error);
    QTRY_COMPARE(stage.states("filesStates")->state(), StateStack::State::Ready);
    QCOMPARE(stage.states("repoStates")->state(), StateStack::State::Ready);
}

void TestRepoPage::revisionReloads()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    auto *combo = stage.child<QComboBox>("repoRevision");
    QCOMPARE(combo->count(), 4);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QTRY_COMPARE(stage.repo.revision(), u"dev"_s);
    QTRY_VERIFY(stage.hub.count("/tree/dev") >= 1);
    QTRY_VERIFY(stage.hub.count("/revision/dev") >= 1);
    QCOMPARE(stage.hub.count("/refs"), 1); // refs do not depend on it
    QVERIFY(stage.pane.canGoBack());
    stage.pane.openRepo(stage.repo.repo(), u"refs/pr/1"_s);
    QTRY_VERIFY(stage.hub.count("/tree/refs%2Fpr%2F1") >= 1);
    stage.pane.back();
    QTRY_COMPARE(stage.repo.revision(), u"dev"_s);
}

void TestRepoPage::gates_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("opens"); // empty: asks to sign in
    QTest::newRow("not signed in")
        << 401
        << "Access to model nordwind/harbor-7b-instruct is restricted. You must be authenticated "_ba
        << u"not signed in"_s << QString();
    QTest::newRow("missing scope")
        << 403
        << "Please enable access to public gated repositories in your fine-grained token settings"_ba
        << u"permission"_s << u"http://hub.test/settings/tokens"_s;
    QTest::newRow("terms")
        << 403 << "Access to model is restricted and you are not in the authorized list"_ba
        << u"terms"_s << u"http://hub.test/nordwind/harbor-7b-instruct"_s;
    QTest::newRow("pending")
        << 403 << "Your request to access model is awaiting a review from the repo authors."_ba
        << u"pending"_s << u"http://hub.test/nordwind/harbor-7b-instruct"_s;
    QTest::newRow("rejected")
        << 403 << "Your request to access model has been rejected by the repo's authors."_ba
        << u"rejected"_s << u"http://hub.test/nordwind/harbor-7b-instruct"_s;
}

void TestRepoPage::gates()
{
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    QFETCH(QString, title);
    QFETCH(QString, opens);
    Stage stage;
    stage.hub.gated = "\"manual\"";
    stage.hub.failures.insert("config.json", {status, "GatedRepo", message});
    QVERIFY(stage.openRepo());
    auto *notice = stage.child<QWidget>("gateNotice");
    QTRY_VERIFY(notice->isVisible());
    const QString shown = stage.child<QLabel>("gateTitle")->text();
    QVERIFY2(shown.contains(title), qPrintable(shown));
    QSignalSpy signIn(&stage.pane, &BrowserPane::signInRequested);
    activate(stage.child<QPushButton>("gateAction"), false);
    if (opens.isEmpty())
        QCOMPARE(signIn.size(), 1);
    else
        QCOMPARE(stage.ui.prompter.openedUrls, QList<QUrl>{QUrl(opens)});
    // Facts, card and files stay visible.
    QCOMPARE(stage.states("repoStates")->state(), StateStack::State::Ready);

    stage.hub.failures.clear();
    activate(stage.child<QPushButton>("gateAgain"), true);
    QTRY_VERIFY(!notice->isVisible());
    QVERIFY(stage.repo.gateIsOpen());
}

void TestRepoPage::gateOpenShowsNothing()
{
    Stage stage;
    stage.hub.gated = "\"auto\"";
    QVERIFY(stage.openRepo());
    QTRY_VERIFY(stage.repo.gateIsOpen());
    QVERIFY(!stage.child<QWidget>("gateNotice")->isVisible());
    QVERIFY(stage.child<QLabel>("repoGated")->isVisible());
}

void TestRepoPage::copies()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    for (const char *name : {"copyId", "copyLink", "copyPython", "copyCommand"})
        stage.child<QAction>(name)->trigger();
    QCOMPARE(stage.ui.prompter.copiedTexts,
             (QStringList{u"nordwind/harbor-7b-instruct"_s, u"hf://nordwind/harbor-7b-instruct"_s,
                          u"snapshot_download(\"nordwind/harbor-7b-instruct\")"_s,
                          u"hubdesk-cli download nordwind/harbor-7b-instruct"_s}));
    activate(stage.child<QPushButton>("repoOpen"), true);
    QCOMPARE(stage.ui.prompter.openedUrls,
             QList<QUrl>{QUrl(u"http://hub.test/nordwind/harbor-7b-instruct"_s)});
}

void TestRepoPage::cardLinks()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    auto *card = stage.child<MarkdownView>("repoCard");
    QTRY_VERIFY(card->isComplete());
    Q_EMIT
    card->anchorClicked(QUrl(u"https://example.org/paper"_s));
    QCOMPARE(stage.ui.prompter.confirmations.size(), 1);
    QCOMPARE(stage.ui.prompter.confirmations.front().text, u"https://example.org/paper"_s);
    QTRY_COMPARE(stage.ui.prompter.openedUrls, QList<QUrl>{QUrl(u"https://example.org/paper"_s)});
    Q_EMIT
    card->anchorClicked(QUrl(u"file:///etc/passwd"_s));
    Q_EMIT
    card->anchorClicked(QUrl(u"javascript:alert(1)"_s));
    QCOMPARE(stage.ui.prompter.confirmations.size(), 1);
    Q_EMIT
    card->anchorClicked(QUrl(u"hubdesk-file:docs/notes.md"_s));
    auto *tree = stage.child<QTreeView>("repoFiles");
    QTRY_VERIFY(tree->isVisible());
    QCOMPARE(tree->currentIndex().data().toString(), u"notes.md"_s);
    Q_EMIT
    card->anchorClicked(QUrl(u"hf://lab-1/model-1"_s));
    QTRY_COMPARE(stage.repo.repo().id, u"lab-1/model-1"_s);
}

void TestRepoPage::cardImagesFollowTheSetting()
{
    Stage stage;
    stage.hub.card = "# Harbor\n\n![tide](https://pictures.example/tide.png)\n";
    stage.ui.settings.setValue(SettingKey::LoadCardImages, false);
    QVERIFY(stage.openRepo());
    QTRY_VERIFY(stage.child<MarkdownView>("repoCard")->isComplete());
    QCOMPARE(stage.hub.count("tide.png"), 0);
    stage.ui.settings.setValue(SettingKey::LoadCardImages, true);
    QTRY_COMPARE(stage.hub.count("tide.png"), 1);
    stage.ui.settings.setValue(SettingKey::LoadCardImages, false);
    stage.pane.refresh();
    QTRY_COMPARE(stage.hub.count("README.md"), 2);
    QTRY_COMPARE(stage.repo.cardState(), LoadState::Ready);
    QCOMPARE(stage.hub.count("tide.png"), 1);
    stage.ui.settings.setValue(SettingKey::LoadCardImages, true);
    QTRY_COMPARE(stage.hub.count("tide.png"), 2);
}

void TestRepoPage::downloadDialog()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    QSignalSpy wanted(&stage.pane, &BrowserPane::downloadRequested);
    QTest::keyClick(&stage.pane, Qt::Key_D, Qt::ControlModifier);
    QPointer<DownloadDialog> dialog;
    QTRY_VERIFY((dialog = stage.child<DownloadDialog>("downloadDialog")));
    auto *start = dialog->findChild<QPushButton *>(u"downloadStart"_s);
    QTRY_VERIFY(start->isEnabled());
    QCOMPARE(start->text(), u"Download 7.5 GB"_s);
    auto *groups = dialog->findChild<QListWidget *>(u"downloadGroups"_s);
    QCOMPARE(groups->currentItem()->text(), u"Safetensors"_s);

    auto *exclude = dialog->findChild<QLineEdit *>(u"downloadExclude"_s);
    exclude->setFocus();
    QTest::keyClicks(exclude, u"*"_s);
    QTRY_VERIFY(!start->isEnabled());
    QVERIFY(!dialog->findChild<QLabel *>(u"downloadProblem"_s)->text().isEmpty());
    exclude->clear();
    groups->setFocus();
    groups->setCurrentRow(0);
    QTRY_COMPARE(start->text(), u"Download 15.0 GB"_s);
    auto *files = dialog->findChild<QTreeView *>(u"downloadFiles"_s);
    files->setFocus();
    files->setCurrentIndex(files->model()->index(6, 0));
    QTest::keyClick(files, Qt::Key_Space);
    QTRY_COMPARE(start->text(), u"Download 7.5 GB"_s);
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 1);
    const auto request = wanted.front().front().value<DownloadRequest>();
    QCOMPARE(request.repo.id, u"nordwind/harbor-7b-instruct"_s);
    QVERIFY(!request.files.contains(u"pytorch_model.bin"_s));
    QCOMPARE(request.files.size(), 8);
    QTRY_VERIFY(!dialog);
}

void TestRepoPage::downloadByFolder()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    stage.pane.startDownload({u"docs/notes.md"_s});
    QPointer<DownloadDialog> dialog;
    QTRY_VERIFY((dialog = stage.child<DownloadDialog>("downloadDialog")));
    auto *start = dialog->findChild<QPushButton *>(u"downloadStart"_s);
    QTRY_COMPARE(start->text(), u"Download 2.0 kB"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestRepoPage::cacheMarksRefresh()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    const CacheLayout layout(stage.repo.cachePlaces().root());
    QCOMPARE(stage.repo.fileModel()->tree().root().cachedFiles, 0);
    QVERIFY(QDir().mkpath(layout.blobsFolder(stage.repo.repo())));
    QFile blob(layout.blob(stage.repo.repo(), QString(40, u'a')));
    QVERIFY(blob.open(QIODevice::WriteOnly));
    QVERIFY(blob.resize(662)); // the size of config.json
    blob.close();
    stage.repo.cacheChanged({RepoType::Dataset, stage.repo.repo().id});
    stage.repo.cacheChanged(stage.repo.repo());
    QTRY_COMPARE(stage.repo.fileModel()->tree().root().cachedFiles, 1);
    const QModelIndex config = stage.repo.fileModel()->indexOf(u"config.json"_s);
    QCOMPARE(config.siblingAtColumn(FileTreeModel::CacheColumn).data().toString(), u"Cached"_s);

    // Models get a folder of their own: what is in the common one is cached all the same.
    CachePlaces places = stage.repo.cachePlaces();
    places.setFolder(RepoType::Model, layout.root() + "-models"_L1);
    QSignalSpy looked(stage.repo.files(), &TreeLoader::cachedChanged);
    stage.repo.setCachePlaces(places);
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(stage.repo.fileModel()->tree().root().cachedFiles, 1);
    // And the download dialog says where it goes.
    stage.pane.startDownload({u"config.json"_s});
    QPointer<DownloadDialog> dialog;
    QTRY_VERIFY((dialog = stage.child<DownloadDialog>("downloadDialog")));
    auto *target = dialog->findChild<QLabel *>(u"downloadDestination"_s);
    QVERIFY(target);
    QTRY_COMPARE(target->text(), places.rootFor(RepoType::Model));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestRepoPage::accessibleNames()
{
    Stage stage;
    QVERIFY(stage.openRepo());
    for (const char *name :
         {"browseList", "browseSearch", "browseSort", "repoFiles", "repoRevisions", "repoRevision",
          "repoCard", "repoTabs", "repoBack", "filesSearch"}) {
        auto *widget = stage.child<QWidget>(name);
        QVERIFY2(widget, name);
        QVERIFY2(!widget->accessibleName().isEmpty(), name);
    }
}

HUBDESK_UI_TEST_MAIN(TestRepoPage)
#include "tst_repopage.moc"
