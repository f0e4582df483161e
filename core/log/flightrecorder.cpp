// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/flightrecorder.h"

#include "core/log/categories.h"
#include "core/log/recordfiles.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

namespace {

constexpr auto kGathering = 250ms; // so that a burst of requests is one write
constexpr auto kPatienceAtEnd = 1s;
constexpr qsizetype kBatch = 64 * 1024; // bytes a write

//! One record a request: the last word about each, in the order of their beginning.
std::vector<FlightRecord> lastWords(const QList<QByteArray> &lines)
{
    std::vector<FlightRecord> records;
    QHash<std::pair<QByteArray, quint64>, std::size_t> places;
    for (const QByteArray &line : lines) {
        auto record = FlightRecord::fromLine(line);
        if (!record)
            continue;
        const std::pair key(record->run(), record->number);
        const auto it = places.constFind(key);
        if (it == places.constEnd()) {
            places.insert(key, records.size());
            records.push_back(std::move(*record));
        } else if (record->outcome != FlightRecord::Outcome::Open
                   || records.at(*it).outcome == FlightRecord::Outcome::Open) {
            records.at(*it) = std::move(*record);
        }
    }
    std::ranges::stable_sort(records, {}, &FlightRecord::startedAt);
    return records;
}

} // namespace

struct FlightRecorder::Shared
{
    Shared(const QString &folder, const Limits &ours)
        : limits(ours),
          files(folder, ours.fileBytes, ours.files)
    { }

    const Limits limits;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<QByteArray> ring;
    qsizetype ringBytes = 0;
    std::deque<QByteArray> waiting;
    qsizetype waitingBytes = 0;
    qint64 lost = 0;
    std::thread thread;
    bool writing = false;
    bool hurry = false;
    bool stop = false;
    bool ended = false;
    RecordFiles files; // of the thread
};

FlightRecorder::FlightRecorder(const QString &folder)
    : FlightRecorder(folder, Limits())
{ }

FlightRecorder::FlightRecorder(const QString &folder, const Limits &limits)
    : m_folder(folder),
      m_run(QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0')),
      m_shared(std::make_shared<Shared>(folder, limits))
{ }

FlightRecorder::~FlightRecorder()
{
    std::unique_lock lock(m_shared->mutex);
    if (!m_shared->thread.joinable())
        return;
    m_shared->stop = true;
    m_shared->changed.notify_all();
    const bool ended =
        m_shared->changed.wait_for(lock, kPatienceAtEnd, [this] { return m_shared->ended; });
    std::thread thread = std::move(m_shared->thread);
    lock.unlock();
    // A disk that does not answer must not keep the program from ending.
    if (ended)
        thread.join();
    else
        thread.detach();
}

QString FlightRecorder::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + "/hubdesk"_L1;
}

void FlightRecorder::startThread()
{
    try {
        m_shared->thread = std::thread([shared = m_shared] { work(shared); });
    } catch (const std::system_error &) {
        // The machine is at its limits. Memory has the records, and the next one tries again.
        qCInfo(lcHub) << "the flight recorder has no thread to write its files";
    }
}

void FlightRecorder::add(FlightRecord record)
{
    record.setRun(m_run);
    QByteArray line = record.toLine();
    // Lengths are bounded field by field; should that ever fail, a record is lost, not the bound.
    if (line.size() > FlightRecord::kLongestLine)
        return;
    const std::scoped_lock lock(m_shared->mutex);
    Shared &s = *m_shared;
    s.ringBytes += line.size();
    s.ring.push_back(line);
    while (s.ringBytes > s.limits.ringBytes) {
        s.ringBytes -= s.ring.front().size();
        s.ring.pop_front();
    }
    if (m_folder.isEmpty())
        return;
    if (s.waitingBytes + line.size() > s.limits.waitingBytes) {
        ++s.lost;
        return;
    }
    s.waitingBytes += line.size();
    const bool first = s.waiting.empty();
    s.waiting.push_back(std::move(line));
    if (!s.thread.joinable())
        startThread();
    else if (first)
        s.changed.notify_all();
}

void FlightRecorder::work(const std::shared_ptr<Shared> &shared)
{
    Shared &s = *shared;
    std::unique_lock lock(s.mutex);
    for (;;) {
        s.changed.wait(lock, [&s] { return s.stop || !s.waiting.empty(); });
        if (s.waiting.empty())
            break;
        s.changed.wait_for(lock, kGathering, [&s] { return s.stop || s.hurry; });
        QByteArray batch;
        qint64 records = 0;
        while (!s.waiting.empty() && batch.size() < kBatch) {
            batch += s.waiting.front() + '\n';
            s.waitingBytes -= s.waiting.front().size();
            s.waiting.pop_front();
            ++records;
        }
        s.writing = true;
        lock.unlock();
        const bool written = s.files.append(batch);
        lock.lock();
        s.writing = false;
        if (!written && s.lost == 0)
            qCInfo(lcHub) << "the flight recorder cannot write its files";
        s.lost += written ? 0 : records;
        if (s.waiting.empty())
            s.hurry = false;
        s.changed.notify_all();
    }
    s.ended = true;
    s.changed.notify_all();
}

bool FlightRecorder::flush(std::chrono::milliseconds patience) const
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->hurry = true;
    m_shared->changed.notify_all();
    const bool written = m_shared->changed.wait_for(
        lock, patience, [this] { return m_shared->waiting.empty() && !m_shared->writing; });
    m_shared->hurry = m_shared->hurry && !written;
    return written;
}

qint64 FlightRecorder::lost() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->lost;
}

QList<QByteArray> FlightRecorder::lines() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return {m_shared->ring.begin(), m_shared->ring.end()};
}

std::vector<FlightRecord> FlightRecorder::records() const
{
    return lastWords(lines());
}

std::vector<FlightRecord> FlightRecorder::allRecords() const
{
    QList<QByteArray> all;
    if (!m_folder.isEmpty())
        all = RecordFiles::read(m_folder);
    // What is in both places counts once; memory has what the disk did not take.
    return lastWords(all + lines());
}

std::vector<FlightRecord> FlightRecorder::storedRecords(const QString &folder)
{
    return lastWords(RecordFiles::read(folder));
}

} // namespace hubdesk
