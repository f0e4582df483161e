// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/requestlog.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {
constexpr std::chrono::milliseconds kClosingPatience{500};
} // namespace

void RequestLog::add(const Entry &entry)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.push_back(entry);
}

void RequestLog::clear()
{
    std::unique_lock lock(m_mutex);
    m_closed.wait_for(lock, kClosingPatience, [this] { return m_closing == 0; });
    m_entries.clear();
}

QJsonArray RequestLog::toJson()
{
    std::unique_lock lock(m_mutex);
    m_closed.wait_for(lock, kClosingPatience, [this] { return m_closing == 0; });
    QJsonArray all;
    for (const Entry &entry : m_entries) {
        QJsonObject object{
            {u"method"_s, QString::fromLatin1(entry.method)},
            {u"path"_s, QString::fromUtf8(entry.path)},
            {u"status"_s, entry.status},
            {u"bytes"_s, entry.bytes},
            {u"range"_s, entry.range.isEmpty() ? QJsonValue() : QString::fromLatin1(entry.range)},
            {u"port"_s, portName(entry.port)},
            {u"authorization"_s, entry.authorization},
            {u"ms"_s, entry.ms}};
        // Anywhere else it has no business to be, so it is told there only when it came.
        if (entry.port == Port::Proxy || entry.proxyAuthorization)
            object[u"proxy_authorization"] = entry.proxyAuthorization;
        all.append(object);
    }
    return all;
}

void RequestLog::noteClosing()
{
    const std::scoped_lock lock(m_mutex);
    ++m_closing;
}

void RequestLog::dropClosing()
{
    const std::scoped_lock lock(m_mutex);
    --m_closing;
    m_closed.notify_all();
}

} // namespace hubdesk::localhub
