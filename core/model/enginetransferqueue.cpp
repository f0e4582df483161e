// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/enginetransferqueue.h"

#include "core/transfer/transferengine.h"

namespace hubdesk {

EngineTransferQueue::EngineTransferQueue(TransferEngine *engine, QObject *parent)
    : TransferQueue(parent),
      m_engine(engine)
{
    connect(engine, &TransferEngine::transferAdded, this, &TransferQueue::transferAdded);
    connect(engine, &TransferEngine::transferRemoved, this, &TransferQueue::transferRemoved);
    connect(engine, &TransferEngine::transferStateChanged, this,
            &TransferQueue::transferStateChanged);
    connect(engine, &TransferEngine::transfersChanged, this, &TransferQueue::transfersChanged);
    connect(engine, &TransferEngine::transferNoted, this, &TransferQueue::transferNoted);
    connect(engine, &TransferEngine::orderChanged, this, &TransferQueue::orderChanged);
    connect(engine, &TransferEngine::cacheChanged, this, &TransferQueue::cacheChanged);
}

TransferId EngineTransferQueue::addDownload(const DownloadRequest &request,
                                            const TransferOptions &options)
{
    return m_engine->addDownload(request, options);
}

void EngineTransferQueue::pause(TransferId id)
{
    m_engine->pause(id);
}

void EngineTransferQueue::resume(TransferId id)
{
    m_engine->resume(id);
}

void EngineTransferQueue::cancel(TransferId id)
{
    m_engine->cancel(id);
}

void EngineTransferQueue::retry(TransferId id)
{
    m_engine->retry(id);
}

void EngineTransferQueue::remove(TransferId id)
{
    m_engine->remove(id);
}

void EngineTransferQueue::pauseAll()
{
    m_engine->pauseAll();
}

void EngineTransferQueue::resumeAll()
{
    m_engine->resumeAll();
}

void EngineTransferQueue::removeFinished()
{
    m_engine->removeFinished();
}

void EngineTransferQueue::retryFailed()
{
    m_engine->retryFailed();
}

void EngineTransferQueue::move(const std::vector<TransferId> &ids, TransferId before)
{
    m_engine->move(ids, before);
}

void EngineTransferQueue::setPriority(TransferId id, TransferPriority priority)
{
    m_engine->setPriority(id, priority);
}

void EngineTransferQueue::setStartAt(TransferId id, const QDateTime &startAt)
{
    m_engine->setStartAt(id, startAt);
}

void EngineTransferQueue::setRateLimit(TransferId id, qint64 bytesPerSecond)
{
    m_engine->setRateLimit(id, bytesPerSecond);
}

qint64 EngineTransferQueue::downloadLimit() const
{
    return m_engine->downloadLimit();
}

std::vector<TransferId> EngineTransferQueue::transfers() const
{
    return m_engine->transfers();
}

std::optional<Transfer> EngineTransferQueue::transfer(TransferId id) const
{
    return m_engine->transfer(id);
}

std::optional<Transfer> EngineTransferQueue::summary(TransferId id) const
{
    return m_engine->summary(id);
}

} // namespace hubdesk
