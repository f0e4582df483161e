// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/supportbundle.h"

#include "core/log/safewords.h"
#include "core/net/httppool.h"
#include "core/net/httpstream.h"
#include "core/net/hubclient.h"
#include "core/settings/settings.h"
#include "core/transfer/transferjson.h"
#include "tests/core/support/secretsource.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/scriptedproxy.h"

#include <KZip>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

//! A request for any address below the endpoint.
struct AnyRequest
{
    using Response = int;
    QByteArray method = "GET";
    [[nodiscard]] RequestSpec spec() const
    {
        RequestSpec spec;
        spec.method = method;
        spec.maxTries = 1;
        return spec;
    }
    [[nodiscard]] Result<int> parse(const ReplyData &reply) const { return reply.status; }
};

QByteArray partOf(const std::vector<SupportPart> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &SupportPart::name);
    return it == parts.end() ? QByteArray() : it->content;
}

Transfer failedTransfer(const Error &error)
{
    Transfer transfer;
    transfer.id = 7;
    transfer.request.repo = {RepoType::Model, u"ns/private-name"_s};
    transfer.state = TransferState::Failed;
    transfer.error = error;
    transfer.files.push_back({u"weights.bin"_s, u"etag"_s, 100, 40, TransferState::Failed, false});
    return transfer;
}

//! What a careless server answers to a download.
QByteArray wildReply(SecretSource &source, const QByteArray &head)
{
    const auto line = [](QByteArray text) { return text.replace('\n', ' ').replace('\r', ' '); };
    const QByteArray id = source.below(2) ? line(source.secret()) : "0a1b2c3d-0a1b";
    const int kind = head.startsWith("CONNECT") ? 1 : source.below(6);
    switch (kind) {
    case 0:
        return {};
    case 1:
        return ScriptedProxy::reply(403, source.sentence().toUtf8(),
                                    {{"X-Request-Id", id},
                                     {"X-Error-Code", line(source.secret())},
                                     {"X-Error-Message", line(source.sentence().toUtf8())}});
    case 2:
    case 3:
        return ScriptedProxy::reply(302, {}, {{"Location", line(source.signedLink())}});
    default:
        return ScriptedProxy::reply(200, "body", {{"X-Request-Id", id}});
    }
}

} // namespace

class SupportBundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_input = SupportInput();
        m_input.cache = m_folder->filePath(u"hub"_s);
        FlightRecorder::Limits limits;
        limits.ringBytes = 50'000'000;
        limits.waitingBytes = 50'000'000;
        limits.fileBytes = 50'000'000;
        m_input.recorder = std::make_shared<FlightRecorder>(m_folder->filePath(u"state"_s), limits);
    }

    //! Ten thousand sessions with tokens, signed links and credentials in odd places go through the
    //! real client and the real stream; nothing of it is in memory, in the files or in the bundle.
    void noSecretGetsOut()
    {
        constexpr int kSessions = 10'000;
        SecretSource source(20'251'121);
        FakeNetwork network;
        ScriptedProxy proxy;
        proxy.answer = [&source](const QByteArray &head) { return wildReply(source, head); };
        HttpPool pool(proxy.through({}).proxies);
        for (int session = 0; session < kSessions; ++session) {
            ClientConfig config;
            config.endpoint = QUrl(source.below(5) ? u"https://hub.example"_s
                                                   : u"https://me:%1@hub.example/proxy/%2"_s.arg(
                                                         QString::fromLatin1(source.secret()),
                                                         QString::fromLatin1(source.token())));
            config.token = QString::fromLatin1(source.token());
            config.recorder = m_input.recorder;
            playSession(source, network, pool, config);
        }
        FlightRecorder &recorder = *m_input.recorder;
        QVERIFY(recorder.flush(60s));
        QCOMPARE(recorder.lost(), 0);
        const QByteArray ring = recorder.lines().join('\n');
        QVERIFY(recorder.lines().size() >= kSessions * 2);
        QVERIFY2(!SecretSource::isIn(ring), leak(ring).constData());
        QByteArray files;
        for (const QFileInfo &info : QDir(recorder.folder()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            files += file.readAll();
        }
        QVERIFY(files.size() >= ring.size());
        QVERIFY2(!SecretSource::isIn(files), leak(files).constData());

        const QString token = QString::fromLatin1(source.token());
        QProcessEnvironment variables;
        variables.insert(u"HF_TOKEN"_s, token);
        variables.insert(u"HF_ENDPOINT"_s, u"https://u:%1@hub.example/%1?a=%1"_s.arg(token));
        variables.insert(u"HF_HOME"_s, m_folder->filePath(u"home/"_s + token));
        variables.insert(u"HTTPS_PROXY"_s, u"http://u:%1@proxy:3128"_s.arg(token));
        m_input.environment = Environment(variables);
        m_input.settings = {
            {u"network/mirrors"_s, u"https://m.example/%1 -https://n.example/%1"_s.arg(token)},
            {u"network/endpoint"_s, u"https://u:%1@h.example/%1"_s.arg(token)},
            {u"cache/folder"_s, u"/data/"_s + token},
            {u"any/text"_s, u"secret: "_s + token},
            {u"any/number"_s, 4}};
        for (const bool names : {true, false}) {
            const auto parts = supportReport(m_input, names);
            QVERIFY(parts);
            QVERIFY(partOf(*parts, u"requests.jsonl"_s).count('\n') >= kSessions * 2);
            for (const SupportPart &part : *parts)
                QVERIFY2(!SecretSource::isIn(part.content),
                         qPrintable(part.name + u": "_s + QString::fromUtf8(leak(part.content))));
            const QString path = m_folder->filePath(u"bundle.zip"_s);
            QVERIFY(writeSupportBundle(path, *parts, true));
            const auto read = unzipped(path);
            QCOMPARE(read.size(), parts->size());
            for (const SupportPart &part : *parts)
                QVERIFY2(partOf(read, part.name) == part.content, qPrintable(part.name));
        }
    }

    void nothingOfTheUserByName()
    {
        const QString home = QDir::homePath();
        m_input.cache = home + u"/.cache/hubdesk-no-such-folder/hub"_s;
        m_input.settings = {{u"network/caFile"_s, home + u"/certificates/ca.pem"_s}};
        Error error;
        error.message = u"The disk of “%1/x” is full."_s.arg(home);
        m_input.transfers = {failedTransfer(error)};
        const auto parts = supportReport(m_input, true);
        QVERIFY(parts);
        for (const SupportPart &part : *parts)
            QVERIFY2(!part.content.contains(home.toUtf8() + '/'), part.content.constData());
        QVERIFY(partOf(*parts, u"settings.json"_s).contains("~/certificates/ca.pem"));
        QVERIFY(partOf(*parts, u"transfers.json"_s).contains("“~/x” is full."));
    }

    void proxyUserIsSetOrNot()
    {
        for (const QString &user : {u"jane.doe"_s, QString()}) {
            m_input.settings = {{Settings::name(SettingKey::ProxyUser), user}};
            const auto parts = supportReport(m_input, true);
            QVERIFY(parts);
            for (const SupportPart &part : *parts)
                QVERIFY2(!part.content.contains("jane"), part.content.constData());
            const QJsonObject shown =
                QJsonDocument::fromJson(partOf(*parts, u"settings.json"_s)).object();
            QCOMPARE(shown.value("network/proxyUser"_L1).toString(),
                     user.isEmpty() ? u"not set"_s : u"set"_s);
        }
    }

    void namesOnlyWhenWanted()
    {
        Error error;
        error.kind = ErrorKind::Timeout;
        error.message = u"weights.bin: cdn.example stopped sending."_s;
        m_input.transfers = {failedTransfer(error)};
        FlightRecord record;
        record.startedAt = 1'700'000'000'000;
        record.setRequest("GET", QUrl(u"https://h/ns/private-name/resolve/main/weights.bin"_s),
                          QUrl(u"https://h"_s));
        m_input.recorder->add(record);

        const auto with = supportReport(m_input, true);
        QVERIFY(partOf(*with, u"requests.jsonl"_s).contains("/ns/private-name/resolve/main/"));
        QVERIFY(partOf(*with, u"transfers.json"_s).contains("weights.bin: cdn.example stopped"));
        const auto without = supportReport(m_input, false);
        for (const SupportPart &part : *without) {
            QVERIFY2(!part.content.contains("private-name"), qPrintable(part.name));
            QVERIFY2(!part.content.contains("weights"), qPrintable(part.name));
        }
        // The same repo has the same name everywhere.
        QVERIFY(partOf(*without, u"requests.jsonl"_s).contains("/repo-1/resolve/main/*.bin"));
        QVERIFY(partOf(*without, u"transfers.json"_s).contains(R"("repo": "repo-1")"));
        QVERIFY(partOf(*without, u"transfers.json"_s).contains(R"("kind": "timeout")"));
    }

    void everyPartIsExplainedAndReadable()
    {
        m_input.environment = Environment(QProcessEnvironment());
        const auto parts = supportReport(m_input, true);
        QVERIFY(parts);
        QCOMPARE(parts->front().name, u"README.txt"_s);
        for (const SupportPart &part : *parts) {
            QVERIFY(!part.explanation.isEmpty());
            if (part.name.endsWith(".json"_L1))
                QVERIFY2(!QJsonDocument::fromJson(part.content).isNull(), qPrintable(part.name));
            if (part.name != "README.txt"_L1)
                QVERIFY(parts->front().content.contains(part.name.toUtf8()));
        }
        const auto cache = QJsonDocument::fromJson(partOf(*parts, u"cache.json"_s)).object();
        QCOMPARE(cache[u"error"_s].toString(), u"notFound"_s); // there is none, and that is said
        const auto disks = QJsonDocument::fromJson(partOf(*parts, u"disks.json"_s)).array();
        QVERIFY(disks.at(0)[u"bytes_free"_s].toInteger() > 0);
    }

    void allFoldersOfTheCache()
    {
        const QString models = m_folder->filePath(u"models"_s);
        QVERIFY(QDir().mkpath(models + u"/models--ns--name/snapshots"_s));
        m_input.cache.setFolder(RepoType::Model, models);
        const auto parts = supportReport(m_input, true);
        QVERIFY(parts);
        const auto cache = QJsonDocument::fromJson(partOf(*parts, u"cache.json"_s)).object();
        QCOMPARE(cache[u"error"_s].toString(), u"notFound"_s);
        const auto others = cache[u"other_folders"_s].toArray();
        QCOMPARE(others.size(), 1);
        QCOMPARE(others[0][u"repos_by_type"_s][u"model"_s].toInt(), 1);
        const auto disks = QJsonDocument::fromJson(partOf(*parts, u"disks.json"_s)).array();
        QCOMPARE(disks[0][u"for"_s].toString(), u"cache"_s);
        QCOMPARE(disks[1][u"for"_s].toString(), u"cache"_s);
        QCOMPARE(disks[2][u"for"_s].toString(), u"home"_s);
    }

    void journalOfTheWindow()
    {
        m_input.journalFolder = m_folder->filePath(u"transfers"_s);
        QVERIFY(QDir().mkpath(m_input.journalFolder));
        const auto save = [this](const QString &name, const QByteArray &content) {
            QFile file(m_input.journalFolder + u'/' + name);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        Error error;
        error.kind = ErrorKind::Server;
        QVERIFY(save(u"7.json"_s, QJsonDocument(transferToJson(failedTransfer(error))).toJson()));
        QVERIFY(save(u"8.json"_s, "broken"));
        const auto parts = supportReport(m_input, true);
        const auto rows = QJsonDocument::fromJson(partOf(*parts, u"transfers.json"_s)).array();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0][u"error"_s][u"kind"_s].toString(), u"server"_s);
        QVERIFY(QFileInfo::exists(m_input.journalFolder + u"/8.json"_s)); // nothing was touched
    }

    void zipIsForTheUserOnlyAndReplacesOnlyWhenToldTo()
    {
        const std::vector<SupportPart> parts{{u"a.txt"_s, {}, "one"}, {u"b.txt"_s, {}, "two"}};
        const QString path = m_folder->filePath(u"bundle.zip"_s);
        QVERIFY(writeSupportBundle(path, parts, false));
        QCOMPARE(unzipped(path).size(), std::size_t(2));
        struct stat info = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
        const auto again = writeSupportBundle(path, parts, false);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QVERIFY(writeSupportBundle(path, parts, true));
    }

    void aFullDiskLeavesNothing()
    {
        QByteArray noise(200'000, 0);
        for (char &c : noise)
            c = char(QRandomGenerator::global()->generate());
        // A limit on file sizes breaks a write in the middle of a file as a full disk does.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 50'000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const QString folder = m_folder->filePath(u"target"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto written =
            writeSupportBundle(folder + u"/bundle.zip"_s, {{u"a"_s, {}, noise}}, true);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::File);
        QVERIFY(!written.error().message.isEmpty());
        QVERIFY(QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void canBeAborted()
    {
        const std::atomic_bool abort = true;
        const auto parts = supportReport(m_input, true, &abort);
        QVERIFY(!parts);
        QCOMPARE(parts.error().kind, ErrorKind::Canceled);
        const QString path = m_folder->filePath(u"bundle.zip"_s);
        const auto written = writeSupportBundle(path, {{u"a"_s, {}, "one"}}, true, &abort);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Canceled);
        QVERIFY(!QFileInfo::exists(path));
    }

private:
    //! One call of the client and one stream, with redirects and failures; their errors become
    //! transfers.
    void playSession(SecretSource &source, FakeNetwork &network, HttpPool &pool,
                     ClientConfig config)
    {
        const auto answer = [&source](FakeReply *reply) {
            const QByteArray id = source.below(2) ? source.secret() : "0a1b2c3d-0a1b";
            switch (source.below(4)) {
            case 0:
                return reply->breakOff(QNetworkReply::RemoteHostClosedError, source.sentence());
            case 1:
                return reply->finishWith(403, source.sentence().toUtf8(),
                                         {{"X-Request-Id", id},
                                          {"X-Error-Code", source.secret()},
                                          {"X-Error-Message", source.sentence().toUtf8()}});
            default:
                return reply->finishWith(200, "body", {{"X-Request-Id", id}});
            }
        };
        const auto follow = [&](FakeReply *reply) {
            if (source.below(2) == 0)
                return answer(reply);
            const int before = network.count();
            reply->finishWith(302, {}, {{"Location", source.signedLink()}});
            if (network.count() > before)
                answer(network.last());
        };
        const QByteArray origin = config.endpoint.toEncoded(QUrl::RemoveUserInfo);
        HubClient client(config, &network);
        std::optional<Error> error;
        {
            auto call = client.sendTo(QUrl::fromEncoded(source.address(origin)),
                                      AnyRequest{source.below(9) ? "GET" : source.token()});
            call.then(this, [](const Result<int> &) { });
            follow(network.last());
        }
        // The way to a proxy is plain, and so it sees what a server would.
        config.endpoint.setScheme(u"http"_s);
        bool hasEnded = false;
        HttpStream stream(&pool, config);
        QSignalSpy ended(&stream, &HttpStream::finished); // QTRY looks every 50 ms only
        connect(&stream, &HttpStream::finished, this, [&](const std::optional<Error> &end) {
            error = end;
            hasEnded = true;
        });
        stream.setAttempt(2, QString::fromLatin1(source.secret()));
        stream.start(QUrl::fromEncoded(source.address("http" + origin.sliced(5))),
                     source.below(100));
        QVERIFY(hasEnded || ended.wait());
        if (error) {
            Transfer transfer = failedTransfer(*error);
            transfer.error->message += u' ' + source.sentence();
            transfer.waitReason = source.sentence();
            transfer.request.repo.id = u"ns/"_s + QString::fromLatin1(source.token());
            transfer.files.front().path = QString::fromLatin1(source.token());
            m_input.transfers.push_back(std::move(transfer));
        }
    }

    //! The line of \a text that has a secret in it.
    static QByteArray leak(const QByteArray &text)
    {
        for (const QByteArray &line : text.split('\n')) {
            if (SecretSource::isIn(line))
                return line;
        }
        return {};
    }

    static std::vector<SupportPart> unzipped(const QString &path)
    {
        std::vector<SupportPart> parts;
        KZip zip(path);
        if (!zip.open(QIODevice::ReadOnly))
            return parts;
        const auto *folder =
            dynamic_cast<const KArchiveDirectory *>(zip.directory()->entry(u"hubdesk-support"_s));
        if (!folder)
            return parts;
        for (const QString &name : folder->entries())
            parts.push_back({name, {}, folder->file(name)->data()});
        return parts;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SupportInput m_input;
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SupportBundleTest)
#include "tst_supportbundle.moc"
