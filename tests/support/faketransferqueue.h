// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferqueue.h"

#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <iterator>
#include <map>

namespace hubdesk {

//! A queue that does what the test says: verbs are recorded and change the state at once.
class FakeTransferQueue final : public TransferQueue
{
public:
    QStringList verbs; //!< "pause 1", "pauseAll"
    mutable int reads = 0; //!< calls of transfer()
    qint64 limit = 0; //!< What downloadLimit() answers.

    TransferId add(Transfer transfer)
    {
        transfer.id = ++m_lastId;
        m_order.push_back(transfer.id);
        m_transfers[transfer.id] = std::move(transfer);
        Q_EMIT
        transferAdded(m_lastId);
        return m_lastId;
    }
    //! Changes without telling: follow with announce().
    Transfer &edit(TransferId id) { return m_transfers.at(id); }
    void announce(const std::vector<TransferId> &ids)
    {
        Q_EMIT
        transfersChanged(ids);
    }
    void setState(TransferId id, TransferState state)
    {
        m_transfers.at(id).state = state;
        Q_EMIT
        transferStateChanged(id, state);
    }

    TransferId addDownload(const DownloadRequest &request,
                           const TransferOptions &options = {}) override
    {
        Transfer transfer;
        transfer.request = request;
        transfer.priority = options.priority;
        transfer.rateLimit = options.rateLimit;
        transfer.startAt = options.startAt;
        transfer.expectedBytes = options.expectedBytes;
        return add(transfer);
    }
    void pause(TransferId id) override { act("pause", id, TransferState::Paused); }
    void resume(TransferId id) override { act("resume", id, TransferState::Queued); }
    void cancel(TransferId id) override { act("cancel", id, TransferState::Canceled); }
    void retry(TransferId id) override { act("retry", id, TransferState::Queued); }
    void remove(TransferId id) override
    {
        verbs.append(QStringLiteral("remove %1").arg(id));
        erase(id);
    }
    void pauseAll() override { verbs.append(QStringLiteral("pauseAll")); }
    void resumeAll() override { verbs.append(QStringLiteral("resumeAll")); }
    void removeFinished() override
    {
        verbs.append(QStringLiteral("removeFinished"));
        for (const TransferId id : transfers()) {
            const TransferState state = m_transfers.at(id).state;
            if (state == TransferState::Finished || state == TransferState::Canceled)
                erase(id);
        }
    }
    void retryFailed() override
    {
        verbs.append(QStringLiteral("retryFailed"));
        for (const TransferId id : transfers()) {
            if (m_transfers.at(id).state == TransferState::Failed)
                setState(id, TransferState::Queued);
        }
    }
    //! Recorded as "move 3,4 before 1".
    void move(const std::vector<TransferId> &ids, TransferId before) override
    {
        QStringList names;
        for (const TransferId id : ids)
            names.append(QString::number(id));
        verbs.append(QStringLiteral("move %1 before %2").arg(names.join(u',')).arg(before));
        const auto isMoved = [&ids](TransferId id) { return std::ranges::contains(ids, id); };
        std::vector<TransferId> moved;
        std::ranges::copy_if(m_order, std::back_inserter(moved), isMoved);
        auto place = std::ranges::find(m_order, before);
        while (place != m_order.end() && isMoved(*place))
            ++place;
        const TransferId stays = place == m_order.end() ? 0 : *place;
        std::erase_if(m_order, isMoved);
        m_order.insert(std::ranges::find(m_order, stays), moved.begin(), moved.end());
        Q_EMIT
        orderChanged();
    }
    void setPriority(TransferId id, TransferPriority priority) override
    {
        verbs.append(QStringLiteral("priority %1 %2").arg(id).arg(static_cast<int>(priority)));
        m_transfers.at(id).priority = priority;
        announce({id});
    }
    void setStartAt(TransferId id, const QDateTime &startAt) override
    {
        verbs.append(QStringLiteral("start %1 %2").arg(id).arg(startAt.toString(Qt::ISODate)));
        m_transfers.at(id).startAt = startAt;
        announce({id});
    }
    void setRateLimit(TransferId id, qint64 bytesPerSecond) override
    {
        verbs.append(QStringLiteral("limit %1 %2").arg(id).arg(bytesPerSecond));
        m_transfers.at(id).rateLimit = bytesPerSecond;
        announce({id});
    }
    qint64 downloadLimit() const override { return limit; }
    std::vector<TransferId> transfers() const override { return m_order; }
    std::optional<Transfer> transfer(TransferId id) const override
    {
        ++reads;
        const auto found = m_transfers.find(id);
        return found == m_transfers.end() ? std::nullopt : std::optional(found->second);
    }

private:
    void act(const char *verb, TransferId id, TransferState state)
    {
        verbs.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(verb)).arg(id));
        setState(id, state);
    }
    void erase(TransferId id)
    {
        m_transfers.erase(id);
        std::erase(m_order, id);
        Q_EMIT
        transferRemoved(id);
    }

    std::vector<TransferId> m_order;
    std::map<TransferId, Transfer> m_transfers;
    TransferId m_lastId = 0;
};

//! A download of \a repo in \a state with believable numbers.
inline Transfer sampleTransfer(const QString &repo, TransferState state,
                               qint64 total = 4'900'000'000, qint64 done = 1'200'000'000)
{
    Transfer transfer;
    transfer.request.repo = {RepoType::Model, repo};
    transfer.state = state;
    transfer.totalBytes = total;
    transfer.doneBytes = state == TransferState::Finished ? total : done;
    transfer.filesTotal = 3;
    transfer.filesDone = state == TransferState::Finished ? 3 : 1;
    transfer.commit = QString(40, QLatin1Char('c'));
    transfer.createdAt = QDateTime::fromSecsSinceEpoch(1'780'000'000, QTimeZone::UTC);
    if (state == TransferState::Running) {
        transfer.speed = 84'000'000;
        transfer.secondsLeft = 44;
    }
    const auto file = [&](const QString &path, qint64 size, qint64 received, TransferState now) {
        TransferFile each;
        each.path = path;
        each.size = size;
        each.received = received;
        each.state = now;
        transfer.files.push_back(each);
    };
    file(QStringLiteral("config.json"), 1'200, 1'200, TransferState::Finished);
    file(QStringLiteral("model-00001-of-00002.safetensors"), total / 2, done, state);
    file(QStringLiteral("model-00002-of-00002.safetensors"), total / 2, 0,
         state == TransferState::Running ? TransferState::Queued : state);
    if (isEnded(state))
        transfer.finishedAt = transfer.createdAt.addSecs(62);
    if (state == TransferState::Finished)
        transfer.resultPath = QStringLiteral("/data/hub/models--")
            + QString(repo).replace(u'/', QStringLiteral("--")) + QStringLiteral("/snapshots/")
            + transfer.commit;
    if (state == TransferState::Failed) {
        Error error;
        error.kind = ErrorKind::File;
        error.message = QStringLiteral("The disk /data is full: 3.1 GB missing.");
        error.detail = QStringLiteral("write: No space left on device");
        error.requestId = QStringLiteral("Root=1-66f2-3c9a");
        transfer.error = error;
    }
    return transfer;
}

} // namespace hubdesk
