// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/request.h"

#include <QJsonArray>

#include <condition_variable>
#include <mutex>
#include <vector>

namespace hubdesk::localhub {

//! What was received and what was sent for it, in the order in which the replies ended.
//! Thread-safe.
class RequestLog
{
public:
    struct Entry
    {
        QByteArray method;
        QByteArray path;
        int status = 0;
        qint64 bytes = 0;
        QByteArray range;
        Port port = Port::Hub;
        bool authorization = false;
        bool proxyAuthorization = false;
        qint64 ms = 0;
    };

    void add(const Entry &entry);
    void clear();
    //! Waits for replies that were handed over completely and are just being closed, so that a
    //! client which has read a whole reply finds it here.
    [[nodiscard]] QJsonArray toJson();

    //! A reply was handed over completely; an `add` or `dropClosing` follows.
    void noteClosing();
    void dropClosing();

private:
    std::mutex m_mutex;
    std::condition_variable m_closed;
    std::vector<Entry> m_entries;
    int m_closing = 0;
};

} // namespace hubdesk::localhub
