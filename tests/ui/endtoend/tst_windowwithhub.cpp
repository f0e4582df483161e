// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workbench.h"
#include "core/model/cachemodel.h"
#include "core/model/personcontroller.h"
#include "core/model/repolistmodel.h"
#include "core/model/transfermodel.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"
#include "core/transfer/transferengine.h"
#include "tests/support/localhubprocess.h"
#include "tests/support/uifixture.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/statestack.h"

#include <QAbstractItemView>
#include <QCryptographicHash>
#include <QDialog>
#include <QFileInfo>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace hubdesk;
using State = StateStack::State;

namespace {

constexpr int kPatience = 60'000; // ms, for a machine that is busy

//! The whole program on a Local Hub, with a home of its own.
struct Program
{
    Program(const QUrl &hub, const QString &token)
        : environment(variables(hub, token, folder.path())),
          workbench(&environment,
                    {{},
                     folder.filePath(u"hubdesk.ini"_s),
                     folder.filePath(u"transfers"_s),
                     folder.filePath(u"state"_s),
                     folder.filePath(u"history.jsonl"_s),
                     folder.filePath(u"accounts.json"_s),
                     false,
                     {}})
    { }
    ~Program()
    {
        QSignalSpy stopped(&workbench, &Workbench::stopped);
        workbench.stop();
        stopped.wait();
    }

    [[nodiscard]] static QProcessEnvironment variables(const QUrl &hub, const QString &token,
                                                       const QString &home)
    {
        QProcessEnvironment result;
        result.insert(u"HOME"_s, home);
        result.insert(u"HF_HOME"_s, home + u"/hf"_s);
        result.insert(u"HF_ENDPOINT"_s, hub.toString());
        if (!token.isEmpty())
            result.insert(u"HF_TOKEN"_s, token);
        return result;
    }
    [[nodiscard]] bool open()
    {
        workbench.window()->showPane(u"browse"_s);
        if (!showActive(workbench.window()))
            return false;
        workbench.begin();
        return true;
    }
    template <class T> [[nodiscard]] T *seen(const char *name) const
    {
        return visibleChild<T>(workbench.window(), QString::fromLatin1(name));
    }
    [[nodiscard]] State state(const char *name) const
    {
        auto *states = workbench.window()->findChild<StateStack *>(QString::fromLatin1(name));
        return states ? states->state() : State::Loading;
    }
    [[nodiscard]] static QModelIndex find(const QAbstractItemView *view, const RepoId &repo,
                                          int role)
    {
        for (int row = 0; view && row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data(role).value<RepoId>() == repo)
                return index;
        }
        return {};
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : workbench.window(), key, modifiers);
    }
    //! A button by mouse, or what its keys do.
    void press(const char *button, bool mouse, Qt::Key keys, Qt::KeyboardModifiers modifiers = {})
    {
        if (mouse)
            QTest::mouseClick(seen<QWidget>(button), Qt::LeftButton);
        else
            key(keys, modifiers);
    }

    QTemporaryDir folder;
    Environment environment;
    Workbench workbench;
};

} // namespace

class TestWindowWithHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_hub.clearFaults(); }
    void browseAndDownload_data();
    void browseAndDownload();
    void gatedWithoutToken();
    void people();
    void listsOfPeople();
    void anotherLanguageKeepsThePlace();

private:
    [[nodiscard]] RepoId role(const QString &name)
    {
        return {RepoType::Model, m_hub.seed().value(name).toObject().value("repo"_L1).toString()};
    }

    LocalHubProcess m_hub;
};

void TestWindowWithHub::initTestCase()
{
    QVERIFY2(m_hub.start(), qPrintable(m_hub.errorText()));
}

void TestWindowWithHub::browseAndDownload_data()
{
    QTest::addColumn<bool>("mouse");
    QTest::newRow("keyboard") << false;
    QTest::newRow("mouse") << true;
}

void TestWindowWithHub::browseAndDownload()
{
    QFETCH(bool, mouse);
    const RepoId repo = role(u"sharded_safetensors"_s);
    // The first answer is an error: Retry.
    m_hub.addFault({{u"match"_s, u"/api/models*"_s}, {u"kind"_s, u"status"_s}, {u"status"_s, 403}});
    m_hub.clearRequests();
    Program program(m_hub.endpoint(), u"hf_demo_read"_s);
    QVERIFY(program.open());
    QTRY_COMPARE_WITH_TIMEOUT(program.state("browseStates"), State::Error, kPatience);
    auto *retry = program.seen<QPushButton>("stateRetry");
    QVERIFY(retry);
    if (!mouse)
        retry->setFocus();
    program.press("stateRetry", mouse, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("browseStates"), State::Ready, kPatience);

    // Search and open.
    program.press("browseSearch", mouse, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), program.seen<QWidget>("browseSearch"));
    QTest::keyClicks(QApplication::focusWidget(), repo.name());
    auto *list = program.seen<QAbstractItemView>("browseList");
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() < 5
                                 && Program::find(list, repo, RepoListModel::RepoRole).isValid(),
                             kPatience);
    const QModelIndex row = Program::find(list, repo, RepoListModel::RepoRole);
    if (mouse) {
        const QPoint center = list->visualRect(row).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, center);
    } else {
        list->setFocus();
        program.key(Qt::Key_Home);
        for (int i = 0; i < row.row(); ++i)
            program.key(Qt::Key_Down);
        program.key(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(program.state("repoStates"), State::Ready, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("cardStates"), State::Ready, kPatience);
    QCOMPARE(program.seen<QLineEdit>("address")->text(), u"hf://"_s + repo.id);

    // Download.
    program.press("repoDownload", mouse, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(program.seen<QPushButton>("downloadStart")
                                 && program.seen<QPushButton>("downloadStart")->isEnabled(),
                             kPatience);
    QVERIFY(QTest::qWaitForWindowActive(program.seen<QDialog>("downloadDialog")));
    program.press("downloadStart", mouse, Qt::Key_Return);
    TransferEngine *engine = program.workbench.engine();
    QTRY_COMPARE_WITH_TIMEOUT(engine->transfers().size(), size_t(1), kPatience);
    QTRY_VERIFY(!program.seen<QDialog>("downloadDialog"));
    QVERIFY(showActive(program.workbench.window())); // no window manager here does it
    program.press("nav-transfers", mouse, Qt::Key_2, Qt::ControlModifier);
    auto *transfers = program.seen<QAbstractItemView>("transfersList");
    QVERIFY(transfers);
    QVERIFY(program.seen<QLineEdit>("address")->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(
        TransferState(transfers->model()->index(0, 0).data(TransferModel::StateRole).toInt()),
        TransferState::Finished, kPatience);

    // It is in the cache, byte by byte.
    program.press("nav-cache", mouse, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(
        Program::find(program.seen<QAbstractItemView>("cacheList"), repo, CacheModel::RepoRole)
            .isValid(),
        kPatience);
    const auto transfer = engine->transfer(engine->transfers().front());
    QVERIFY(transfer && !transfer->files.empty());
    int hashed = 0;
    for (const TransferFile &file : transfer->files) {
        QFile content(transfer->resultPath + u'/' + file.path);
        QVERIFY2(content.open(QIODevice::ReadOnly), qPrintable(file.path));
        const QByteArray bytes = content.readAll();
        QCOMPARE(bytes.size(), file.size);
        // A blob's name is the hash of its content.
        const QString blob = QFileInfo(content.fileName()).symLinkTarget().section(u'/', -1);
        const bool lfs = blob.size() == 64;
        const QByteArray hash = lfs
            ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)
            : QCryptographicHash::hash("blob " + QByteArray::number(bytes.size()) + '\0' + bytes,
                                       QCryptographicHash::Sha1);
        QCOMPARE(blob, QString::fromLatin1(hash.toHex()));
        hashed += lfs ? 1 : 0;
    }
    QVERIFY(hashed >= 3); // the shards

    // Whoever serves the large files was never shown the token.
    int asked = 0;
    const QJsonArray requests = m_hub.requests();
    for (const QJsonValue &request : requests) {
        if (request["port"_L1].toString() != "cdn"_L1)
            continue;
        ++asked;
        QVERIFY(!request["authorization"_L1].toBool());
    }
    QVERIFY(asked > 0);
}

void TestWindowWithHub::gatedWithoutToken()
{
    Program program(m_hub.endpoint(), {});
    QVERIFY(program.open());
    program.workbench.window()->openAddress(u"hf://"_s + role(u"gated"_s).id);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("repoStates"), State::Ready, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(program.seen<QWidget>("gateNotice"), kPatience);
    QVERIFY(!program.seen<QPushButton>("repoDownload")->isEnabled());
    QTest::mouseClick(program.seen<QPushButton>("gateAction"), Qt::LeftButton);
    QTRY_VERIFY(program.seen<QDialog>("signInDialog"));
}

// From a repo to whose it is, and by name from the address line.
void TestWindowWithHub::people()
{
    const RepoId repo = role(u"sharded_safetensors"_s);
    Program program(m_hub.endpoint(), u"hf_demo_read"_s);
    QVERIFY(program.open());
    program.workbench.window()->openAddress(repo.uri());
    QTRY_COMPARE_WITH_TIMEOUT(program.state("repoStates"), State::Ready, kPatience);
    m_hub.clearRequests();
    QTest::mouseClick(program.seen<QWidget>("repoAuthor"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Ready, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personModelsStates"), State::Ready, kPatience);
    QVERIFY(Program::find(program.seen<QAbstractItemView>("personModelsList"), repo,
                          RepoListModel::RepoRole)
                .isValid());
    auto *address = program.seen<QLineEdit>("address");
    QCOMPARE(address->text(), u'@' + repo.author());
    // The picture came from the Hub.
    const auto avatars = [this] {
        const QJsonArray requests = m_hub.requests();
        return std::ranges::count_if(requests, [](const QJsonValue &request) {
            return request["path"_L1].toString().startsWith("/avatars/"_L1)
                && request["status"_L1].toInt() == 200;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(avatars() > 0, kPatience);

    program.key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), address);
    QTest::keyClicks(address, u"@demo"_s);
    program.key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        program.seen<QLabel>("personFacts")
            && program.seen<QLabel>("personFacts")->text().startsWith(u"demo "_s),
        kPatience);
    program.key(Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(address, u"@nobody-is-called-so"_s);
    program.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Error, kPatience);
}

// Members of an organisation, from there to a member, and that one's followers and likes.
void TestWindowWithHub::listsOfPeople()
{
    Program program(m_hub.endpoint(), u"hf_demo_read"_s);
    QVERIFY(program.open());
    const auto names = [&](const char *list) {
        QStringList result;
        const auto *view = program.seen<QAbstractItemView>(list);
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            result.append(view->model()->index(row, 0).data().toString());
        return result;
    };
    const auto openTab = [&](PersonTab tab) {
        auto *tabs = program.seen<QTabBar>("personTabs");
        for (int i = 0; tabs && i < tabs->count(); ++i) {
            if (tabs->tabData(i).toInt() == static_cast<int>(tab))
                QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
        }
    };
    program.workbench.window()->openAddress(u"@northwind-ai"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Ready, kPatience);
    openTab(PersonTab::Members);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personMembersStates"), State::Ready, kPatience);
    QCOMPARE(names("personMembersList").size(), 3);
    auto *members = program.seen<QAbstractItemView>("personMembersList");
    QTest::keyClick(members, Qt::Key_Home);
    QTest::keyClick(members, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.seen<QLineEdit>("address")->text().startsWith(u'@')
                                 && program.seen<QLineEdit>("address")->text()
                                     != u"@northwind-ai"_s,
                             kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Ready, kPatience);
    const QString member = program.seen<QLineEdit>("address")->text();
    openTab(PersonTab::Organizations);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personOrganizationsStates"), State::Ready, kPatience);
    program.key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(program.seen<QLineEdit>("address")->text(), u"@northwind-ai"_s);
    QVERIFY(member.size() > 1);

    // Likes and followers change with what somebody does.
    const RepoId repo = role(u"sharded_safetensors"_s);
    program.workbench.window()->openAddress(repo.uri());
    QTRY_COMPARE_WITH_TIMEOUT(program.state("repoStates"), State::Ready, kPatience);
    auto *like = program.seen<QAbstractButton>("repoLike");
    QVERIFY(like && like->isEnabled());
    if (!like->isChecked())
        QTest::mouseClick(like, Qt::LeftButton);
    program.workbench.window()->openAddress(u"@demo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Ready, kPatience);
    openTab(PersonTab::Likes);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personLikesStates"), State::Ready, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(names("personLikesList").contains(repo.id), kPatience);
    openTab(PersonTab::Followers);
    QTRY_VERIFY_WITH_TIMEOUT(program.state("personFollowersStates") == State::Ready
                                 || program.state("personFollowersStates") == State::Empty,
                             kPatience);
}

void TestWindowWithHub::anotherLanguageKeepsThePlace()
{
    const RepoId repo = role(u"sharded_safetensors"_s);
    Program program(m_hub.endpoint(), u"hf_demo_read"_s);
    QVERIFY(program.open());
    program.workbench.window()->openAddress(u"@demo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Ready, kPatience);
    program.workbench.window()->openAddress(repo.uri());
    QTRY_COMPARE_WITH_TIMEOUT(program.state("repoStates"), State::Ready, kPatience);
    QSignalSpy replaced(&program.workbench, &Workbench::windowReplaced);
    program.workbench.settings()->setValue(SettingKey::Language, u"de"_s);
    QTRY_COMPARE(replaced.size(), 1);
    QCOMPARE(program.seen<QLineEdit>("address")->text(), repo.uri());
    QTRY_COMPARE_WITH_TIMEOUT(program.state("repoStates"), State::Ready, kPatience);
    program.workbench.window()->back();
    QTRY_COMPARE(program.seen<QLineEdit>("address")->text(), u"@demo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(program.state("personStates"), State::Ready, kPatience);
    program.workbench.settings()->setValue(SettingKey::Language, u"en"_s);
    QTRY_COMPARE(replaced.size(), 2);
    QCOMPARE(program.seen<QLineEdit>("address")->text(), u"@demo"_s);
    program.workbench.window()->forward();
    QTRY_COMPARE(program.seen<QLineEdit>("address")->text(), repo.uri());
}

HUBDESK_UI_TEST_MAIN(TestWindowWithHub)
#include "tst_windowwithhub.moc"
