// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/categories.h"
#include "core/log/logfile.h"
#include "core/log/redaction.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace hubdesk {

class LogFileTest : public QObject
{
    Q_OBJECT

    static QByteArray content(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { installRedactingMessageHandler(); }
    void cleanup() { QVERIFY(logToFolder({})); }

    void writesRedactedLinesForTheUserOnly()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"deep/er"_s);
        QVERIFY(logToFolder(place));
        QTest::ignoreMessage(QtWarningMsg, "the token is [redacted]");
        qCWarning(lcHub) << "the token is hf_abcdefghijklmnop";
        const QByteArray text = content(logFileIn(place));
        QVERIFY2(text.contains(" warning app.hub: the token is [redacted]"), text.constData());
        QCOMPARE(
            QFile::permissions(logFileIn(place))
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
        QVERIFY(logToFolder({}));
        QTest::ignoreMessage(QtWarningMsg, "later");
        qCWarning(lcHub) << "later";
        QVERIFY(!content(logFileIn(place)).contains("later"));
        QVERIFY(logToFolder(place)); // goes on behind what is there
        QVERIFY(content(logFileIn(place)).startsWith(text));
    }

    void aFolderThatCannotBe()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!logToFolder(file.fileName()));
        QTest::ignoreMessage(QtWarningMsg, "into the void");
        qCWarning(lcHub) << "into the void";
    }

    void beginsAnew()
    {
        const QTemporaryDir folder;
        QVERIFY(logToFolder(folder.path()));
        const QString line(99'000, u'x');
        for (int i = 0; i < 180; ++i) // 18 MB
            writeToLogFile(QtInfoMsg, "app.hub", line);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 (QStringList{u"hubdesk.log"_s, u"hubdesk.log.1"_s, u"hubdesk.log.2"_s}));
        QVERIFY(QFileInfo(logFileIn(folder.path())).size() < 5'200'000);
        QVERIFY(QFileInfo(folder.filePath(u"hubdesk.log.1"_s)).size() > 5'000'000);
    }

    void manyThreads()
    {
        const QTemporaryDir folder;
        QVERIFY(logToFolder(folder.path()));
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([] {
                for (int i = 0; i < 200; ++i)
                    writeToLogFile(QtInfoMsg, "app.hub", u"a whole line"_s);
            });
        threads.clear();
        const auto lines = content(logFileIn(folder.path())).trimmed().split('\n');
        QCOMPARE(lines.size(), 800);
        for (const QByteArray &line : lines)
            QVERIFY(line.endsWith(" info app.hub: a whole line"));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::LogFileTest)
#include "tst_logfile.moc"
