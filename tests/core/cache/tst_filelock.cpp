// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/filelock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

// The other side is Python's own filelock, the library that the official client locks with.
const QString kHold = uR"(
import sys, filelock
lock = filelock.FileLock(sys.argv[1])
lock.acquire(timeout=30)
print("held", flush=True)
sys.stdin.readline()
lock.release()
print("released", flush=True)
sys.stdin.readline()
)"_s;

const QString kTry = uR"(
import sys, filelock
try:
    filelock.FileLock(sys.argv[1]).acquire(timeout=0.2)
    print("acquired")
except filelock.Timeout:
    print("busy")
)"_s;

} // namespace

class TestFileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void excludesASecondHolder();
    void movesAndReleases();
    void makesFoldersAndLeavesTheFile();
    void lockOfAnUnlinkedFileIsTakenAnew();
    void survivesAHolderThatUnlinks();
    void aFolderIsAnError();
    void pythonHoldsItWeWait();
    void weHoldItPythonWaits();

private:
    QString pythonTries();

    QString m_python;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFileLock::initTestCase()
{
    // The one on the path may be a private build that does not see the system's packages.
    for (const QString &python :
         {QStandardPaths::findExecutable(u"python3"_s), u"/usr/bin/python3"_s}) {
        QProcess process;
        process.start(python, {u"-c"_s, u"import filelock"_s});
        if (process.waitForFinished() && process.exitCode() == 0) {
            m_python = python;
            return;
        }
    }
    QFAIL("python3 and python3-filelock are needed to prove that both sides respect the lock");
}

void TestFileLock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"hub/.locks/models--ns--m/abc.lock"_s);
}

void TestFileLock::excludesASecondHolder()
{
    FileLock first;
    FileLock second;
    QCOMPARE(first.tryLock(m_path).value(), FileLock::State::Acquired);
    QVERIFY(first.isLocked());
    QCOMPARE(second.tryLock(m_path).value(), FileLock::State::Busy);
    QVERIFY(!second.isLocked());
    first.unlock();
    QCOMPARE(second.tryLock(m_path).value(), FileLock::State::Acquired);
}

void TestFileLock::movesAndReleases()
{
    FileLock other;
    {
        FileLock first;
        QCOMPARE(first.tryLock(m_path).value(), FileLock::State::Acquired);
        FileLock moved(std::move(first));
        QVERIFY(moved.isLocked());
        QCOMPARE(other.tryLock(m_path).value(), FileLock::State::Busy);
    }
    QCOMPARE(other.tryLock(m_path).value(), FileLock::State::Acquired);
}

void TestFileLock::makesFoldersAndLeavesTheFile()
{
    const mode_t old = ::umask(0);
    FileLock lock;
    const auto state = lock.tryLock(m_path);
    ::umask(old);
    QCOMPARE(state.value(), FileLock::State::Acquired);
    lock.unlock();
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, 0664U);
    QCOMPARE(info.st_size, 0);
}

void TestFileLock::lockOfAnUnlinkedFileIsTakenAnew()
{
    FileLock first;
    QCOMPARE(first.tryLock(m_path).value(), FileLock::State::Acquired);
    QVERIFY(QFile::remove(m_path));
    FileLock second;
    QCOMPARE(second.tryLock(m_path).value(), FileLock::State::Acquired);
    QVERIFY(QFileInfo::exists(m_path));
}

void TestFileLock::survivesAHolderThatUnlinks()
{
    // Some releases of the library unlink on release: whoever holds the lock must hold the named
    // file.
    for (int i = 0; i < 50; ++i) {
        FileLock lock;
        QCOMPARE(lock.tryLock(m_path).value(), FileLock::State::Acquired);
        FileLock rival;
        QCOMPARE(rival.tryLock(m_path).value(), FileLock::State::Busy);
        QVERIFY(QFile::remove(m_path));
    }
    QVERIFY(QDir(QFileInfo(m_path).path()).removeRecursively());
    FileLock lock;
    QCOMPARE(lock.tryLock(m_path).value(), FileLock::State::Acquired);
}

void TestFileLock::aFolderIsAnError()
{
    QVERIFY(QDir().mkpath(m_path));
    FileLock lock;
    const auto state = lock.tryLock(m_path);
    QVERIFY(!state);
    QCOMPARE(state.error().kind, ErrorKind::File);
}

QString TestFileLock::pythonTries()
{
    QProcess process;
    process.start(m_python, {u"-c"_s, kTry, m_path});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void TestFileLock::pythonHoldsItWeWait()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QProcess holder;
    holder.start(m_python, {u"-c"_s, kHold, m_path});
    QVERIFY(holder.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine(), 20'000);
    QCOMPARE(holder.readLine(), QByteArray("held\n"));

    FileLock lock;
    QCOMPARE(lock.tryLock(m_path).value(), FileLock::State::Busy);
    holder.write("\n");
    QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine(), 20'000);
    QCOMPARE(holder.readLine(), QByteArray("released\n"));
    QCOMPARE(lock.tryLock(m_path).value(), FileLock::State::Acquired);
    holder.write("\n");
    QVERIFY(holder.waitForFinished());
}

void TestFileLock::weHoldItPythonWaits()
{
    FileLock lock;
    QCOMPARE(lock.tryLock(m_path).value(), FileLock::State::Acquired);
    QCOMPARE(pythonTries(), u"busy"_s);
    lock.unlock();
    QCOMPARE(pythonTries(), u"acquired"_s);
}

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
