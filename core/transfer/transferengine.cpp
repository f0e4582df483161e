// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferengine.h"

#include "core/transfer/transferengine_p.h"

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
    : QObject(parent),
      d(std::make_unique<Private>(this, std::move(config)))
{ }

TransferEngine::~TransferEngine() = default;

const EngineConfig &TransferEngine::config() const
{
    return d->m_config;
}

void TransferEngine::setConfig(const EngineConfig &config)
{
    d->m_config = config;
    d->setParallelFiles();
}

void TransferEngine::restore()
{
    for (Transfer &transfer : d->m_journal.load()) {
        if (d->find(transfer.id))
            continue;
        auto item = std::make_unique<Private::Item>();
        item->transfer = std::move(transfer);
        item->journaled = true;
        d->add(std::move(item));
    }
}

TransferId TransferEngine::addDownload(const DownloadRequest &request)
{
    auto item = std::make_unique<Private::Item>();
    Transfer &transfer = item->transfer;
    transfer.id = d->newId();
    transfer.request = request;
    transfer.request.files.removeDuplicates();
    transfer.createdAt = QDateTime::currentDateTimeUtc();
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
    if (auto *item = d->find(id))
        d->pause(*item);
}

void TransferEngine::resume(TransferId id)
{
    if (auto *item = d->find(id))
        d->resume(*item);
}

void TransferEngine::cancel(TransferId id)
{
    if (auto *item = d->find(id))
        d->cancel(*item);
}

void TransferEngine::retry(TransferId id)
{
    if (auto *item = d->find(id))
        d->retry(*item);
}

void TransferEngine::remove(TransferId id)
{
    d->remove(id);
}

void TransferEngine::pauseAll()
{
    for (const TransferId id : d->ids())
        pause(id);
}

void TransferEngine::resumeAll()
{
    for (const TransferId id : d->ids())
        resume(id);
}

void TransferEngine::removeFinished()
{
    for (const TransferId id : d->ids()) {
        const auto *item = d->find(id);
        if (item && item->transfer.state == TransferState::Finished)
            remove(id);
    }
}

void TransferEngine::reconnect()
{
    d->reconnect();
}

std::vector<TransferId> TransferEngine::transfers() const
{
    return d->ids();
}

std::optional<Transfer> TransferEngine::transfer(TransferId id) const
{
    const auto *item = d->find(id);
    return item ? std::optional(item->transfer) : std::nullopt;
}

bool TransferEngine::isIdle() const
{
    for (const auto &item : d->m_items) {
        const TransferState state = item->transfer.state;
        if (item->run != 0 || state == TransferState::Queued || isActive(state))
            return false;
    }
    return true;
}

void TransferEngine::stop()
{
    d->stop();
}

} // namespace hubdesk
