// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/clihub.h"
#include "tests/support/testfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hubdesk;

//! Signing in and out on the command line: the files of all Hugging Face tools.
class TestCliLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(f.start(), qPrintable(f.hub.errorText())); }
    void init() { f.reset(); }

    void logsInAndOut()
    {
        QCOMPARE(f.cli->run({u"auth"_s, u"token"_s}).exitCode, 1);
        const CliResult login = f.cli->run({u"login"_s, u"--token"_s, u"hf_demo_write"_s});
        QCOMPARE(login.exitCode, 0);
        QCOMPARE(login.output, QByteArray()); // all talk, as the official client's
        QVERIFY2(login.errors.contains("Token is valid (permission: write)."),
                 login.errors.constData());
        QVERIFY(login.errors.contains("The current active token is: `laptop`"));
        QVERIFY(!login.errors.contains("hf_demo_write"));
        QCOMPARE(contentOf(folder() + "/token"_L1), "hf_demo_write");
        QCOMPARE(contentOf(folder() + "/stored_tokens"_L1),
                 "[laptop]\nhf_token = hf_demo_write\n\n");
        const auto noOneElse =
            ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        QVERIFY(!(QFile::permissions(folder() + "/token"_L1) & noOneElse));

        QCOMPARE(f.cli->run({u"auth"_s, u"token"_s}).output, "hf_demo_write\n");
        QCOMPARE(
            f.cli->run({u"auth"_s, u"login"_s, u"--token"_s, u"-"_s}, "hf_alice_write\n").exitCode,
            0);
        QVERIFY(f.cli->run({u"whoami"_s}).output.startsWith("alice\n"));
        QVERIFY(f.cli->run({u"whoami"_s, u"--account"_s, u"laptop"_s}).output.startsWith("demo\n"));
        QCOMPARE(f.cli->run({u"auth"_s, u"list"_s}).output,
                 "  name    | token          \n"
                 "----------|---------------\n"
                 "  laptop  | hf_****rite    \n"
                 "* studio  | hf_****rite    \n");
        QCOMPARE(f.cli->run({u"auth"_s, u"switch"_s, u"--token-name"_s, u"laptop"_s}).exitCode, 0);
        QCOMPARE(contentOf(folder() + "/token"_L1), "hf_demo_write");
        QCOMPARE(f.cli->run({u"auth"_s, u"switch"_s, u"--token-name"_s, u"none"_s}).exitCode, 1);
        const CliResult menu = f.cli->run({u"auth"_s, u"switch"_s}, "9\nx\n2\n");
        QCOMPARE(menu.exitCode, 0);
        QVERIFY(menu.errors.contains("Invalid selection") && menu.errors.contains("Invalid input"));
        QCOMPARE(contentOf(folder() + "/token"_L1), "hf_alice_write");

        QCOMPARE(f.cli->run({u"logout"_s, u"--token-name"_s, u"studio"_s}).exitCode, 0);
        QVERIFY(!QFile::exists(folder() + "/token"_L1));
        QCOMPARE(contentOf(folder() + "/stored_tokens"_L1),
                 "[laptop]\nhf_token = hf_demo_write\n\n");
        QCOMPARE(f.cli->run({u"logout"_s}).exitCode, 0);
        QVERIFY(!QFile::exists(folder() + "/stored_tokens"_L1));
        QVERIFY(f.cli->run({u"logout"_s}).errors.startsWith("Not logged in!"));
    }

    void keepsNoWrongToken_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("unknown") << u"hf_unknown"_s << QByteArray("does not accept this token");
        QTest::newRow("organisation") << u"api_org_x"_s << QByteArray("personal account token");
        QTest::newRow("empty") << QString() << QByteArray("There is no token");
        QTest::newRow("two words") << u"hf_a b"_s << QByteArray("one word");
    }
    void keepsNoWrongToken()
    {
        QFETCH(QString, token);
        QFETCH(QByteArray, words);
        const CliResult result = f.cli->run({u"login"_s, u"--token"_s, token});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains(words), result.errors.constData());
        QVERIFY(!QFile::exists(folder() + "/token"_L1));
        QVERIFY(!QFile::exists(folder() + "/stored_tokens"_L1));
    }

    void saysWhatTheVariableDoes()
    {
        f.cli->setVariable(u"HF_TOKEN"_s, u"hf_alice_write"_s);
        QVERIFY(f.cli->run({u"login"_s, u"--token"_s, u"hf_demo_write"_s})
                    .errors.contains("`HF_TOKEN` is set and is the current active token"));
        const CliResult out = f.cli->run({u"logout"_s});
        QCOMPARE(out.exitCode, 1);
        QVERIFY(out.errors.contains("you are still logged in"));
        f.cli->removeVariable(u"HF_TOKEN"_s);
    }

    //! The window has an account that is shared: whoever switches to its token means it.
    void switchesToTheAccountOfASharedToken()
    {
        listAccount(true);
        writeFile(folder() + "/stored_tokens"_L1,
                  "[work]\nhf_token = hf_demo_write\n\n[other]\nhf_token = hf_alice_write\n\n");
        const CliResult work = f.cli->run({u"auth"_s, u"switch"_s, u"--token-name"_s, u"work"_s});
        QVERIFY2(work.exitCode == 0, work.errors.constData());
        QVERIFY(work.errors.contains("The account in use is: Work"));
        QCOMPARE(activeAccount(), u"id-of-work"_s);
        QCOMPARE(contentOf(folder() + "/token"_L1), "hf_demo_write");
        const CliResult other = f.cli->run({u"auth"_s, u"switch"_s, u"--token-name"_s, u"other"_s});
        QVERIFY2(other.exitCode == 0, other.errors.constData());
        QCOMPARE(activeAccount(), QString());
        QCOMPARE(contentOf(folder() + "/token"_L1), "hf_alice_write");
    }

    void saysThatASwitchCouldNotBeWritten()
    {
        listAccount(false);
        writeFile(folder() + "/stored_tokens"_L1, "[work]\nhf_token = hf_demo_write\n\n");
        QVERIFY(QDir().mkpath(listFile() + ".lock/in-the-way"_L1));
        const CliResult result = f.cli->run({u"auth"_s, u"switch"_s, u"--token-name"_s, u"Work"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("accounts.json"), result.errors.constData());
        QVERIFY(!result.errors.contains("The account in use is"));
        QCOMPARE(activeAccount(), QString());
    }

    //! Not even a list that cannot be read is in the way of a variable, nor a keychain.
    void aVariableNeedsNoAccounts()
    {
        writeFile(listFile(), "{ broken");
        QCOMPARE(f.cli->run({u"whoami"_s}).exitCode, 1);
        f.cli->setVariable(u"HF_TOKEN"_s, u"hf_alice_write"_s);
        QVERIFY(f.cli->run({u"whoami"_s}).output.startsWith("alice\n"));
        QCOMPARE(f.cli->run({u"auth"_s, u"token"_s, u"--json"_s}).output, "\"hf_alice_write\"\n");
        f.cli->removeVariable(u"HF_TOKEN"_s);
    }

    void givesTheTokenToGit()
    {
        const QString store = f.home->filePath(u"git-store"_s);
        writeFile(f.home->filePath(u".gitconfig"_s),
                  "[credential]\n\thelper = store --file=" + QFile::encodeName(store) + "\n");
        QCOMPARE(
            f.cli->run({u"login"_s, u"--token"_s, u"hf_demo_write"_s, u"--add-to-git-credential"_s})
                .exitCode,
            0);
        QVERIFY2(contentOf(store).contains("hf_user:hf_demo_write@"), contentOf(store).constData());
        QCOMPARE(f.cli->run({u"logout"_s}).exitCode, 0);
        QVERIFY(!contentOf(store).contains("hf_demo_write"));
    }

    void asksWithoutEcho()
    {
        QByteArray shown;
        QCOMPARE(atTerminal({u"login"_s},
                            {{"not be visible): ", "hf_demo_write\n"}, {"(Y/n) ", "n\n"}}, &shown),
                 0);
        QVERIFY2(!shown.contains("hf_demo_write"), shown.constData());
        QVERIFY2(shown.contains("Login successful."), shown.constData());
        QCOMPARE(contentOf(folder() + "/token"_L1), "hf_demo_write");
    }

private:
    [[nodiscard]] QString listFile() const
    {
        return f.home->filePath(u".config/hubdesk/accounts.json"_s);
    }
    [[nodiscard]] QString activeAccount() const
    {
        return QJsonDocument::fromJson(contentOf(listFile()))["active"_L1].toString();
    }
    //! One account, "Work", whose token is in the file of stored tokens.
    void listAccount(bool isShared)
    {
        const QJsonObject account{{u"id"_s, u"id-of-work"_s},
                                  {u"name"_s, u"Work"_s},
                                  {u"endpoint"_s, f.hub.endpoint().toString()},
                                  {u"place"_s, u"tokenFile"_s},
                                  {u"shared"_s, isShared},
                                  {u"sharedAs"_s, u"work"_s}};
        writeFile(
            listFile(),
            QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"accounts"_s, QJsonArray{account}}})
                .toJson());
    }
    [[nodiscard]] QString folder() const { return f.home->filePath(u".cache/huggingface"_s); }

    //! Runs the program on a terminal of its own and types each answer when its question is there.
    int atTerminal(const QStringList &arguments,
                   const QList<std::pair<QByteArray, QByteArray>> &talk, QByteArray *shown);

    CliHub f;
};

int TestCliLogin::atTerminal(const QStringList &arguments,
                             const QList<std::pair<QByteArray, QByteArray>> &talk,
                             QByteArray *shown)
{
    QProcess process; // only for what the helper knows about the environment
    f.cli->prepare(process, arguments);
    QList<QByteArray> words{QFile::encodeName(process.program())};
    for (const QString &argument : process.arguments())
        words.append(argument.toUtf8());
    QList<QByteArray> variables;
    for (const QString &variable : process.processEnvironment().toStringList())
        variables.append(variable.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<char *> envp;
    for (QByteArray &variable : variables)
        envp.push_back(variable.data());
    envp.push_back(nullptr);

    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::execve(argv.front(), argv.data(), envp.data());
        ::_exit(127);
    }
    ::fcntl(terminal, F_SETFL, O_NONBLOCK);
    qsizetype next = 0;
    int status = 0;
    const bool ended = QTest::qWaitFor(
        [&] {
            char buffer[1024];
            while (const ssize_t count = ::read(terminal, buffer, sizeof buffer)) {
                if (count < 0)
                    break;
                shown->append(buffer, count);
            }
            if (next < talk.size() && shown->endsWith(talk.at(next).first)) {
                const QByteArray &answer = talk.at(next++).second;
                if (::write(terminal, answer.constData(), static_cast<size_t>(answer.size()))
                    != answer.size())
                    return false;
            }
            return ::waitpid(child, &status, WNOHANG) == child;
        },
        std::chrono::seconds(60));
    if (!ended) {
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
    }
    ::close(terminal);
    return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

QTEST_GUILESS_MAIN(TestCliLogin)
#include "tst_clilogin.moc"
