// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/faults/faultlist.h"
#include "app/localhub/server/bodystream.h"
#include "app/localhub/server/request.h"
#include "app/localhub/server/response.h"

#include <functional>

namespace hubdesk::localhub {

//! A reply ready for the wire.
struct WireReply
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    BodyPlan body;
    bool abandoned = false; //!< the client went away or the server stops: close
};

//! What every request passes on its way to the handler and back: delays, faults, ranges and the
//! headers that every reply has. Thread-safe.
class Pipeline
{
public:
    using Handler = std::function<Response(const Request &)>;

    Pipeline(Handler handler, FaultList &faults, qint64 latencyMs);

    [[nodiscard]] WireReply run(const Request &request, const ConnectionWatch &watch);
    //! Requests of the test interface are neither logged nor delayed nor faulted.
    [[nodiscard]] static bool isControl(const Request &request);

private:
    [[nodiscard]] Response respond(const Request &request);
    void applyRange(const Request &request, Response &response, WireReply &reply);
    void planFaults(const Request &request, const Response &response, WireReply &reply);

    Handler m_handler;
    FaultList &m_faults;
    qint64 m_latencyMs;
};

} // namespace hubdesk::localhub
