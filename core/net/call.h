// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace hubdesk {

//! The shared state behind a Call<T>. Made and finished by whoever does the work (HubClient,
//! Pager), dropped by the Call. Single-threaded: everything happens on the thread of the worker.
template <class T> struct CallState
{
    std::optional<Result<T>> result;
    std::function<void(Result<T>)> handler;
    QPointer<QObject> context;
    std::function<void()> abort; //!< Stops the work; may call finish() from inside.
    bool hasHandler = false;
    bool dropped = false;
    bool posted = false;
    bool finished = false;
};

//! One pending answer of the Hub. Move-only.
//!
//! - then() takes the one handler; it gets a Result<T> at most once, always from the event loop,
//!   never inside the caller or inside finish().
//! - cancel() stops the work and delivers ErrorKind::Canceled.
//! - Destroying or replacing the Call stops the work in silence: a member `m_search =
//! client.send(...)`
//!   is search-as-you-type, and a closing pane is never called back.
//! - When the context of then() is gone, the handler is never run.
template <class T> class Call
{
public:
    using State = CallState<T>;

    Call() = default;
    explicit Call(std::shared_ptr<State> state)
        : m_state(std::move(state))
    { }
    Call(Call &&other) noexcept
        : m_state(std::exchange(other.m_state, nullptr))
    { }
    Call &operator=(Call &&other) noexcept
    {
        if (this != &other) {
            drop();
            m_state = std::exchange(other.m_state, nullptr);
        }
        return *this;
    }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;
    ~Call() { drop(); }

    //! Registers the only handler; \a context lives on the worker's thread.
    template <class F> void then(QObject *context, F &&handler)
    {
        Q_ASSERT(m_state && !m_state->hasHandler && context);
        m_state->context = context;
        m_state->handler = std::forward<F>(handler);
        m_state->hasHandler = true;
        post(m_state);
    }

    //! Stops the work; the handler gets ErrorKind::Canceled. No effect after the end.
    void cancel()
    {
        if (!m_state || m_state->finished)
            return;
        const auto state = m_state; // the abort may destroy this Call
        if (const auto abort = std::exchange(state->abort, nullptr))
            abort();
        if (!state->finished)
            finish(state, failure(ErrorKind::Canceled, {}));
    }

    //! True from send() until the handler is about to run, so that nobody asks twice for an answer
    //! that is on its way; false once the call was dropped or its context is gone.
    [[nodiscard]] bool isPending() const
    {
        return m_state && (!m_state->finished || (m_state->handler && m_state->context));
    }

    //! For workers: records the result and delivers it from the event loop. Only the first one
    //! counts.
    static void finish(const std::shared_ptr<State> &state, Result<T> result)
    {
        if (state->finished)
            return;
        state->finished = true;
        state->abort = nullptr;
        if (state->dropped)
            return;
        state->result = std::move(result);
        post(state);
    }

    //! For workers: a call that is answered already (bad input, offline).
    static Call ready(Result<T> result)
    {
        auto state = std::make_shared<State>();
        finish(state, std::move(result));
        return Call(state);
    }

private:
    void drop()
    {
        if (!m_state)
            return;
        const auto state = std::exchange(m_state, nullptr);
        state->dropped = true;
        state->handler = nullptr;
        if (const auto abort = std::exchange(state->abort, nullptr))
            abort();
    }

    static void post(const std::shared_ptr<State> &state)
    {
        if (state->dropped || state->posted || !state->result || !state->hasHandler
            || !state->context)
            return;
        state->posted = true;
        QMetaObject::invokeMethod(
            state->context.data(),
            [state] {
                if (state->dropped || !state->context || !state->handler)
                    return;
                const auto handler = std::exchange(state->handler, nullptr);
                handler(std::move(*state->result));
            },
            Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state;
};

} // namespace hubdesk
