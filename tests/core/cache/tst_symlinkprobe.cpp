// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/symlinkprobe.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

int answer = 0;

int refusingDisk(const char *, const char *)
{
    errno = answer;
    return -1;
}

int warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtWarningMsg && text.contains("does not support symbolic links"_L1))
        ++warnings;
}

} // namespace

class SymlinkProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingBehind()
    {
        const QTemporaryDir folder;
        QVERIFY(probeSymlinks(folder.path(), true));
        QVERIFY(
            QDir(folder.path())
                .isEmpty(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void refusal_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("warn");
        QTest::addColumn<bool>("supported");
        QTest::addColumn<int>("reported");
        QTest::newRow("refused") << EPERM << true << false << 1;
        QTest::newRow("refused in silence") << EPERM << false << false << 0;
        QTest::newRow("not there") << ENOSYS << true << false << 1;
        QTest::newRow("disk full") << ENOSPC << true << true << 0;
    }
    void refusal()
    {
        QFETCH(int, error);
        QFETCH(bool, warn);
        QFETCH(bool, supported);
        QFETCH(int, reported);
        answer = error;
        warnings = 0;
        const auto before = qInstallMessageHandler(countWarnings);
        const bool found = probeSymlinks(u"/any"_s, warn, refusingDisk);
        qInstallMessageHandler(before);
        QCOMPARE(found, supported);
        QCOMPARE(warnings, reported);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SymlinkProbeTest)
#include "tst_symlinkprobe.moc"
