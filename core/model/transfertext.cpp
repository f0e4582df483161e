// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transfertext.h"

#include "core/model/humanformat.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::TransferText)
};

constexpr int kShortCommit = 8;

QString shownRevision(const QString &revision)
{
    return isCommitHash(revision) ? revision.left(kShortCommit) : revision;
}

QString waitText(const Transfer &transfer)
{
    if (!transfer.waitReason.isEmpty())
        return transfer.waitReason;
    if (transfer.waitsForSpace)
        return Texts::tr("Waiting for room on the disk");
    if (transfer.startAt.isValid() && transfer.startAt > QDateTime::currentDateTimeUtc())
        return Texts::tr("Starts %1", "date and time").arg(exactTime(transfer.startAt));
    return Texts::tr("Waiting for its turn");
}

} // namespace

TransferGroup transferGroup(TransferState state)
{
    switch (state) {
    case TransferState::Queued:
        return TransferGroup::Waiting;
    case TransferState::Preparing:
    case TransferState::Hashing:
    case TransferState::Running:
    case TransferState::Verifying:
        return TransferGroup::Active;
    case TransferState::Paused:
        return TransferGroup::Paused;
    case TransferState::Failed:
        return TransferGroup::Failed;
    case TransferState::Finished:
    case TransferState::Canceled:
        return TransferGroup::Ended;
    }
    return TransferGroup::Ended;
}

QString transferGroupTitle(TransferGroup group)
{
    switch (group) {
    case TransferGroup::All:
        return Texts::tr("All");
    case TransferGroup::Active:
        return Texts::tr("Running");
    case TransferGroup::Waiting:
        return Texts::tr("Waiting");
    case TransferGroup::Paused:
        return Texts::tr("Paused");
    case TransferGroup::Failed:
        return Texts::tr("Failed");
    case TransferGroup::Ended:
        return Texts::tr("Done");
    }
    return {};
}

QString transferStatus(const Transfer &transfer)
{
    switch (transfer.state) {
    case TransferState::Queued:
        return waitText(transfer);
    case TransferState::Preparing:
        return transfer.waitReason.isEmpty() ? Texts::tr("Looking up the files")
                                             : transfer.waitReason;
    case TransferState::Hashing:
        return Texts::tr("Reading what is already there");
    case TransferState::Running:
        return transfer.waitReason.isEmpty() ? Texts::tr("Downloading") : transfer.waitReason;
    case TransferState::Paused:
        return Texts::tr("Paused");
    case TransferState::Verifying:
        return Texts::tr("Checking");
    case TransferState::Finished:
        return transfer.fromCache
            ? Texts::tr("From the cache: the Hub could not be asked, newer files may be missing")
            : Texts::tr("Finished");
    case TransferState::Failed:
        return transfer.error ? transfer.error->message : Texts::tr("Failed");
    case TransferState::Canceled:
        return Texts::tr("Canceled");
    }
    return {};
}

QString transferFileStatus(const TransferFile &file)
{
    switch (file.state) {
    case TransferState::Queued:
        return Texts::tr("Waiting");
    case TransferState::Preparing:
        return Texts::tr("Preparing");
    case TransferState::Hashing:
        return Texts::tr("Reading what is there");
    case TransferState::Running:
        return Texts::tr("Downloading");
    case TransferState::Paused:
        return Texts::tr("Paused");
    case TransferState::Verifying:
        return Texts::tr("Checking");
    case TransferState::Finished:
        return file.wasCached ? Texts::tr("Was in the cache") : Texts::tr("Finished");
    case TransferState::Failed:
        return Texts::tr("Failed");
    case TransferState::Canceled:
        return Texts::tr("Canceled");
    }
    return {};
}

QString transferTitle(const DownloadRequest &request)
{
    if (request.files.size() == 1)
        return u"%1/%2"_s.arg(request.repo.id, request.files.constFirst());
    return request.repo.id;
}

QString transferSelection(const DownloadRequest &request)
{
    if (!request.files.isEmpty())
        return fileCountText(static_cast<int>(request.files.size()));
    QStringList parts;
    if (request.allow)
        parts.append(Texts::tr("files matching %1").arg(request.allow->join(u", "_s)));
    if (!request.ignore.isEmpty())
        parts.append(Texts::tr("without %1").arg(request.ignore.join(u", "_s)));
    return parts.isEmpty() ? Texts::tr("all files") : parts.join(u", "_s);
}

QString transferSubtitle(const Transfer &transfer)
{
    QStringList parts{repoTypeTitle(transfer.request.repo.type),
                      shownRevision(transfer.request.revision)};
    if (transfer.filesTotal > 1 && transfer.state != TransferState::Finished)
        parts.append(Texts::tr("%1 of %2 files").arg(transfer.filesDone).arg(transfer.filesTotal));
    else if (transfer.filesTotal > 0)
        parts.append(fileCountText(transfer.filesTotal));
    else
        parts.append(transferSelection(transfer.request));
    if (!isEnded(transfer.state)) {
        // Only what is not as usual.
        if (transfer.priority == TransferPriority::High)
            parts.append(Texts::tr("high priority"));
        else if (transfer.priority == TransferPriority::Low)
            parts.append(Texts::tr("low priority"));
        if (transfer.rateLimit > 0)
            parts.append(Texts::tr("at most %1", "speed").arg(speedText(transfer.rateLimit)));
    }
    return parts.join(u" · "_s);
}

QString speedText(qint64 bytesPerSecond)
{
    return bytesPerSecond > 0 ? Texts::tr("%1/s").arg(humanSize(bytesPerSecond)) : QString();
}

QString timeLeftText(qint64 seconds)
{
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    if (seconds < 0)
        return {};
    if (seconds < kMinute)
        return Texts::tr("%1 s left").arg(seconds);
    if (seconds < kHour)
        return Texts::tr("%1 min left").arg((seconds + kMinute / 2) / kMinute);
    if (seconds < kDay)
        return Texts::tr("%1 h %2 min left").arg(seconds / kHour).arg(seconds % kHour / kMinute);
    if (seconds < 2 * kDay)
        return Texts::tr("1 day left");
    return Texts::tr("%n days left", nullptr, static_cast<int>(seconds / kDay));
}

QString durationText(qint64 seconds)
{
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    seconds = std::max<qint64>(0, seconds);
    if (seconds < kMinute)
        return Texts::tr("%1 s").arg(seconds);
    if (seconds < kHour)
        return Texts::tr("%1 min").arg((seconds + kMinute / 2) / kMinute);
    if (seconds < 2 * kDay)
        return Texts::tr("%1 h %2 min").arg(seconds / kHour).arg(seconds % kHour / kMinute);
    return Texts::tr("%n days", nullptr, static_cast<int>(seconds / kDay));
}

QString priorityTitle(TransferPriority priority)
{
    switch (priority) {
    case TransferPriority::Low:
        return Texts::tr("Low", "priority");
    case TransferPriority::Normal:
        return Texts::tr("Normal", "priority");
    case TransferPriority::High:
        return Texts::tr("High", "priority");
    }
    return {};
}

QString fileCountText(int count)
{
    return count == 1 ? Texts::tr("1 file") : Texts::tr("%n files", nullptr, count);
}

QString connectionStatus(const TransferConnection &connection)
{
    if (!connection.note.isEmpty())
        return connection.note;
    switch (connection.state) {
    case TransferConnection::State::Connecting:
        return Texts::tr("Connecting");
    case TransferConnection::State::Waiting:
        return Texts::tr("Waiting for the first byte");
    case TransferConnection::State::Receiving:
        return Texts::tr("Receiving");
    case TransferConnection::State::Stalled:
        return Texts::tr("Stalled, reconnecting");
    case TransferConnection::State::Retrying:
        return Texts::tr("Trying again");
    }
    return {};
}

QString repoTypeTitle(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return Texts::tr("Model");
    case RepoType::Dataset:
        return Texts::tr("Dataset");
    case RepoType::Space:
        return Texts::tr("Space");
    }
    return {};
}

} // namespace hubdesk
