// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/error.h"

#include <QDateTime>
#include <QMetaType>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace hubdesk {

//! Identifies a transfer for as long as it is in the list, restarts included. Never reused.
using TransferId = quint64;

//! The life of a transfer and of each of its files.
enum class TransferState {
    Queued, //!< Waits for its turn; Transfer::waitReason says for what.
    Preparing, //!< Asks the Hub what there is.
    Hashing, //!< Reads a partial file that it found.
    Running,
    Paused, //!< By the user; partial files stay.
    Verifying,
    Finished,
    Failed, //!< Partial files stay; retry() goes on with them.
    Canceled, //!< Partial files are removed.
};

[[nodiscard]] QString transferStateName(TransferState state); //!< Stable: "queued", ...
[[nodiscard]] std::optional<TransferState> transferStateFromName(const QString &name);
//! True when \a from may become \a to.
[[nodiscard]] bool isLegalTransition(TransferState from, TransferState to);
[[nodiscard]] bool isActive(TransferState state); //!< Preparing, Hashing, Running, Verifying
[[nodiscard]] bool isEnded(TransferState state); //!< Finished, Failed, Canceled

//! What the user wants: one file, some files or a whole snapshot, into the cache, a folder or an
//! archive.
struct DownloadRequest
{
    RepoId repo;
    QString revision = QStringLiteral("main");
    QStringList files; //!< Exactly these paths; empty: the whole repo through the patterns.
    std::optional<QStringList>
        allow; //!< fnmatch patterns; none: all. An empty list lets nothing pass.
    QStringList ignore; //!< Win over allow.
    bool force = false; //!< Fetch again what is there.
    QString localFolder; //!< Absolute: the files go there under their paths; empty: the cache.
    //! Absolute, ending with `.zip` or `.tar.zst`: the files are packed there as well; empty: not.
    QString archive;

    bool operator==(const DownloadRequest &) const = default;
};

//! One file of a transfer.
struct TransferFile
{
    QString path; //!< In the repo.
    QString etag; //!< Name of the blob.
    qint64 size = 0; //!< bytes
    qint64 received = 0; //!< bytes on the disk, those of an earlier run included
    TransferState state = TransferState::Queued;
    bool wasCached = false; //!< Nothing had to be fetched.

    bool operator==(const TransferFile &) const = default;
};

//! One connection of a running transfer, for people who want to see why it is slow.
struct TransferConnection
{
    enum class State { Connecting, Waiting, Receiving, Stalled, Retrying };

    QString path; //!< File in the repo.
    QString host; //!< Where the bytes come from, with port if unusual; never a signed address.
    qint64 begin = 0; //!< First byte of the range that it fetches.
    qint64 end = 0; //!< One behind the last.
    qint64 position = 0; //!< Next byte it will get.
    qint64 speed = 0; //!< bytes/s
    State state = State::Connecting;
    QString note; //!< Plain words when something is not as it should be.

    bool operator==(const TransferConnection &) const = default;
};

//! Who goes first: of the queued transfers those of higher priority, then by order.
enum class TransferPriority { Low, Normal, High };

//! How a new transfer takes its place in the queue.
struct TransferOptions
{
    TransferPriority priority = TransferPriority::Normal;
    qint64 rateLimit = 0; //!< bytes/s; 0: only the limit of all together
    QDateTime startAt; //!< Invalid: at once
    qint64 expectedBytes = 0; //!< What the asker thinks it is, for "smallest first"; 0: no idea.
    QString cacheRoot = {}; //!< Absolute `hub` folder to go to; empty: that of the type.
};

//! A transfer as it is now. A value, cheap to copy but for \a files.
struct Transfer
{
    TransferId id = 0;
    DownloadRequest request;
    TransferState state = TransferState::Queued;
    QString waitReason; //!< Plain words while Queued or when stalled; empty otherwise.
    bool waitsForSpace = false; //!< Queued because the disk is full.
    QString cacheRoot; //!< Absolute `hub` folder that its files are in; empty: not begun yet.
    QString commit; //!< 40 hex, once known.
    qint64 totalBytes = 0; //!< 0 until planned.
    qint64 expectedBytes = 0; //!< What it was thought to be when it was added; 0: not known.
    qint64 doneBytes = 0; //!< Of totalBytes, cached and resumed ones included.
    qint64 fetchedBytes = 0; //!< Really transferred in this run of the program.
    qint64 speed = 0; //!< bytes/s, moving average
    qint64 secondsLeft = -1; //!< -1: not known (yet)
    int filesTotal = 0;
    int filesDone = 0;
    QString currentFile;
    std::vector<TransferFile> files;
    TransferPriority priority = TransferPriority::Normal;
    qint64 rateLimit = 0; //!< bytes/s; 0: only the limit of all together
    QDateTime startAt; //!< UTC; invalid: at once
    std::vector<TransferConnection> connections; //!< While it runs.
    std::optional<Error> error; //!< When Failed.
    QString
        resultPath; //!< Absolute: the snapshot folder, or the file when exactly one was asked for.
    //! The Hub could not be asked: the result is what the cache had, maybe not all of the repo.
    bool fromCache = false;
    QDateTime verifiedAt; //!< UTC; when all files were proved by their hash; invalid: not (yet).
    QDateTime createdAt; //!< UTC
    QString accountId; //!< EngineConfig::accountId when it was added.
    QUrl endpoint; //!< The Hub that it comes from; empty in journals of earlier versions.
    QDateTime finishedAt; //!< UTC; invalid until ended.

    bool operator==(const Transfer &) const = default;
};

} // namespace hubdesk

Q_DECLARE_METATYPE(hubdesk::Transfer)
