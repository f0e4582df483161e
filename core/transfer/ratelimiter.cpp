// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/ratelimiter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace hubdesk {

namespace {

constexpr double kMicrosecondsASecond = 1'000'000;
constexpr qint64 kLeastBurst = 16 * 1024; // bytes
// Less than this is not worth a wake-up, more would be felt as stuttering: 20 ms of the rate.
constexpr qint64 kLeastPiece = 1024; // bytes
constexpr qint64 kMostPiece = 64 * 1024; // bytes
constexpr qint64 kLeastDelay = 2000; // microseconds between two rounds

qint64 piece(qint64 rate)
{
    return std::clamp(rate / 50, kLeastPiece, kMostPiece);
}

} // namespace

//! One limit. Takers and nodes below hold it, so it lives as long as anybody counts on it.
struct RateLimiter::Node
{
    std::shared_ptr<Tree> tree;
    std::shared_ptr<Node> parent;
    qint64 rate = 0; // bytes/s; 0: none
    double tokens = 0; // bytes that may be moved now
    qint64 filledAt = 0; // microseconds
    int waiting = 0; // takers here and below
    int blocked = 0; // those of them for which it was this node that had nothing
    quint64 round = 0; // for which `share` was worked out
    qint64 share = 0; // bytes for each taker in that round

    void refill(qint64 now)
    {
        if (rate > 0)
            tokens = std::min(static_cast<double>(burst(rate)),
                              tokens
                                  + static_cast<double>(now - filledAt) * static_cast<double>(rate)
                                      / kMicrosecondsASecond);
        filledAt = now;
    }
    //! What has to be there before a taker that wants \a wanted gets anything.
    [[nodiscard]] double needed(qint64 wanted) const
    {
        return static_cast<double>(std::min(wanted, piece(rate)));
    }
    [[nodiscard]] bool isEnough(qint64 wanted) const
    {
        return rate == 0 || tokens >= needed(wanted);
    }
    //! Microseconds until isEnough().
    [[nodiscard]] qint64 delay(qint64 wanted) const
    {
        if (isEnough(wanted))
            return 0;
        return static_cast<qint64>(std::ceil((needed(wanted) - tokens) * kMicrosecondsASecond
                                             / static_cast<double>(rate)));
    }
};

//! The queue of all takers below one root, in the order in which they are served.
struct RateLimiter::Tree : std::enable_shared_from_this<Tree>
{
    std::unique_ptr<RateTimer> timer;
    std::list<Taker *> queue;
    std::list<Taker *>::iterator cursor = queue.end(); // of a round under way
    qint64 dueAt = -1; // microseconds; -1: the timer does not run
    const Taker *turn = nullptr; // is being called and may take
    qint64 budget = 0; // bytes that it may still take
    quint64 rounds = 0;

    //! The first limit above \a taker that has not enough for it.
    std::shared_ptr<Node> obstacle(const Taker *taker) const
    {
        const qint64 now = timer->now();
        for (auto node = taker->m_node; node; node = node->parent) {
            node->refill(now);
            if (!node->isEnough(taker->m_wanted))
                return node;
        }
        return nullptr;
    }

    void setObstacle(Taker *taker, std::shared_ptr<Node> node)
    {
        if (taker->m_blockedAt)
            --taker->m_blockedAt->blocked;
        taker->m_blockedAt = std::move(node);
        if (taker->m_blockedAt)
            ++taker->m_blockedAt->blocked;
    }

    void enter(Taker *taker, std::shared_ptr<Node> node, bool isFirst = false)
    {
        if (!std::exchange(taker->m_isWaiting, true)) {
            taker->m_place = queue.insert(isFirst ? queue.begin() : queue.end(), taker);
            for (auto *each = taker->m_node.get(); each; each = each->parent.get())
                ++each->waiting;
        }
        setObstacle(taker, std::move(node));
        arm(taker);
    }

    void leave(Taker *taker)
    {
        if (!std::exchange(taker->m_isWaiting, false))
            return;
        if (cursor == taker->m_place)
            ++cursor;
        queue.erase(taker->m_place);
        for (auto *each = taker->m_node.get(); each; each = each->parent.get())
            --each->waiting;
        setObstacle(taker, nullptr);
    }

    //! Sees to it that there is a round when \a taker can be served.
    void arm(const Taker *taker)
    {
        qint64 delay = kLeastDelay;
        for (auto *node = taker->m_node.get(); node; node = node->parent.get())
            delay = std::max(delay, node->delay(taker->m_wanted));
        armIn(delay);
    }

    void armIn(qint64 microseconds)
    {
        const qint64 due = timer->now() + microseconds;
        if (dueAt >= 0 && dueAt <= due)
            return;
        dueAt = due;
        timer->start(microseconds);
    }

    //! What each taker below a limit gets in this round: the same for the first and for the last.
    void setShares(const Taker *taker) const
    {
        for (auto *node = taker->m_node.get(); node; node = node->parent.get()) {
            if (std::exchange(node->round, rounds) != rounds)
                node->share =
                    std::max(piece(node->rate), static_cast<qint64>(node->tokens) / node->waiting);
        }
    }

    //! Bytes that \a taker may take in its turn.
    [[nodiscard]] static qint64 share(const Taker *taker)
    {
        qint64 least = std::numeric_limits<qint64>::max();
        for (auto *node = taker->m_node.get(); node; node = node->parent.get())
            least = node->rate > 0 ? std::min(least, node->share) : least;
        return least;
    }

    //! Lets those who wait take their share, each once, in the order of the queue.
    void round()
    {
        const auto self = shared_from_this(); // a handler may destroy all who hold us
        dueAt = -1;
        ++rounds;
        size_t left = queue.size();
        for (cursor = queue.begin(); left > 0 && cursor != queue.end(); --left) {
            Taker *taker = *cursor;
            if (auto node = obstacle(taker)) {
                const bool isRoot = !node->parent;
                setObstacle(taker, std::move(node));
                if (isRoot)
                    break; // nobody behind it may be faster
                ++cursor;
                continue;
            }
            setShares(taker);
            leave(taker);
            turn = taker;
            const qint64 rest = std::exchange(taker->m_rest, 0);
            budget = rest > 0 ? std::min(rest, share(taker)) : share(taker);
            const auto ready = taker->m_ready; // survives the taker
            ready();
            turn = nullptr;
        }
        cursor = queue.end();
        for (const Taker *taker : queue) {
            arm(taker);
            if (!taker->m_blockedAt->parent)
                break;
        }
    }
};

RateLimiter::Taker::Taker(RateLimiter *limiter, std::function<void()> ready)
    : m_node(limiter ? limiter->m_node : nullptr),
      m_ready(std::move(ready))
{ }

RateLimiter::Taker::~Taker()
{
    if (!m_node)
        return;
    m_node->tree->leave(this);
    if (m_node->tree->turn == this)
        m_node->tree->turn = nullptr;
}

qint64 RateLimiter::Taker::take(qint64 wanted)
{
    if (wanted <= 0 || !m_node)
        return std::max<qint64>(0, wanted);
    Tree &tree = *m_node->tree;
    m_wanted = wanted;
    const bool isTurn = tree.turn == this;
    if (!isTurn) {
        // Nobody is overtaken who waits for the same limit.
        for (auto node = m_node; node; node = node->parent) {
            if (node->rate > 0 && node->blocked > 0) {
                tree.enter(this, m_isWaiting ? m_blockedAt : node);
                return 0;
            }
        }
    }
    auto obstacle = tree.obstacle(this);
    // A turn is over when the share is used up. Until then the taker stays in front, or those who
    // take small pieces would get less.
    const bool isOver = isTurn && tree.budget <= 0;
    if (isOver && !obstacle)
        obstacle = limitAbove();
    if (obstacle) {
        const bool isFirst = isTurn && !isOver;
        m_rest = isFirst ? tree.budget : m_rest;
        if (isTurn)
            tree.turn = nullptr;
        tree.enter(this, std::move(obstacle), isFirst);
        return 0;
    }
    qint64 allowed = isTurn ? std::min(wanted, tree.budget) : wanted;
    for (const Node *node = m_node.get(); node; node = node->parent.get()) {
        if (node->rate > 0)
            allowed = std::min(allowed, static_cast<qint64>(node->tokens));
    }
    for (Node *node = m_node.get(); node; node = node->parent.get()) {
        if (node->rate > 0)
            node->tokens -= static_cast<double>(allowed);
    }
    if (isTurn)
        tree.budget -= allowed;
    tree.leave(this);
    return allowed;
}

std::shared_ptr<RateLimiter::Node> RateLimiter::Taker::limitAbove() const
{
    auto node = m_node;
    while (node->parent && node->rate == 0)
        node = node->parent;
    return node;
}

RateLimiter::RateLimiter(std::unique_ptr<RateTimer> timer)
    : m_node(std::make_shared<Node>())
{
    auto tree = std::make_shared<Tree>();
    tree->timer = timer ? std::move(timer) : std::make_unique<SteadyRateTimer>();
    tree->timer->fired = [raw = tree.get()] { raw->round(); };
    m_node->tree = std::move(tree);
}

RateLimiter::RateLimiter(const RateLimiter *parent)
    : m_node(std::make_shared<Node>())
{
    m_node->tree = parent->m_node->tree;
    m_node->parent = parent->m_node;
    m_node->filledAt = m_node->tree->timer->now();
}

RateLimiter::~RateLimiter() = default;

void RateLimiter::setRate(qint64 bytesPerSecond)
{
    Tree &tree = *m_node->tree;
    const qint64 rate = std::max<qint64>(0, bytesPerSecond);
    if (rate == m_node->rate)
        return;
    m_node->refill(tree.timer->now());
    // A new limit begins without a burst.
    m_node->tokens =
        m_node->rate == 0 ? 0 : std::min(m_node->tokens, static_cast<double>(burst(rate)));
    m_node->rate = rate;
    if (!tree.queue.empty()) {
        tree.dueAt = -1;
        tree.armIn(0);
    }
}

qint64 RateLimiter::rate() const
{
    return m_node->rate;
}

qint64 RateLimiter::burst(qint64 bytesPerSecond)
{
    return std::max(kLeastBurst, bytesPerSecond / 10);
}

} // namespace hubdesk
