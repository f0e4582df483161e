// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/accountcontroller.h"
#include "core/model/settingscontroller.h"
#include "tests/support/fakeaccounts.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestSettingsController : public QObject
{
    Q_OBJECT

private:
    static Environment environment(const std::vector<std::pair<QString, QString>> &variables)
    {
        QProcessEnvironment process;
        process.insert(u"HOME"_s, u"/nonexistent/home"_s);
        for (const auto &[name, value] : variables)
            process.insert(name, value);
        return Environment(process);
    }
    static ClientConfig config(const QString &token)
    {
        ClientConfig result;
        result.endpoint = QUrl(u"https://hub.test"_s);
        result.token = token;
        result.userAgent = "test";
        return result;
    }
    //! The error.
    static QString exported(const SettingsController &controller, const QString &file)
    {
        std::optional<QString> answer;
        QObject context;
        controller.exportTo(file, &context, [&answer](const std::expected<void, QString> &done) {
            answer = done ? QString() : done.error();
        });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer : u"silence"_s;
    }
    //! The number of changes or the error.
    static QString imported(const SettingsController &controller, const QString &file)
    {
        std::optional<QString> answer;
        QObject context;
        controller.importFrom(
            file, &context, [&answer](const std::expected<SettingsImport, QString> &import) {
                answer = import ? QString::number(import->changes.size()) : import.error();
            });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer : u"silence"_s;
    }
    static QByteArray whoami() { return R"({"type":"user","name":"demo","fullname":"Demo"})"; }

private Q_SLOTS:
    void environmentWins()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        settings.setValue(SettingKey::Endpoint, u"https://mine.test"_s);
        settings.setValue(SettingKey::CacheFolder, u"/mine"_s);
        const Environment plain = environment({});
        SettingsController free(&settings, &plain, [] { return config({}); });
        QCOMPARE(free.endpoint(), (SettingInForce{u"https://mine.test"_s, {}, false}));
        QCOMPARE(free.cacheFolder(), (SettingInForce{u"/mine"_s, {}, false}));
        QCOMPARE(free.offline().value, u"0"_s);

        const Environment set = environment({{u"HF_ENDPOINT"_s, u"https://env.test/"_s},
                                             {u"HF_HOME"_s, u"/env"_s},
                                             {u"HF_HUB_OFFLINE"_s, u"1"_s}});
        SettingsController bound(&settings, &set, [] { return config({}); });
        QCOMPARE(bound.endpoint(), (SettingInForce{u"https://env.test"_s, u"HF_ENDPOINT"_s, true}));
        QCOMPARE(bound.cacheFolder(), (SettingInForce{u"/env/hub"_s, u"HF_HOME"_s, true}));
        QCOMPARE(bound.offline(), (SettingInForce{u"1"_s, u"HF_HUB_OFFLINE"_s, true}));
        QCOMPARE(bound.home().value, u"/env"_s);
    }

    void foldersOfTypes()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        SettingsController free(&settings, &plain, [] { return config({}); });
        const QString standard = u"/nonexistent/home/.cache/huggingface/hub"_s;
        QCOMPARE(free.cacheFolder(RepoType::Dataset), (SettingInForce{standard, {}, false}));
        settings.setValue(SettingKey::DatasetsFolder, u"/data"_s);
        QCOMPARE(free.cacheFolder(RepoType::Dataset), (SettingInForce{u"/data"_s, {}, false}));
        QCOMPARE(free.cacheFolder(RepoType::Model), (SettingInForce{standard, {}, false}));
        QCOMPARE(free.cacheFolder(), (SettingInForce{standard, {}, false}));

        const Environment set = environment({{u"HF_HUB_CACHE"_s, u"/env"_s}});
        SettingsController bound(&settings, &set, [] { return config({}); });
        QCOMPARE(bound.cacheFolder(RepoType::Dataset),
                 (SettingInForce{u"/env"_s, u"HF_HUB_CACHE"_s, true}));
        QCOMPARE(bound.cacheFolder(RepoType::Model),
                 (SettingInForce{u"/env"_s, u"HF_HUB_CACHE"_s, false}));
    }

    void foldersAreTakenBackAndReset()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        SettingsController controller(&settings, &plain, [] { return config({}); });
        settings.setValue(SettingKey::SpacesFolder, u"/spaces"_s);
        const QString file = folder.filePath(u"export.json"_s);
        QCOMPARE(exported(controller, file), QString());
        controller.reset({SettingKey::SpacesFolder}, u"Reset"_s);
        QCOMPARE(controller.cacheFolder(RepoType::Space).value, controller.cacheFolder().value);
        controller.undo();
        QCOMPARE(controller.cacheFolder(RepoType::Space).value, u"/spaces"_s);
        settings.reset(SettingKey::SpacesFolder);
        std::optional<SettingsImport> wanted;
        controller.importFrom(file, this,
                              [&wanted](const std::expected<SettingsImport, QString> &import) {
                                  if (import)
                                      wanted = *import;
                              });
        QTRY_VERIFY(wanted);
        QCOMPARE(wanted->changes.size(), 1U);
        controller.change({{wanted->changes[0].key, wanted->changes[0].after}}, u"Import"_s);
        QCOMPARE(controller.cacheFolder(RepoType::Space).value, u"/spaces"_s);
    }

    void cacheFoldersLieBesideEachOther_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("beside") << u"/models"_s << true;
        QTest::newRow("the common one") << u"/common"_s << true;
        QTest::newRow("none") << QString() << true;
        QTest::newRow("in the common one") << u"/common/models"_s << false;
        QTest::newRow("around the common one") << u"/"_s << false;
        QTest::newRow("begins alike") << u"/common2"_s << true;
        QTest::newRow("relative") << u"models"_s << false;
    }
    void cacheFoldersLieBesideEachOther()
    {
        QFETCH(QString, folder);
        QFETCH(bool, isGood);
        const QTemporaryDir base;
        const QString common = base.filePath(u"common"_s);
        const QString models = folder.startsWith(u'/') ? base.path() + folder : folder;
        Settings settings(base.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        SettingsController controller(&settings, &plain, [] { return config({}); });
        settings.setValue(SettingKey::CacheFolder, common);
        QCOMPARE(controller.cacheFolderProblem(SettingKey::ModelsFolder, models).isEmpty(), isGood);
        // The same the other way round.
        settings.setValue(SettingKey::CacheFolder, QString());
        settings.setValue(SettingKey::ModelsFolder, models);
        QCOMPARE(controller.cacheFolderProblem(SettingKey::CacheFolder, common).isEmpty(),
                 isGood || !folder.startsWith(u'/'));
    }

    void moreThanOneVariable()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment set = environment({{u"HF_HUB_ETAG_TIMEOUT"_s, u"33"_s},
                                             {u"HF_HUB_VERBOSITY"_s, u"warning"_s},
                                             {u"HTTPS_PROXY"_s, u"http://p.test"_s},
                                             {u"http_proxy"_s, QString()}});
        SettingsController bound(&settings, &set, [] { return config({}); });
        QCOMPARE(bound.metadataTimeout(),
                 (SettingInForce{u"33"_s, u"HF_HUB_ETAG_TIMEOUT"_s, true}));
        QCOMPARE(bound.downloadTimeout(), (SettingInForce{u"10"_s, {}, false}));
        QCOMPARE(bound.logLevel(), (SettingInForce{u"warning"_s, u"HF_HUB_VERBOSITY"_s, true}));
        QCOMPARE(bound.proxyVariables(), QStringList{u"HTTPS_PROXY"_s});
        QCOMPARE(bound.environment().size(), 3U);
        const Environment debugging = environment({{u"HF_DEBUG"_s, u"1"_s}});
        SettingsController loud(&settings, &debugging, [] { return config({}); });
        QCOMPARE(loud.logLevel().variable, u"HF_DEBUG"_s);
        const Environment odd = environment({{u"HF_HUB_VERBOSITY"_s, u"loud"_s}});
        SettingsController free(&settings, &odd, [] { return config({}); });
        QCOMPARE(free.logLevel(), (SettingInForce{u"info"_s, {}, false}));
        QVERIFY(QDir::isAbsolutePath(free.logFolder()));
        settings.setValue(SettingKey::LogFolder, u"/logs"_s);
        QCOMPARE(free.logFolder(), u"/logs"_s);
    }

    void resetsAndTakesBack()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        settings.setValue(SettingKey::Offline, true);
        settings.setValue(SettingKey::Connections, 9);
        const Environment plain = environment({});
        SettingsController controller(&settings, &plain, [] { return config({}); });
        QSignalSpy undoable(&controller, &SettingsController::undoChanged);
        controller.reset({SettingKey::CaFile}, u"nothing"_s); // nothing to reset, nothing to undo
        QVERIFY(controller.undoText().isEmpty());
        controller.reset({SettingKey::Offline, SettingKey::Connections}, u"two"_s);
        QVERIFY(!settings.flag(SettingKey::Offline));
        QCOMPARE(settings.number(SettingKey::Connections), 16);
        QCOMPARE(controller.undoText(), u"two"_s);
        settings.setValue(SettingKey::Appearance, u"dark"_s); // something else meanwhile
        controller.undo();
        QVERIFY(settings.flag(SettingKey::Offline));
        QCOMPARE(settings.number(SettingKey::Connections), 9);
        QCOMPARE(settings.text(SettingKey::Appearance), u"dark"_s);
        QVERIFY(controller.undoText().isEmpty());
        controller.undo();
        QVERIFY(settings.flag(SettingKey::Offline));
        QCOMPARE(undoable.count(), 3);
    }

    void exportsAndImports()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        settings.setValue(SettingKey::Offline, true);
        const Environment plain = environment({});
        SettingsController controller(&settings, &plain, [] { return config({}); });
        const QString file = folder.filePath(u"out.json"_s);
        QCOMPARE(exported(controller, file), QString());
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        settings.reset(SettingKey::Offline);
        QCOMPARE(imported(controller, file), u"1"_s);
        QVERIFY(exported(controller, folder.filePath(u"no/such/folder.json"_s))
                    .startsWith(u"The file could not be written: "_s));
        QVERIFY(imported(controller, folder.filePath(u"missing.json"_s))
                    .startsWith(u"The file could not be read: "_s));
        QCOMPARE(imported(controller, folder.filePath(u"s.ini"_s)),
                 u"This is no file with settings of Hubdesk."_s);
    }

    //! A disk may take its time; a pipe does until somebody writes.
    void waitsForNoDisk()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        SettingsController controller(&settings, &plain, [] { return config({}); });
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const auto write = [&pipe] {
            QFile out(pipe);
            return out.open(QIODevice::WriteOnly)
                && out.write(R"({"hubdesk-settings":1,"settings":{}})") > 0;
        };
        QObject context;
        int answers = 0;
        auto answered = [&answers](const std::expected<SettingsImport, QString> &) { ++answers; };
        controller.importFrom(pipe, &context, answered);
        QCOMPARE(answers, 0);
        QVERIFY(write());
        QTRY_COMPARE(answers, 1);
        auto gone = std::make_unique<QObject>();
        controller.importFrom(pipe, gone.get(), answered);
        gone.reset();
        QVERIFY(write());
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
        QCOMPARE(answers, 1);
    }

    void judgesInput()
    {
        QVERIFY(SettingsController::endpointProblem({}).isEmpty());
        QVERIFY(SettingsController::endpointProblem(u"https://hub.test/path/"_s).isEmpty());
        QVERIFY(!SettingsController::endpointProblem(u"hub.test"_s).isEmpty());
        QVERIFY(!SettingsController::endpointProblem(u"ftp://hub.test"_s).isEmpty());
        QVERIFY(!SettingsController::endpointProblem(u"https://me:secret@hub.test"_s).isEmpty());
        QTemporaryDir folder;
        QVERIFY(SettingsController::folderProblem(folder.filePath(u"new/deep"_s)).isEmpty());
        QVERIFY(!SettingsController::folderProblem(u"relative"_s).isEmpty());
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!SettingsController::folderProblem(file.fileName()).isEmpty());
    }

    void testsTheEndpointInForceWithTheToken()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        FakeNetwork network;
        network.setResponder([](FakeReply *reply) {
            reply->finishWith(200, reply->target().contains("whoami") ? whoami() : "[]");
        });
        SettingsController controller(
            &settings, &plain, [] { return config(u"hf_secret"_s); }, &network);
        QSignalSpy tested(&controller, &SettingsController::endpointTested);
        controller.testEndpoint(u"https://hub.test"_s, {});
        QTRY_COMPARE(tested.count(), 1);
        const auto report = tested[0][0].value<EndpointReport>();
        QVERIFY(report.reached);
        QCOMPARE(report.text, u"hub.test answers. You are signed in as demo."_s);
    }

    void tokenStaysWithItsHub()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        FakeNetwork network;
        QList<bool> authorized;
        network.setResponder([&authorized](FakeReply *reply) {
            authorized.append(reply->request().hasRawHeader("Authorization"));
            reply->finishWith(200, "[]");
        });
        SettingsController controller(
            &settings, &plain, [] { return config(u"hf_secret"_s); }, &network);
        QSignalSpy tested(&controller, &SettingsController::endpointTested);
        controller.testEndpoint(u"https://elsewhere.test"_s, {});
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(authorized, QList<bool>{false});
        QVERIFY(tested[0][0].value<EndpointReport>().text.contains(u"not signed in"_s));
    }

    //! Not even for a repo that a rule names, where another Hub leads to.
    void tokensOfRulesStayToo()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        ClientConfig current = config(u"hf_secret"_s);
        current.tokenRules = {{u"org/*"_s, u"hf_rule"_s}};
        FakeNetwork network;
        QList<QByteArray> authorized;
        network.setResponder([&authorized](FakeReply *reply) {
            authorized.append(reply->request().rawHeader("Authorization"));
            if (reply->target().startsWith("/api/models?"))
                reply->finishWith(302, {}, {{"Location", "/api/models/org/name"}});
            else
                reply->finishWith(200, "[]");
        });
        SettingsController controller(&settings, &plain, [&current] { return current; }, &network);
        QSignalSpy tested(&controller, &SettingsController::endpointTested);
        controller.testEndpoint(u"https://elsewhere.test"_s, {});
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(authorized, (QList<QByteArray>{{}, {}}));
        authorized.clear();
        controller.testEndpoint(u"https://HUB.test"_s, {}); // its own
        QTRY_COMPARE(tested.count(), 2);
        QCOMPARE(authorized.mid(0, 2), (QList<QByteArray>{"Bearer hf_secret", "Bearer hf_rule"}));
    }

    void saysWhatIsWrong()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const Environment plain = environment({});
        FakeNetwork network;
        network.setResponder([](FakeReply *reply) { reply->finishWith(200, "<html></html>"); });
        SettingsController controller(&settings, &plain, [] { return config({}); }, &network);
        QSignalSpy tested(&controller, &SettingsController::endpointTested);
        controller.testEndpoint(u"nonsense"_s, {});
        QCOMPARE(tested.count(), 1);
        QVERIFY(!tested[0][0].value<EndpointReport>().reached);
        QCOMPARE(network.count(), 0);
        controller.testEndpoint(u"https://web.test"_s, {});
        QTRY_COMPARE(tested.count(), 2);
        QVERIFY(!tested[1][0].value<EndpointReport>().reached);
        QCOMPARE(tested[1][0].value<EndpointReport>().error.kind, ErrorKind::Protocol);
    }

    void accountAsksOncePerToken()
    {
        FakeNetwork network;
        network.setResponder([](FakeReply *reply) { reply->finishWith(200, whoami()); });
        HubClient client(config(u"hf_one"_s), &network);
        FakeAccounts fake;
        AccountController account(&client, &fake.accounts, [&] { return fake.choice; });
        QCOMPARE(account.state(), AccountController::State::Unknown);
        account.refresh();
        QTRY_COMPARE(account.state(), AccountController::State::SignedIn);
        QCOMPARE(account.text(), u"demo"_s);
        QCOMPARE(network.count(), 1);
        ClientConfig other = config(u"hf_one"_s);
        other.caFile = u"/x.pem"_s;
        client.setConfig(other);
        QCOMPARE(account.state(), AccountController::State::SignedIn);
        QCOMPARE(network.count(), 1);
        client.setConfig(config({}));
        QCOMPARE(account.state(), AccountController::State::SignedOut);
        ClientConfig offline = config(u"hf_one"_s);
        offline.offline = true;
        client.setConfig(offline);
        QCOMPARE(account.state(), AccountController::State::Offline);
        QCOMPARE(network.count(), 1);
    }

    void accountWithRefusedToken()
    {
        FakeNetwork network;
        network.setResponder(
            [](FakeReply *reply) { reply->finishWith(401, R"({"error":"Invalid"})"); });
        HubClient client(config(u"hf_bad"_s), &network);
        FakeAccounts fake;
        AccountController account(&client, &fake.accounts, [&] { return fake.choice; });
        account.refresh();
        QTRY_COMPARE(account.state(), AccountController::State::SignedOut);
        QCOMPARE(account.error()->kind, ErrorKind::Unauthorized);
        QCOMPARE(account.tokenPage(), QUrl(u"https://hub.test/settings/tokens"_s));
    }
};

QTEST_GUILESS_MAIN(TestSettingsController)
#include "tst_settingscontroller.moc"
