// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/archivequeue.h"
#include "core/transfer/archivewriter.h"
#include "core/transfer/tarformat.h"
#include "core/transfer/zipformat.h"
#include "tests/support/testfiles.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <KCompressionDevice>

#include <sys/resource.h>

#include <csignal>
#include <random>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

constexpr qint64 kGiB = 1LL << 30;

QByteArray unpacked(const QByteArray &zstd)
{
    QByteArray copy = zstd;
    QBuffer buffer(&copy);
    KCompressionDevice device(&buffer, false, KCompressionDevice::Zstd);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray("<cannot be read>");
}

//! What Python's own modules, which know nothing of this program, see in an archive: an array of
//! name, size, mode, date and the content in hex, unless \a headersOnly.
QJsonArray pythonSees(const QString &archive, bool headersOnly = false)
{
    const QString script = u"import json, sys, tarfile, zipfile, datetime\n"
                           "path, headers = sys.argv[1], sys.argv[2] == 'headers'\n"
                           "out = []\n"
                           "if path.endswith('.zip'):\n"
                           "    with zipfile.ZipFile(path) as z:\n"
                           "        assert headers or z.testzip() is None\n"
                           "        for i in z.infolist():\n"
                           "            text = '' if headers else z.read(i).hex()\n"
                           "            out.append([i.filename, i.file_size,\n"
                           "                oct(i.external_attr >> 16), str(i.date_time), text])\n"
                           "else:\n"
                           "    with tarfile.open(path) as t:\n"
                           "        for i in ([t.next()] if headers else t):\n"
                           "            text = '' if headers else t.extractfile(i).read().hex()\n"
                           "            out.append([i.name, i.size, oct(i.mode), i.mtime, text])\n"
                           "print(json.dumps(out))\n"_s;
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, script, archive, headersOnly ? u"headers"_s : u"all"_s});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

} // namespace

class TestArchiveWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void formats();
    void othersCanReadIt_data();
    void othersCanReadIt();
    void equalContentIsAnEqualArchive_data();
    void equalContentIsAnEqualArchive();
    void nothingUnderTheFinalNameBeforeTheEnd_data();
    void nothingUnderTheFinalNameBeforeTheEnd();
    void whatWasThereStaysUntilThen();
    void canceled();
    void fullDisk_data();
    void fullDisk();
    void sourceIsGone();
    void pathsAreChecked();
    void queueKeepsTheOrder();
    void crcIsTheUsualOne();
    void zipBeyondFourGiB();
    void zipOfManyFiles();
    void tarBeyondEightGiB();

private:
    QString at(const QString &below) const { return m_temporary->filePath(below); }
    QStringList names() const
    {
        return QDir(m_temporary->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QByteArray m_large;
};

void TestArchiveWriter::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_large.resize(3 * 1024 * 1024 + 17);
    // Noise, which no compressor makes smaller; the same in every run.
    std::minstd_rand random(1);
    for (char &byte : m_large)
        byte = static_cast<char>(random() >> 8);
    writeFile(at(u"src/small"_s), "hello\n");
    writeFile(at(u"src/empty"_s), "");
    writeFile(at(u"src/large"_s), m_large);
}

void TestArchiveWriter::formats()
{
    QCOMPARE(ArchiveWriter::formatOf(u"/a/b.zip"_s), ArchiveFormat::Zip);
    QCOMPARE(ArchiveWriter::formatOf(u"/a/b.TAR.ZST"_s), ArchiveFormat::TarZst);
    QVERIFY(!ArchiveWriter::formatOf(u"/a/b.tar"_s));
    QVERIFY(!ArchiveWriter::formatOf(u"/a/zip"_s));
    QCOMPARE(ArchiveWriter(at(u"x.rar"_s)).open().error().kind, ErrorKind::Invalid);
}

void TestArchiveWriter::othersCanReadIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("zip") << u"out/model.zip"_s;
    QTest::newRow("tar") << u"out/model.tar.zst"_s;
}

void TestArchiveWriter::othersCanReadIt()
{
    QFETCH(QString, name);
    const QString longPath = QString(120, u'd') + u"/deep/file.bin"_s;
    const QString oddPath = u"sub/Gewicht ü 模型.bin"_s;
    const QDateTime date(QDate(2024, 5, 17), QTime(10, 20, 30), QTimeZone::UTC);
    qint64 written = 0;
    ArchiveWriter writer(at(name), date);
    QVERIFY(writer.open());
    QVERIFY(writer.addFile(u"a.txt"_s, at(u"src/small"_s)));
    QVERIFY(writer.addFile(oddPath, at(u"src/large"_s), [&written](qint64 bytes) {
        written += bytes;
        return true;
    }));
    QVERIFY(writer.addFile(longPath, at(u"src/small"_s)));
    QVERIFY(writer.addFile(u"empty"_s, at(u"src/empty"_s)));
    QVERIFY(writer.finish());
    QCOMPARE(written, m_large.size());

    QString readable = at(name);
    if (!name.endsWith(u".zip"_s)) {
        readable = at(u"plain.tar"_s);
        writeFile(readable, unpacked(contentOf(at(name))));
    }
    const QJsonArray files = pythonSees(readable);
    QCOMPARE(files.size(), 4);
    const QStringList paths{u"a.txt"_s, oddPath, longPath, u"empty"_s};
    const QList<QByteArray> contents{"hello\n", m_large, "hello\n", ""};
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QJsonArray file = files.at(i).toArray();
        QCOMPARE(file.at(0).toString(), paths.at(i));
        QCOMPARE(file.at(1).toInteger(), contents.at(i).size());
        QVERIFY2(file.at(2).toString().endsWith(u"644"_s), qPrintable(file.at(2).toString()));
        if (file.at(3).isString())
            QCOMPARE(file.at(3).toString(), u"(2024, 5, 17, 10, 20, 30)"_s);
        else
            QCOMPARE(file.at(3).toInteger(), date.toSecsSinceEpoch());
        QVERIFY(file.at(4).toString() == QString::fromLatin1(contents.at(i).toHex()));
    }
}

void TestArchiveWriter::equalContentIsAnEqualArchive_data()
{
    othersCanReadIt_data();
}

void TestArchiveWriter::equalContentIsAnEqualArchive()
{
    QFETCH(QString, name);
    QList<QByteArray> archives;
    for (int i = 0; i < 2; ++i) {
        const QString source = at(u"src%1/file"_s.arg(i));
        writeFile(source, m_large); // another inode, another time
        ArchiveWriter writer(at(name));
        QVERIFY(writer.open());
        QVERIFY(writer.addFile(QString(130, u'n'), source));
        QVERIFY(writer.finish());
        archives.append(contentOf(at(name)));
    }
    QVERIFY(archives.at(0) == archives.at(1));
}

void TestArchiveWriter::nothingUnderTheFinalNameBeforeTheEnd_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("zip") << u"model.zip"_s;
    QTest::newRow("tar") << u"model.tar.zst"_s;
}

void TestArchiveWriter::nothingUnderTheFinalNameBeforeTheEnd()
{
    QFETCH(QString, name);
    {
        ArchiveWriter writer(at(name));
        QVERIFY(writer.open());
        QVERIFY(writer.addFile(u"a"_s, at(u"src/large"_s)));
        QCOMPARE(names().size(), 1);
        QVERIFY(!names().contains(name));
    }
    QCOMPARE(names(), QStringList());
    ArchiveWriter writer(at(name));
    QVERIFY(writer.open());
    QVERIFY(writer.finish());
    QCOMPARE(names(), QStringList{name});
}

void TestArchiveWriter::whatWasThereStaysUntilThen()
{
    writeFile(at(u"model.zip"_s), "older");
    {
        ArchiveWriter writer(at(u"model.zip"_s));
        QVERIFY(writer.open());
        QVERIFY(writer.addFile(u"a"_s, at(u"src/small"_s)));
        writer.discard();
        QCOMPARE(contentOf(at(u"model.zip"_s)), QByteArray("older"));
    }
    QVERIFY(QDir().mkpath(at(u"folder.zip"_s)));
    ArchiveWriter writer(at(u"folder.zip"_s));
    QVERIFY(writer.open());
    const auto finished = writer.finish();
    QVERIFY(!finished);
    QVERIFY(finished.error().message.contains(u"is a folder"_s));
}

void TestArchiveWriter::canceled()
{
    ArchiveWriter writer(at(u"model.tar.zst"_s));
    QVERIFY(writer.open());
    int pieces = 0;
    const auto added =
        writer.addFile(u"a"_s, at(u"src/large"_s), [&pieces](qint64) { return ++pieces < 2; });
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::Canceled);
    QCOMPARE(pieces, 2);
    writer.discard();
    QCOMPARE(names(), QStringList());
}

void TestArchiveWriter::fullDisk_data()
{
    nothingUnderTheFinalNameBeforeTheEnd_data();
}

void TestArchiveWriter::fullDisk()
{
    QFETCH(QString, name);
    // The system refuses files beyond 1 MiB, in the way of a full disk.
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {1 << 20, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    Result<void> added;
    {
        ArchiveWriter writer(at(name));
        if (added = writer.open(); added)
            added = writer.addFile(u"a"_s, at(u"src/large"_s));
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::File);
    QVERIFY2(added.error().message.contains(at(name)), qPrintable(added.error().message));
    QCOMPARE(names(), QStringList());
}

void TestArchiveWriter::sourceIsGone()
{
    ArchiveWriter writer(at(u"model.zip"_s));
    QVERIFY(writer.open());
    QCOMPARE(writer.addFile(u"a"_s, at(u"src/none"_s)).error().kind, ErrorKind::File);
    ArchiveWriter second(at(u"model.zip"_s));
    QVERIFY(second.open());
    QCOMPARE(second.addFile(u"a"_s, at(u"src"_s)).error().kind, ErrorKind::File);
}

void TestArchiveWriter::pathsAreChecked()
{
    ArchiveWriter writer(at(u"model.zip"_s));
    QVERIFY(writer.open());
    QVERIFY(!writer.addFile(u"../a"_s, at(u"src/small"_s)));
}

void TestArchiveWriter::queueKeepsTheOrder()
{
    ArchiveWriter writer(at(u"model.zip"_s));
    QVERIFY(writer.open());
    ArchiveQueue queue(&writer, {u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(queue.ready(u"c"_s, at(u"src/small"_s)));
    QVERIFY(queue.ready(u"a"_s, at(u"src/empty"_s)));
    QVERIFY(!queue.isComplete());
    QVERIFY(queue.ready(u"b"_s, at(u"src/small"_s)));
    QVERIFY(queue.isComplete());
    QVERIFY(writer.finish());
    const QJsonArray files = pythonSees(at(u"model.zip"_s));
    QCOMPARE(files.size(), 3);
    QCOMPARE(files.at(0).toArray().at(0).toString(), u"a"_s);
    QCOMPARE(files.at(1).toArray().at(0).toString(), u"b"_s);
    QCOMPARE(files.at(2).toArray().at(0).toString(), u"c"_s);
}

void TestArchiveWriter::crcIsTheUsualOne()
{
    QCOMPARE(crc32(0, "123456789"), 0xcbf43926U);
    QCOMPARE(crc32(crc32(0, "1234"), "56789"), 0xcbf43926U);
    QCOMPARE(crc32(0, QByteArrayView()), 0U);
}

void TestArchiveWriter::zipBeyondFourGiB()
{
    // The content is a hole: nobody reads it, but all offsets behind it are real.
    QFile file(at(u"big.zip"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    ZipFormat zip(&file, {});
    QVERIFY(zip.begin("big", 5 * kGiB));
    QVERIFY(file.seek(file.pos() + 5 * kGiB));
    QVERIFY(zip.end());
    QVERIFY(zip.begin("after", 6));
    QVERIFY(zip.write("hello\n"));
    QVERIFY(zip.end());
    QVERIFY(zip.close());
    file.close();
    const QJsonArray files = pythonSees(at(u"big.zip"_s), true);
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(0).toArray().at(1).toInteger(), 5 * kGiB);
    QCOMPARE(files.at(1).toArray().at(1).toInteger(), 6);
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('after'))"_s,
                  at(u"big.zip"_s)});
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.readAllStandardOutput(), QByteArray("b'hello\\n'\n"));
}

void TestArchiveWriter::zipOfManyFiles()
{
    constexpr int kCount = 70'000; // more than two bytes can count
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    ZipFormat zip(&buffer, {});
    for (int i = 0; i < kCount; ++i)
        QVERIFY(zip.begin(QByteArray::number(i), 0) && zip.end());
    QVERIFY(zip.close());
    writeFile(at(u"many.zip"_s), buffer.data());
    QCOMPARE(pythonSees(at(u"many.zip"_s), true).size(), kCount);
}

void TestArchiveWriter::tarBeyondEightGiB()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        TarFormat tar(&buffer, {});
        QVERIFY(tar.begin("big", 9 * kGiB));
        QVERIFY(tar.close());
    }
    writeFile(at(u"big.tar"_s), unpacked(buffer.data()));
    const QJsonArray files = pythonSees(at(u"big.tar"_s), true);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.at(0).toArray().at(0).toString(), u"big"_s);
    QCOMPARE(files.at(0).toArray().at(1).toInteger(), 9 * kGiB);
}

QTEST_GUILESS_MAIN(TestArchiveWriter)
#include "tst_archivewriter.moc"
