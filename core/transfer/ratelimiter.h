// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/ratetimer.h"

#include <QtTypes>

#include <functional>
#include <list>
#include <memory>

namespace hubdesk {

//! A limit of bytes per second that many share: a token bucket. Limits nest: one for everything and
//! below it one for each job; a byte counts in all of them. Each direction has a tree of its own.
//!
//! Belongs to one thread, the transfer thread: nothing here locks. A limiter may be destroyed
//! before its takers; they then obey the last rate that it had.
//!
//! How the pump of a connection uses it:
//! \code
//!   RateLimiter::Taker m_taker{context.limiter, [this] { pump(); }};
//!   void pump() // when bytes arrived, and from the taker's handler
//!   {
//!       while (const qint64 there = m_reply->bytesAvailable()) {
//!           const qint64 allowed = m_taker.take(std::min(there, kPiece));
//!           if (allowed == 0)
//!               return; // the handler calls pump() again
//!           consume(m_reply->read(allowed));
//!       }
//!   }
//! \endcode
//! What is not taken stays in the socket, whose buffer has to be small (setReadBufferSize()): TCP
//! slows the server down then. A taker that isWaiting() is held up by us and not by the server; a
//! watchdog must not count that time.
class RateLimiter
{
    struct Tree;
    struct Node;

public:
    //! One of those who share: a connection. At most one handler call for each time that take()
    //! gave 0.
    class Taker
    {
    public:
        //! \a ready is called when take() gave 0 and there is something again; call take() from
        //! there, or be forgotten until the next take(). It may destroy takers, this one included.
        //! \a limiter: null lets everything pass.
        Taker(RateLimiter *limiter, std::function<void()> ready);
        ~Taker();
        Taker(const Taker &) = delete;
        Taker &operator=(const Taker &) = delete;

        //! How many of \a wanted bytes may be moved now; they count as moved. Ask for no more than
        //! can be moved at once. 0: the handler will be called.
        [[nodiscard]] qint64 take(qint64 wanted);
        [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

    private:
        friend class RateLimiter;

        [[nodiscard]] std::shared_ptr<Node> limitAbove() const;

        std::shared_ptr<Node> m_node;
        std::function<void()> m_ready;
        std::list<Taker *>::iterator m_place; // in the queue, while waiting
        std::shared_ptr<Node> m_blockedAt; // the limit that had nothing left
        qint64 m_wanted = 0; // bytes, last time
        qint64 m_rest = 0; // bytes of its share that it has not had yet
        bool m_isWaiting = false;
    };

    //! The limit of a whole direction. \a timer: for tests.
    explicit RateLimiter(std::unique_ptr<RateTimer> timer = {});
    //! A limit below \a parent, which must not be null.
    explicit RateLimiter(const RateLimiter *parent);
    ~RateLimiter();
    RateLimiter(const RateLimiter &) = delete;
    RateLimiter &operator=(const RateLimiter &) = delete;

    //! In force with the next byte. 0: no limit here.
    void setRate(qint64 bytesPerSecond);
    [[nodiscard]] qint64 rate() const; //!< bytes/s
    //! The same as taker.take().
    [[nodiscard]] qint64 take(Taker &taker, qint64 wanted) { return taker.take(wanted); }

    //! What may be moved at once after a rest: 100 ms of the rate, at least 16 KiB.
    [[nodiscard]] static qint64 burst(qint64 bytesPerSecond);

private:
    std::shared_ptr<Node> m_node;
};

} // namespace hubdesk
