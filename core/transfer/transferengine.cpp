// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine.h"

#include "core/transfer/transferengine_p.h"
#include "core/transfer/wallclock.h"

#include <optional>

namespace hubdesk {

namespace {

//! What is wrong with \a request, in the user's words.
std::optional<Error> problemOf(const DownloadRequest &request)
{
    if (const auto id = RepoId::make(request.repo.type, request.repo.id); !id)
        return id.error();
    if (const auto revision = checkRevision(request.revision); !revision)
        return revision.error();
    for (const QString &file : request.files) {
        if (const auto path = checkFilePath(file); !path)
            return path.error();
    }
    return std::nullopt;
}

} // namespace

TransferEngine::TransferEngine(EngineConfig config, QObject *parent)
    : QObject(parent)
{
    d = std::make_unique<Private>(this, std::move(config), new WallClock(this));
}

TransferEngine::TransferEngine(EngineConfig config, WallClock *clock, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, std::move(config), clock))
{ }

TransferEngine::~TransferEngine() = default;

const EngineConfig &TransferEngine::config() const
{
    return d->m_config;
}

void TransferEngine::setConfig(const EngineConfig &config)
{
    d->m_config = config;
    d->configChanged();
}

void TransferEngine::setSleepInhibitor(SleepInhibitor *inhibitor)
{
    d->setInhibitor(inhibitor);
}

void TransferEngine::restore()
{
    d->restore();
}

TransferId TransferEngine::addDownload(const DownloadRequest &request,
                                       const TransferOptions &options)
{
    auto item = std::make_unique<Private::Item>();
    Transfer &transfer = item->transfer;
    transfer.id = d->newId();
    transfer.request = request;
    transfer.request.files.removeDuplicates();
    transfer.priority = options.priority;
    transfer.rateLimit = options.rateLimit;
    transfer.startAt = options.startAt.toUTC();
    transfer.cacheRoot = options.cacheRoot;
    transfer.expectedBytes = options.expectedBytes;
    transfer.createdAt = QDateTime::currentDateTimeUtc();
    transfer.accountId = d->m_config.accountId;
    transfer.endpoint = d->m_config.client.endpoint;
    transfer.error = problemOf(request);
    if (transfer.error) {
        transfer.state = TransferState::Failed;
        transfer.finishedAt = transfer.createdAt;
    }
    const TransferId id = transfer.id;
    d->add(std::move(item));
    return id;
}

void TransferEngine::pause(TransferId id)
{
    d->order(id, &Private::pause);
}

void TransferEngine::resume(TransferId id)
{
    d->order(id, &Private::resume);
}

void TransferEngine::cancel(TransferId id)
{
    d->order(id, &Private::cancel);
}

void TransferEngine::retry(TransferId id)
{
    d->order(id, &Private::retry);
}

void TransferEngine::remove(TransferId id)
{
    d->remove({id});
}

void TransferEngine::pauseAll()
{
    for (const TransferId id : transfers())
        pause(id);
}

void TransferEngine::resumeAll()
{
    for (const TransferId id : transfers())
        resume(id);
}

void TransferEngine::removeFinished()
{
    std::vector<TransferId> finished;
    for (const TransferId id : d->m_order.ids()) {
        const auto *item = d->find(id);
        if (item && item->transfer.state == TransferState::Finished)
            finished.push_back(id);
    }
    d->remove(finished);
}

void TransferEngine::retryFailed()
{
    for (const TransferId id : transfers()) {
        const auto *item = d->find(id);
        if (item && item->transfer.state == TransferState::Failed)
            retry(id);
    }
}

void TransferEngine::move(const std::vector<TransferId> &ids, TransferId before)
{
    d->move(ids, before);
}

void TransferEngine::setPriority(TransferId id, TransferPriority priority)
{
    if (auto *item = d->find(id))
        d->setPriority(*item, priority);
}

void TransferEngine::setStartAt(TransferId id, const QDateTime &startAt)
{
    if (auto *item = d->find(id))
        d->setStartAt(*item, startAt);
}

void TransferEngine::setRateLimit(TransferId id, qint64 bytesPerSecond)
{
    if (auto *item = d->find(id))
        d->setRateLimit(*item, bytesPerSecond);
}

qint64 TransferEngine::downloadLimit() const
{
    return d->m_moment.downloadLimit;
}

qint64 TransferEngine::uploadLimit() const
{
    return d->m_moment.uploadLimit;
}

void TransferEngine::networkChanged()
{
    d->reconnect();
}

void TransferEngine::wokeUp()
{
    d->reconnect();
}

std::vector<TransferId> TransferEngine::transfers() const
{
    return d->m_order.ids();
}

std::optional<Transfer> TransferEngine::transfer(TransferId id) const
{
    auto *item = d->find(id);
    if (!item)
        return std::nullopt;
    item->collect();
    return item->transfer;
}

std::optional<Transfer> TransferEngine::summary(TransferId id) const
{
    auto *item = d->find(id);
    if (!item)
        return std::nullopt;
    // Out of the way of the copy.
    std::vector<TransferFile> files;
    files.swap(item->transfer.files);
    std::optional<Transfer> copy(item->transfer);
    files.swap(item->transfer.files);
    return copy;
}

bool TransferEngine::isIdle() const
{
    return d->isIdle();
}

void TransferEngine::stop()
{
    d->stop();
}

} // namespace hubdesk
