// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QObject>

#include <optional>
#include <vector>

namespace hubdesk {

//! What lists of transfers need of the engine. The program uses EngineTransferQueue, tests write
//! their own. Same thread, same meaning as TransferEngine.
class TransferQueue : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferQueue)

public:
    using QObject::QObject;

    virtual TransferId addDownload(const DownloadRequest &request,
                                   const TransferOptions &options = {}) = 0;
    virtual void pause(TransferId id) = 0;
    virtual void resume(TransferId id) = 0;
    virtual void cancel(TransferId id) = 0;
    virtual void retry(TransferId id) = 0;
    virtual void remove(TransferId id) = 0;
    virtual void pauseAll() = 0;
    virtual void resumeAll() = 0;
    virtual void removeFinished() = 0;
    virtual void retryFailed() = 0;
    //! \a before: 0 is the end.
    virtual void move(const std::vector<TransferId> &ids, TransferId before) = 0;
    virtual void setPriority(TransferId id, TransferPriority priority) = 0;
    virtual void setStartAt(TransferId id, const QDateTime &startAt) = 0;
    virtual void setRateLimit(TransferId id, qint64 bytesPerSecond) = 0;

    //! The limit of all downloads that is in force now, bytes/s; 0: none.
    [[nodiscard]] virtual qint64 downloadLimit() const = 0;
    [[nodiscard]] virtual std::vector<TransferId> transfers() const = 0;
    [[nodiscard]] virtual std::optional<Transfer> transfer(TransferId id) const = 0;
    //! The same without its files, which may be thousands: for lists.
    [[nodiscard]] virtual std::optional<Transfer> summary(TransferId id) const
    {
        auto answer = transfer(id);
        if (answer)
            answer->files.clear();
        return answer;
    }

Q_SIGNALS:
    void transferAdded(hubdesk::TransferId id);
    void transferRemoved(hubdesk::TransferId id);
    void transferStateChanged(hubdesk::TransferId id, hubdesk::TransferState state);
    //! transfers() is in another order, its members are the same.
    void orderChanged();
    void transfersChanged(const std::vector<hubdesk::TransferId> &ids);
    //! Something that the history should tell and that changes nothing, in a translated sentence.
    void transferNoted(hubdesk::TransferId id, const QString &text);
    //! A repo's folder in the cache changed: scans are out of date.
    void cacheChanged(const hubdesk::RepoId &repo);
};

} // namespace hubdesk
