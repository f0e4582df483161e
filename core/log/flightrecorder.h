// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/log/flightrecord.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

namespace hubdesk {

//! Remembers what happened on the network lately: the newest records in memory, and in a few
//! rolling files for the time after a crash. Bounded in both places; nothing is ever sent anywhere.
//!
//! Everything may be called from any thread. add() never touches the disk: a thread of the recorder
//! does. Held by shared pointer in every ClientConfig that is to be recorded.
class FlightRecorder
{
public:
    struct Limits
    {
        qsizetype ringBytes = 1'000'000; //!< In memory.
        qsizetype waitingBytes = 1'000'000; //!< On the way to the disk; more is lost there.
        qint64 fileBytes = 1'000'000;
        int files = 4;
    };

    //! \a folder: where the files are; empty: memory only.
    explicit FlightRecorder(const QString &folder = {});
    FlightRecorder(const QString &folder, const Limits &limits);
    //! Waits at most a second for the disk.
    ~FlightRecorder();
    FlightRecorder(const FlightRecorder &) = delete;
    FlightRecorder &operator=(const FlightRecorder &) = delete;

    //! `hubdesk` in the user's folder for state: window and command line share it.
    [[nodiscard]] static QString standardFolder();

    //! Empty: memory only.
    [[nodiscard]] const QString &folder() const { return m_folder; }
    //! For the next request.
    [[nodiscard]] quint64 nextNumber() { return ++m_lastNumber; }
    //! Keeps \a record under the name of this run. Takes a few microseconds.
    void add(FlightRecord record);

    //! What is in memory, oldest first.
    [[nodiscard]] std::vector<FlightRecord> records() const;
    //! Records of this and earlier runs from memory and files, oldest first, one a request. Reads
    //! the disk: not for the GUI thread.
    [[nodiscard]] std::vector<FlightRecord> allRecords() const;
    //! The same for the files of \a folder alone.
    [[nodiscard]] static std::vector<FlightRecord> storedRecords(const QString &folder);
    //! Lines in memory as they are; for tests of what is in there.
    [[nodiscard]] QList<QByteArray> lines() const;

    //! Waits until the files have everything; false when the disk needs longer.
    bool flush(std::chrono::milliseconds patience) const;
    //! Records that the disk did not take.
    [[nodiscard]] qint64 lost() const;

private:
    struct Shared;
    static void work(const std::shared_ptr<Shared> &shared);
    void startThread();

    QString m_folder;
    QByteArray m_run;
    std::atomic<quint64> m_lastNumber = 0;
    std::shared_ptr<Shared> m_shared; //!< The thread's, too: it may outlive this object.
};

} // namespace hubdesk
