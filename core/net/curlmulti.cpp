// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/curlmulti.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace hubdesk {

namespace {

constexpr long kIdleConnections = 96; // kept for the next request
constexpr int kEventsAtOnce = 64;
// A steady stream would wake us for every few kilobytes. After a turn that brought nothing but more
// of it, or much of it, the next one is a moment later, when there is more to take: a third of the
// processor time. Where something ended, the next request must not wait long.
constexpr qint64 kPlenty = 64 * 1024; // bytes
constexpr qint64 kFlood = 512 * 1024; // bytes: nobody's receive buffer may get full
constexpr auto kBreath = std::chrono::milliseconds(1);
constexpr auto kLongBreath = std::chrono::milliseconds(4);

} // namespace

CurlMulti::CurlMulti()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_ready(m_epoll.get(), QSocketNotifier::Read),
      m_timer([this] {
          const auto self = shared_from_this();
          act(CURL_SOCKET_TIMEOUT, 0);
          dispatch();
      }),
      m_breath([this] { poll(); })
{
    // Safe from several threads at once since libcurl 7.84.
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(ready)
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlMulti::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlMulti::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kIdleConnections);
    connect(&m_ready, &QSocketNotifier::activated, this, &CurlMulti::poll);
    m_dispatchTimer.setSingleShot(true);
    m_dispatchTimer.setInterval(0);
    connect(&m_dispatchTimer, &QTimer::timeout, this, &CurlMulti::dispatch);
}

CurlMulti::~CurlMulti()
{
    m_ready.setEnabled(false);
    curl_multi_cleanup(m_multi);
}

void CurlMulti::add(CURL *easy, CurlListener *listener)
{
    curl_easy_setopt(easy, CURLOPT_PRIVATE, listener);
    curl_multi_add_handle(m_multi, easy); // sets the timer, so it begins in the event loop
}

void CurlMulti::remove(CURL *easy, CurlListener *listener)
{
    curl_multi_remove_handle(m_multi, easy);
    std::erase(m_changed, listener);
    std::erase(m_continuing, listener);
}

void CurlMulti::continueSoon(CurlListener *listener)
{
    if (!std::ranges::contains(m_continuing, listener))
        m_continuing.push_back(listener);
    if (!m_breath.isActive())
        m_breath.start(kBreath);
}

void CurlMulti::notify(CurlListener *listener)
{
    if (!std::ranges::contains(m_changed, listener))
        m_changed.push_back(listener);
    if (!m_isActing && !m_dispatchTimer.isActive())
        m_dispatchTimer.start();
}

int CurlMulti::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlMulti *>(self)->watch(socket, what);
    return 0;
}

int CurlMulti::onTimer(CURLM *, long milliseconds, void *self)
{
    auto *multi = static_cast<CurlMulti *>(self);
    if (milliseconds < 0)
        multi->m_timer.stop();
    else
        multi->m_timer.start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlMulti::watch(curl_socket_t socket, int what)
{
    if (what == CURL_POLL_REMOVE) {
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, socket, nullptr);
        return;
    }
    epoll_event event = {};
    event.events =
        ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0U) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0U);
    event.data.fd = socket;
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, socket, &event) != 0)
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, socket, &event);
}

void CurlMulti::poll()
{
    const auto self = shared_from_this(); // what follows may let go of the last request
    std::array<epoll_event, kEventsAtOnce> events = {};
    const int count = ::epoll_wait(m_epoll.get(), events.data(), kEventsAtOnce, 0);
    m_received = 0;
    m_endings = 0;
    m_isActing = true;
    for (; !m_continuing.empty(); m_continuing.pop_front())
        m_continuing.front()->goOn();
    m_isActing = false;
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events.at(static_cast<size_t>(i));
        int what = 0;
        if ((event.events & (EPOLLIN | EPOLLHUP)) != 0)
            what |= CURL_CSELECT_IN;
        if ((event.events & EPOLLOUT) != 0)
            what |= CURL_CSELECT_OUT;
        if ((event.events & EPOLLERR) != 0)
            what |= CURL_CSELECT_ERR;
        act(event.data.fd, what);
    }
    const bool mayWait = m_received >= kPlenty || (m_received > 0 && m_endings == 0);
    m_ready.setEnabled(!mayWait);
    if (mayWait)
        m_breath.start(m_received < kFlood && m_endings == 0 ? kLongBreath : kBreath);
    dispatch();
}

void CurlMulti::act(curl_socket_t socket, int events)
{
    int running = 0;
    m_isActing = true;
    curl_multi_socket_action(m_multi, socket, events, &running);
    collect();
    m_isActing = false;
}

void CurlMulti::collect()
{
    int left = 0;
    while (CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CurlListener *listener = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &listener);
        ++m_endings;
        listener->ended(message->data.result);
        notify(listener);
    }
}

void CurlMulti::dispatch()
{
    const auto self = shared_from_this();
    m_dispatchTimer.stop();
    // A listener may notify itself, remove others and start new requests: only those of now.
    for (size_t count = m_changed.size(); count > 0 && !m_changed.empty(); --count) {
        CurlListener *listener = m_changed.front();
        m_changed.pop_front();
        listener->changed();
    }
    if (!m_changed.empty() && !m_dispatchTimer.isActive())
        m_dispatchTimer.start();
}

} // namespace hubdesk
