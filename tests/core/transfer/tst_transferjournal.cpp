// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferjournal.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace hubdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Transfer transfer(TransferId id, const QString &repo = u"a/b"_s)
{
    Transfer result;
    result.id = id;
    result.request.repo = {RepoType::Model, repo};
    result.createdAt = QDateTime::fromSecsSinceEpoch(1'780'000'000, QTimeZone::UTC);
    return result;
}

//! A disk that takes as long as the test wants.
struct SlowDisk
{
    QSemaphore begun;
    QSemaphore allowed;
    QStringList written; //!< Read it only when the journal is closed.

    TransferJournal::Save save()
    {
        return [this](const QString &, const std::vector<DurableFile> &files) {
            begun.release();
            allowed.acquire();
            for (const auto &[path, content] : files) {
                const QJsonDocument json = QJsonDocument::fromJson(content);
                written << QFileInfo(path).fileName() + u' '
                        + json.object().value("request"_L1).toObject().value("repo"_L1).toString();
            }
        };
    }
};

} // namespace

//! What is kept of the queue, and a disk that is slow or does not answer at all.
class TransferJournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsEverything();
    void keepsTheOrder();
    void answersWithoutAFolder();
    void writesOnlyTheLastState();
    void keepsThousands();
    void removesWhatWaits();
    void isNotHeldUpByAHungDisk();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"journal"_s); }
    //! What a new journal finds.
    [[nodiscard]] std::vector<Transfer> loaded();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Mailbox> m_mailbox;
};

void TransferJournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_mailbox = std::make_shared<Mailbox>();
}

void TransferJournalTest::cleanup()
{
    m_mailbox->close();
}

std::vector<Transfer> TransferJournalTest::loaded()
{
    std::vector<Transfer> result;
    bool isLoaded = false;
    TransferJournal journal(path(), m_mailbox);
    journal.load([&](TransferJournal::Content content) {
        result = std::move(content.transfers);
        isLoaded = true;
    });
    [&isLoaded] { QTRY_VERIFY_WITH_TIMEOUT(isLoaded, 30'000); }();
    journal.close(QDeadlineTimer(10s));
    return result;
}

void TransferJournalTest::keepsEverything()
{
    Transfer kept = transfer(7);
    kept.priority = TransferPriority::High;
    kept.rateLimit = 5'000'000'000;
    kept.startAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, QTimeZone::UTC);
    kept.verifiedAt = kept.createdAt.addSecs(9);
    kept.expectedBytes = 77;
    kept.state = TransferState::Paused;
    bool isWritten = false;
    {
        TransferJournal journal(path(), m_mailbox);
        journal.write(kept, [&] { isWritten = true; });
        QTRY_VERIFY(isWritten);
        // Safe now, whatever happens to us: nothing is closed before it is read.
        QCOMPARE(loaded(), std::vector<Transfer>{kept});
        journal.write(transfer(3));
        journal.close(QDeadlineTimer(10s));
    }
    QCOMPARE(loaded(), (std::vector<Transfer>{transfer(3), kept}));
}

void TransferJournalTest::keepsTheOrder()
{
    {
        TransferJournal journal(path(), m_mailbox);
        for (const TransferId id : {1, 2, 3, 4, 5})
            journal.write(transfer(id));
        journal.writeOrder({4, 99, 1});
        journal.close(QDeadlineTimer(10s));
    }
    std::vector<TransferId> ids;
    for (const Transfer &each : loaded())
        ids.push_back(each.id);
    QCOMPARE(ids, (std::vector<TransferId>{4, 1, 2, 3, 5})); // the rest by age
    // Nonsense there costs nothing but the order.
    QFile order(path() + u"/queue.order"_s);
    QVERIFY(order.open(QIODevice::WriteOnly));
    order.write("[4,");
    order.close();
    QCOMPARE(loaded().front().id, 1);
}

void TransferJournalTest::answersWithoutAFolder()
{
    TransferJournal journal({}, m_mailbox);
    int answers = 0;
    journal.load([&](const TransferJournal::Content &content) {
        answers += content.transfers.empty() ? 1 : 0;
    });
    journal.write(transfer(1), [&] { ++answers; });
    journal.whenWritten([&] { ++answers; });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 3);
    journal.close(QDeadlineTimer(10s));
}

void TransferJournalTest::writesOnlyTheLastState()
{
    SlowDisk disk;
    int answers = 0;
    TransferJournal journal(path(), m_mailbox, disk.save());
    journal.write(transfer(1, u"a/first"_s), [&] { ++answers; });
    disk.begun.acquire(); // on its way, cannot change any more
    journal.write(transfer(1, u"a/second"_s), [&] { ++answers; });
    journal.write(transfer(2, u"a/other"_s), [&] { ++answers; });
    journal.write(transfer(1, u"a/third"_s), [&] { ++answers; });
    disk.allowed.release(10);
    QTRY_COMPARE(answers, 4);
    journal.close(QDeadlineTimer(10s));
    QCOMPARE(disk.written,
             (QStringList{u"1.json a/first"_s, u"1.json a/third"_s, u"2.json a/other"_s}));
}

void TransferJournalTest::keepsThousands()
{
    constexpr TransferId kCount = 1000;
    QVERIFY(QDir().mkpath(path()));
    QFile left(path() + u"/7.json.new"_s); // by a run that was killed
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    {
        TransferJournal journal(path(), m_mailbox);
        for (TransferId id = 1; id <= kCount; ++id)
            journal.write(transfer(id));
        journal.close(QDeadlineTimer(60s));
    }
    const QDir folder(path());
    QCOMPARE(folder.entryList(QDir::Files).size(), static_cast<qsizetype>(kCount));
    QCOMPARE(folder.entryInfoList({u"9.json"_s}).first().permissions()
                 & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    const std::vector<Transfer> all = loaded();
    QCOMPARE(all.size(), kCount);
    QCOMPARE(all.back(), transfer(kCount));
}

void TransferJournalTest::removesWhatWaits()
{
    {
        TransferJournal journal(path(), m_mailbox);
        for (TransferId id = 1; id <= 50; ++id)
            journal.write(transfer(id));
        for (TransferId id = 2; id <= 50; ++id)
            journal.remove(id);
        journal.close(QDeadlineTimer(10s));
    }
    QCOMPARE(QDir(path()).entryList(QDir::Files), QStringList{u"1.json"_s});
}

void TransferJournalTest::isNotHeldUpByAHungDisk()
{
    // Outlives the journal, as a real disk does.
    const auto disk = std::make_shared<SlowDisk>();
    std::weak_ptr<int> held; // by the thread that is left behind
    QElapsedTimer clock;
    {
        auto token = std::make_shared<int>();
        held = token;
        TransferJournal journal(
            path(), m_mailbox,
            [disk, token](const QString &folder, const std::vector<DurableFile> &files) {
                disk->save()(folder, files);
            });
        token.reset();
        journal.write(transfer(1), [] { QFAIL("nobody is there any more"); });
        disk->begun.acquire();
        journal.write(transfer(2));
        clock.start();
        journal.close(QDeadlineTimer(100ms));
        QVERIFY(clock.elapsed() >= 99);
    }
    QVERIFY(clock.elapsed() < 3000);
    QVERIFY(!held.expired());
    // It answers after all: what was left behind finds everything that it needs.
    m_mailbox->close();
    disk->allowed.release(10);
    QTRY_VERIFY(held.expired());
    QCOMPARE(disk->begun.available(), 0); // and the disk was not asked again
    init();
}

QTEST_GUILESS_MAIN(TransferJournalTest)
#include "tst_transferjournal.moc"
