// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferqueue.h"

namespace hubdesk {

class TransferEngine;

//! Hands everything through to a TransferEngine, which must outlive it.
class EngineTransferQueue final : public TransferQueue
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineTransferQueue)

public:
    explicit EngineTransferQueue(TransferEngine *engine, QObject *parent = nullptr);

    TransferId addDownload(const DownloadRequest &request,
                           const TransferOptions &options = {}) override;
    void pause(TransferId id) override;
    void resume(TransferId id) override;
    void cancel(TransferId id) override;
    void retry(TransferId id) override;
    void remove(TransferId id) override;
    void pauseAll() override;
    void resumeAll() override;
    void removeFinished() override;
    void retryFailed() override;
    void move(const std::vector<TransferId> &ids, TransferId before) override;
    void setPriority(TransferId id, TransferPriority priority) override;
    void setStartAt(TransferId id, const QDateTime &startAt) override;
    void setRateLimit(TransferId id, qint64 bytesPerSecond) override;
    [[nodiscard]] qint64 downloadLimit() const override;
    [[nodiscard]] std::vector<TransferId> transfers() const override;
    [[nodiscard]] std::optional<Transfer> transfer(TransferId id) const override;
    [[nodiscard]] std::optional<Transfer> summary(TransferId id) const override;

private:
    TransferEngine *m_engine;
};

} // namespace hubdesk
