// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/error.h"

#include <QStringList>

#include <atomic>
#include <vector>

namespace hubdesk {

class VerifiedMarks;

//! What to read again. Exactly one of cacheRoot and localFolder is set.
struct VerifyRequest
{
    QString cacheRoot; //!< Absolute path of the `hub` folder.
    QString localFolder; //!< Absolute path of a local folder with bookkeeping.
    std::vector<RepoId> repos; //!< Of the cache; empty: all.
    QString revision; //!< Only what it shows; empty: everything that the repos' folders hold.
    QStringList files; //!< With a revision: only these paths; empty: all.
    bool trustMarks = false; //!< What was proved before and has not changed is not read again.
    int threads = 0; //!< 0: as many as the machine has processors.

    bool operator==(const VerifyRequest &) const = default;
};

//! One file and what its hash says.
struct VerifiedFile
{
    enum class State {
        Right,
        Wrong, //!< The content is not what its name says, or cannot be read.
        Missing, //!< A snapshot or the bookkeeping names it, but it is not there.
        Unknown, //!< Nothing on this machine says what it should be.
    };

    QString path; //!< In the repo; `blobs/<name>` for a blob that no snapshot shows.
    QString location; //!< Absolute: what was read.
    QString expected; //!< 40 or 64 hex; empty when Unknown.
    QString found; //!< Empty when it was not read.
    QString problem; //!< Why it could not be read; mostly empty.
    qint64 size = 0; //!< bytes
    State state = State::Unknown;

    bool operator==(const VerifiedFile &) const = default;
};

//! The files of one repo folder (or of the local folder, then repo is empty), by path.
struct VerifiedRepo
{
    RepoId repo;
    QString folder; //!< Absolute
    QString commit; //!< 40 hex when a revision was asked for.
    std::vector<VerifiedFile> files;

    [[nodiscard]] int count(VerifiedFile::State state) const;
    bool operator==(const VerifiedRepo &) const = default;
};

struct VerifyReport
{
    std::vector<VerifiedRepo> repos; //!< By type and id.
    qint64 bytesRead = 0;

    [[nodiscard]] int count(VerifiedFile::State state) const;
    //! Nothing Wrong, nothing Missing.
    [[nodiscard]] bool isGood() const;
    bool operator==(const VerifyReport &) const = default;
};

//! Reads files and compares them with the hash that their name in the cache, or the bookkeeping of
//! a local folder, stands for. Asks nobody, changes nothing but the marks. Files that are being
//! downloaded have other names and are not looked at.
class CacheVerifier
{
public:
    struct Progress
    {
        qint64 doneBytes = 0;
        qint64 totalBytes = 0;
        int doneFiles = 0;
        int totalFiles = 0; //!< 0 until the folders were listed.
    };

    //! \a marks may be null; otherwise it gets every result and outlives this.
    explicit CacheVerifier(VerifyRequest request, VerifiedMarks *marks = nullptr);

    //! Blocks until everything was read, several files at once in threads of its own; call it in a
    //! pool, once. ErrorKind::NotFound when a repo or revision is not in the cache, ErrorKind::File
    //! for a missing folder, ErrorKind::Canceled after cancel().
    [[nodiscard]] Result<VerifyReport> run();

    void cancel() { m_canceled = true; } //!< From any thread.
    [[nodiscard]] Progress progress() const; //!< From any thread.

private:
    [[nodiscard]] Result<void> collect();
    [[nodiscard]] Result<void> collectRepo(const RepoId &repo);
    [[nodiscard]] Result<void> collectLocalFolder();
    void readAll();
    void readOne(VerifiedFile &file);

    VerifyRequest m_request;
    VerifiedMarks *m_marks;
    VerifyReport m_report;
    std::atomic_bool m_canceled = false;
    std::atomic<qint64> m_doneBytes = 0;
    std::atomic<qint64> m_readBytes = 0;
    std::atomic<qint64> m_totalBytes = 0;
    std::atomic_int m_doneFiles = 0;
    std::atomic_int m_totalFiles = 0;
};

} // namespace hubdesk
