// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/filedescriptor.h"
#include "core/net/timerdescriptor.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <curl/curl.h>

#include <deque>
#include <memory>

namespace hubdesk {

//! Hears of one request of a CurlMulti, always from the event loop and never from inside libcurl,
//! so that it may do what it likes, its own end included.
class CurlListener
{
public:
    virtual ~CurlListener() = default;
    //! Something of what libcurl's callbacks noted is new.
    virtual void changed() = 0;
    //! Nothing follows. Called from inside libcurl: only to be noted.
    virtual void ended(CURLcode code) = 0;
    //! The time that continueSoon() asked for has come. Bytes may arrive inside.
    virtual void goOn() = 0;
};

//! libcurl's multi interface in Qt's event loop: its connections, its sockets and its timer. No
//! thread of its own; lives, like everything that uses it, on one thread with an event loop. Keep
//! it in a shared_ptr: the last request may be its last owner.
class CurlMulti : public QObject, public std::enable_shared_from_this<CurlMulti>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlMulti)

public:
    CurlMulti();
    //! All requests must have been removed.
    ~CurlMulti() override;

    //! Starts the request of \a easy, whose CURLOPT_PRIVATE is \a listener. Neither is owned.
    void add(CURL *easy, CurlListener *listener);
    //! Ends it, finished or not; \a listener is not called any more. Not from inside libcurl.
    void remove(CURL *easy, CurlListener *listener);
    //! changed() of \a listener is called soon. From inside libcurl, too.
    void notify(CurlListener *listener);
    //! goOn() of \a listener is called with the next turn.
    void continueSoon(CurlListener *listener);
    //! Bytes came, inside libcurl.
    void received(qint64 bytes) { m_received += bytes; }

private:
    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *data);
    static int onTimer(CURLM *multi, long milliseconds, void *self);

    void watch(curl_socket_t socket, int what);
    void poll();
    void act(curl_socket_t socket, int events);
    void collect();
    void dispatch();

    CURLM *m_multi;
    FileDescriptor m_epoll; // knows all sockets, so that Qt need not
    QSocketNotifier m_ready;
    std::deque<CurlListener *> m_changed; // each at most once
    std::deque<CurlListener *> m_continuing; // likewise
    TimerDescriptor m_timer;
    TimerDescriptor m_breath;
    QTimer m_dispatchTimer;
    qint64 m_received = 0; // bytes of this turn
    int m_endings = 0; // of this turn
    bool m_isActing = false;
};

} // namespace hubdesk
