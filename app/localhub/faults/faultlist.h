// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/request.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <expected>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace hubdesk::localhub {

enum class FaultKind {
    Stall,
    Cut,
    Reset,
    Corrupt,
    Delay,
    Status,
    Expired,
    FullReply,
    Length,
    Etag
};

//! One ordered misbehaviour, as a test asked for it.
struct Fault
{
    qint64 id = 0;
    QByteArray match = "*";
    QByteArray method;
    std::optional<Port> port;
    FaultKind kind = FaultKind::Status;
    qint64 at = 0;
    bool atGiven = false;
    qint64 ms = 0;
    int status = 500;
    QJsonObject headers;
    qint64 times = 1;
    qint64 hits = 0;

    static std::expected<Fault, QString> fromJson(const QJsonObject &object);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool matches(const Request &request) const;
};

//! The faults in force. Thread-safe.
class FaultList
{
public:
    //! One object or an array of them; all are taken or none. Returns the new ids.
    std::expected<QJsonArray, QString> add(const QJsonValue &value);
    void clear();
    [[nodiscard]] QJsonArray toJson() const;

    //! The first fault of this kind in force for the request for which `applies` holds; counts a
    //! hit.
    std::optional<Fault> take(const Request &request, FaultKind kind,
                              const std::function<bool(const Fault &)> &applies = {});

private:
    mutable std::mutex m_mutex;
    std::vector<Fault> m_faults;
    qint64 m_nextId = 1;
};

} // namespace hubdesk::localhub
