// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/configtext.h"
#include "core/account/secretfile.h"
#include "core/account/tokenfiles.h"
#include "tests/support/testfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

Environment environmentIn(const QTemporaryDir &home)
{
    QProcessEnvironment variables;
    variables.insert(u"HF_HOME"_s, home.filePath(u"hf"_s));
    return Environment(variables);
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777U : 0;
}

} // namespace

class TokenFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPythonReads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value"); // of hf_token in [a]; "refused": the whole file
        QTest::newRow("plain") << u"[a]\nhf_token = x\n"_s << u"x"_s;
        QTest::newRow("colon") << u"[a]\nHF_TOKEN: x\n"_s << u"x"_s;
        QTest::newRow("comments") << u"# c\n; d\n[a]\n  # e\nhf_token=x\n"_s << u"x"_s;
        QTest::newRow("no inline comment") << u"[a]\nhf_token = x # y\n"_s << u"x # y"_s;
        QTest::newRow("continued") << u"[a]\nhf_token = x\n  y\n"_s << u"x\ny"_s;
        QTest::newRow("blank behind") << u"[a]\nhf_token = x\n\n\n[b]\nhf_token = z\n"_s << u"x"_s;
        QTest::newRow("default") << u"[DEFAULT]\nhf_token = d\n[a]\n"_s << u"d"_s;
        QTest::newRow("default loses")
            << u"[DEFAULT]\nhf_token = d\n[a]\nhf_token = x\n"_s << u"x"_s;
        QTest::newRow("percent") << u"[a]\nhf_token = 50%\n"_s << u"50%"_s;
        QTest::newRow("bracket in name") << u"[a]\nhf_token = x\n[b]c]\nhf_token = y\n"_s << u"x"_s;
        QTest::newRow("no section") << u"hf_token = x\n"_s << u"refused"_s;
        QTest::newRow("no delimiter") << u"[a]\nhf_token\n"_s << u"refused"_s;
        QTest::newRow("twice") << u"[a]\nhf_token = x\n[a]\nhf_token = y\n"_s << u"refused"_s;
        QTest::newRow("key twice") << u"[a]\nhf_token = x\nhf_token = y\n"_s << u"refused"_s;
    }
    void readsWhatPythonReads()
    {
        QFETCH(QString, text);
        QFETCH(QString, value);
        const auto sections = parseConfig(text);
        if (value == "refused"_L1) {
            QVERIFY(!sections);
            QCOMPARE(sections.error().kind, ErrorKind::Protocol);
            return;
        }
        QVERIFY(sections);
        QCOMPARE(sections->front().name, u"a"_s);
        QCOMPARE(sections->front().value(u"hf_token"_s), value);
        // What is written is read as the same again.
        QCOMPARE(*parseConfig(configText(*sections)), *sections);
    }

    void keepsTheOfficialFormat()
    {
        const QTemporaryDir home;
        const TokenFiles files(environmentIn(home));
        QVERIFY(files.save({u"zed"_s, u"hf_z"_s, {}, {}}));
        const QDateTime expiry = QDateTime::fromSecsSinceEpoch(1767225600, QTimeZone::UTC);
        QVERIFY(files.save({u"oauth-alice"_s, u"hf_oauth_x"_s, u"yyyy"_s, expiry}));
        QCOMPARE(contentOf(files.storedPath()),
                 "[oauth-alice]\nhf_token = hf_oauth_x\nrefresh_token = yyyy\nexpires_at = "
                 "1767225600\n\n[zed]\nhf_token = hf_z\n\n");
        QVERIFY(files.setActive(u"hf_z"_s));
        QCOMPARE(contentOf(files.tokenPath()), "hf_z");
        QCOMPARE(modeOf(files.storedPath()), mode_t(0600));
        QCOMPARE(modeOf(files.tokenPath()), mode_t(0600));
        QCOMPARE(modeOf(home.filePath(u"hf"_s)), mode_t(0700));
        QCOMPARE(files.stored(u"oauth-alice"_s)->value().expiresAt, expiry);
        QCOMPARE(filesBelow(home.path()),
                 (QStringList{u"hf/stored_tokens"_s, u"hf/stored_tokens.lock"_s, u"hf/token"_s}));

        // Tokens of others keep what we do not know.
        writeFile(files.storedPath(), "[theirs]\nhf_token = t\nfuture = 1\n");
        QVERIFY(files.save({u"ours"_s, u"o"_s, {}, {}}));
        QVERIFY(contentOf(files.storedPath()).contains("future = 1\n"));
        QVERIFY(files.remove(u"ours"_s));
        QVERIFY(files.remove(u"ours"_s));
        QCOMPARE(contentOf(files.storedPath()), "[theirs]\nhf_token = t\nfuture = 1\n\n");
        QVERIFY(files.clear());
        QVERIFY(files.clear());
        QCOMPARE(filesBelow(home.path()), QStringList{u"hf/stored_tokens.lock"_s});
        QCOMPARE(*files.active(), QString());
        QVERIFY(files.stored()->empty());
    }

    void losesNothingOfAFileThatItCannotRead()
    {
        const QTemporaryDir home;
        const TokenFiles files(environmentIn(home));
        const QByteArray broken = "hf_token = x\n[a]\nhf_token = y\n";
        writeFile(files.storedPath(), broken);
        QVERIFY(!files.stored());
        QVERIFY(!files.save({u"b"_s, u"z"_s, {}, {}}));
        QVERIFY(!files.remove(u"a"_s));
        QCOMPARE(contentOf(files.storedPath()), broken);
        QVERIFY(!files.save({u"DEFAULT"_s, u"z"_s, {}, {}}));
        QVERIFY(!files.save({u"a\nb"_s, u"z"_s, {}, {}}));
    }

    void followsALinkAndReplacesInOneStep()
    {
        const QTemporaryDir home;
        const QString real = home.filePath(u"real/token"_s);
        writeFile(real, "old");
        QVERIFY(QFile::link(real, home.filePath(u"link"_s)));
        const int before = ::open(QFile::encodeName(real).constData(), O_RDONLY);
        QVERIFY(writeSecretFile(home.filePath(u"link"_s), "new"));
        QCOMPARE(contentOf(real), "new");
        QVERIFY(QFileInfo(home.filePath(u"link"_s)).isSymLink());
        QByteArray seen(3, '\0');
        QCOMPARE(::read(before, seen.data(), 3), ssize_t(3));
        ::close(before);
        QCOMPARE(seen, "old"); // who reads it at that moment has the old one, whole
        QVERIFY(!writeSecretFile(home.filePath(u"real/token/below"_s), "x"));
        QCOMPARE(filesBelow(home.path()), (QStringList{u"link"_s, u"real/token"_s}));
    }

    void masks()
    {
        QCOMPARE(maskedToken(u"hf_demo_write"_s), u"hf_****rite"_s);
        QCOMPARE(maskedToken(u"short"_s), u"****"_s);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::TokenFilesTest)
#include "tst_tokenfiles.moc"
