// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/smallfiles.h"

#include "core/log/categories.h"
#include "core/transfer/segmentconnection.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hubdesk {

namespace {

using Outcome = SmallBlob::Outcome;

constexpr int kBatch = 32; // blobs: more at once would hardly be cheaper each
constexpr int kLow = 16; // blobs in stock: time for another batch
constexpr std::chrono::milliseconds kGather{10}; // for company on the way to the disk
constexpr std::chrono::milliseconds kTick{500};

} // namespace

SmallFiles::SmallFiles(FetchContext context, Handler handler, QObject *parent)
    : QObject(parent),
      m_context(std::move(context)),
      m_handler(std::move(handler)),
      m_disk(m_context.writer, m_context.marks, &m_stopping),
      m_backOff(m_context.session->config().retryDelay, -1)
{
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setInterval(kGather);
    connect(&m_gatherTimer, &QTimer::timeout, this, &SmallFiles::publishNow);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &SmallFiles::tick);
    m_holdTimer.setSingleShot(true);
    connect(&m_holdTimer, &QTimer::timeout, this, [this] {
        m_mayProbe = true;
        m_handler.changed();
    });
}

SmallFiles::~SmallFiles()
{
    m_context.connections->giveBackLocks(static_cast<int>(m_etags.size()));
    m_context.connections->giveBackMemory(m_unpublishedBytes);
}

void SmallFiles::run(SmallBatch batch, void (SmallFilesDisk::*work)(SmallBatch &) const,
                     void (SmallFiles::*then)(SmallBatch &))
{
    ++m_tasks;
    auto shared = std::make_shared<SmallBatch>(std::move(batch));
    m_context.pool->run([this, shared, work, then, mailbox = m_context.mailbox] {
        (m_disk.*work)(*shared);
        mailbox->post([this, shared, then] {
            --m_tasks;
            (this->*then)(*shared);
        });
    });
}

int SmallFiles::room() const
{
    const int ahead = static_cast<int>(m_stock.size());
    if (m_stopping || m_preparing || (m_isHeld && !m_mayProbe))
        return 0;
    if (m_isHeld)
        return m_requests.empty() && ahead == 0 ? 1 : 0;
    return ahead < kLow ? kBatch : 0;
}

size_t SmallFiles::add(std::span<const SmallBlob> blobs)
{
    const int wanted = std::min(room(), static_cast<int>(blobs.size()));
    const int taken = m_context.connections->takeLocks(wanted, m_etags.isEmpty() ? 1 : 0);
    if (taken <= 0)
        return 0;
    SmallBatch batch;
    batch.reserve(static_cast<size_t>(taken));
    for (const SmallBlob &blob : blobs.first(static_cast<size_t>(taken))) {
        m_etags.insert(blob.spec->etag);
        SmallBlob &added = batch.emplace_back();
        added.id = blob.id;
        added.spec = blob.spec;
    }
    m_preparing = batch.front().id;
    run(std::move(batch), &SmallFilesDisk::prepare, &SmallFiles::prepared);
    return static_cast<size_t>(taken);
}

void SmallFiles::prepared(SmallBatch &batch)
{
    m_preparing.reset();
    SmallBatch done;
    SmallBatch unused;
    for (SmallBlob &blob : batch) {
        if (blob.outcome != Outcome::Open)
            done.push_back(std::move(blob));
        else if (m_stopping || (m_isHeld && !m_mayProbe))
            unused.push_back(std::move(blob));
        else if (blob.spec->size == 0) // nothing to ask for
            arrived(std::move(blob));
        else
            m_stock.push_back(std::move(blob));
    }
    for (SmallBlob &blob : unused)
        blob.outcome = Outcome::Unused;
    release(std::move(unused));
    settle(done);
    publishSoon();
    m_handler.changed();
}

void SmallFiles::settle(SmallBatch &batch)
{
    if (batch.empty())
        return;
    for (const SmallBlob &blob : batch)
        m_etags.remove(blob.spec->etag);
    m_context.connections->giveBackLocks(static_cast<int>(batch.size()));
    m_handler.settled(batch);
}

std::optional<size_t> SmallFiles::next() const
{
    return m_stock.empty() ? m_preparing : m_stock.front().id;
}

bool SmallFiles::mayStart() const
{
    // When the disk is slow, each job still brings a blob at a time.
    if (m_stopping || m_stock.empty()
        || (m_unpublishedBytes > 0 && m_context.connections->isMemoryFull()))
        return false;
    return !m_isHeld || (m_mayProbe && m_requests.empty());
}

//! Who may be asked for it now.
bool SmallFiles::hasMirror(const BlobSpec &spec) const
{
    return spec.isPublic && m_context.mirrors
        && m_context.mirrors->isAnyReady(m_context.tuning.mirrors,
                                         std::chrono::steady_clock::now());
}

bool SmallFiles::leavesToMirrors(const BlobSpec &spec) const
{
    return m_isHeld && !m_stopping && hasMirror(spec);
}

//! The first one is granted as to any file.
bool SmallFiles::takeConnection()
{
    if (m_requests.empty()) {
        m_context.connections->takeFirst();
        return true;
    }
    const bool isTaken = m_context.connections->takeMore();
    if (!isTaken)
        m_context.connections->callWhenFree();
    return isTaken;
}

std::optional<size_t> SmallFiles::startNext()
{
    // Somebody else has found out already that the endpoint is in trouble.
    if (!m_isHeld && !m_stock.empty() && hasMirror(*m_stock.front().spec)
        && m_context.mirrors->isResting(m_context.session->config().endpoint,
                                        std::chrono::steady_clock::now()))
        hold({});
    if (!mayStart() || !takeConnection())
        return std::nullopt;
    SmallBlob blob = std::move(m_stock.front());
    m_stock.pop_front();
    const size_t id = blob.id;
    open(std::move(blob));
    return id;
}

void SmallFiles::release(SmallBatch batch)
{
    if (!batch.empty())
        run(std::move(batch), &SmallFilesDisk::release, &SmallFiles::settle);
}

void SmallFiles::arrived(SmallBlob blob)
{
    ++m_unpublished;
    m_unpublishedBytes += blob.spec->size;
    m_context.connections->takeMemory(blob.spec->size);
    m_arrived.push_back(std::move(blob));
}

//! In company, unless nothing else is on its way.
void SmallFiles::publishSoon()
{
    const bool isLast = m_requests.empty() && m_stock.empty() && !m_preparing;
    if (m_arrived.empty())
        return;
    if (isLast || m_stopping || m_arrived.size() >= kBatch)
        publishNow();
    else if (!m_gatherTimer.isActive())
        m_gatherTimer.start();
}

void SmallFiles::publishNow()
{
    m_gatherTimer.stop();
    if (!m_arrived.empty())
        run(std::exchange(m_arrived, {}), &SmallFilesDisk::publish, &SmallFiles::published);
}

void SmallFiles::published(SmallBatch &batch)
{
    for (SmallBlob &blob : batch) {
        --m_unpublished;
        m_unpublishedBytes -= blob.spec->size;
        m_context.connections->giveBackMemory(blob.spec->size);
        if (blob.outcome == Outcome::Fetched)
            continue;
        // Of a full disk's dozen one is enough to find out, but that one it takes, whatever else is
        // in trouble.
        blob.outcome = m_stopping       ? Outcome::Unused
            : !m_diskTroubles.isEmpty() ? Outcome::Later
                                        : Outcome::Trouble;
        if (blob.outcome == Outcome::Trouble) {
            ++m_troubles;
            m_diskTroubles.insert(blob.id);
        }
        hold({});
    }
    settle(batch);
}

//! Nothing more is asked for until the trouble is over, but for a look at it now and then.
void SmallFiles::hold(const Error &error)
{
    m_isHeld = true;
    m_mayProbe = false;
    if (!m_stopping && (!m_holdTimer.isActive() || error.retryAfter >= 0)) {
        std::chrono::milliseconds wait(std::max(0, m_holdTimer.remainingTime()));
        if (m_context.mirrors)
            wait = std::max(wait,
                            m_context.mirrors->restLeft(m_context.session->config().endpoint,
                                                        std::chrono::steady_clock::now()));
        m_holdTimer.start(std::max(wait, *m_backOff.next(error))); // it never gives up
    }
    SmallBatch unused(std::move_iterator(m_stock.begin()), std::move_iterator(m_stock.end()));
    m_stock.clear();
    for (SmallBlob &blob : unused)
        blob.outcome = Outcome::Unused;
    release(std::move(unused));
}

void SmallFiles::goOn()
{
    m_isHeld = m_mayProbe = false;
    m_holdTimer.stop();
    m_backOff.reset();
    m_handler.changed();
}

void SmallFiles::troubleEnded(size_t id, bool endpointWorks)
{
    m_diskTroubles.remove(id);
    // What a mirror brought, or was there already, says nothing about the endpoint.
    if (--m_troubles == 0 && endpointWorks && !m_stopping)
        goOn();
}

void SmallFiles::stop()
{
    if (m_stopping.exchange(true))
        return;
    m_holdTimer.stop();
    m_tick.stop();
    SmallBatch unused(std::move_iterator(m_stock.begin()), std::move_iterator(m_stock.end()));
    m_stock.clear();
    while (!m_requests.empty())
        unused.push_back(close(std::prev(m_requests.end())));
    for (SmallBlob &blob : unused)
        blob.outcome = Outcome::Unused;
    release(std::move(unused));
    publishNow();
}

bool SmallFiles::isIdle() const
{
    return m_tasks == 0 && m_stock.empty() && m_requests.empty() && m_arrived.empty();
}

} // namespace hubdesk
