// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/bodysource.h"
#include "app/localhub/server/connectionwatch.h"
#include "app/localhub/server/tokenbucket.h"

#include <memory>
#include <vector>

namespace hubdesk::localhub {

//! What is to be sent of a source, and where it goes wrong. Positions are bytes of the source.
struct BodyPlan
{
    std::shared_ptr<BodySource> source;
    qint64 begin = 0;
    qint64 length = 0;
    qint64 corruptAt = -1;
    qint64 stallAt = -1;
    qint64 stallMs = 0; //!< 0: until the client goes away
    qint64 cutAt = -1;
    qint64 resetAt = -1;
};

//! Hands the bytes of one reply to the connection, throttled and with the planned faults.
class BodyStream
{
public:
    BodyStream(BodyPlan plan, ConnectionWatch watch, std::vector<TokenBucket *> throttles);

    //! The next bytes for position `position` of the reply; -1: the connection is to be closed.
    qint64 next(qint64 position, char *to, qint64 max);
    //! Bytes known to have left for the client.
    [[nodiscard]] qint64 confirmed() const { return m_confirmed; }
    [[nodiscard]] qint64 handedOver() const { return m_handedOver; }
    [[nodiscard]] bool isComplete() const { return m_handedOver == m_plan.length; }
    [[nodiscard]] qint64 length() const { return m_plan.length; }

private:
    [[nodiscard]] qint64 untilFault(qint64 offset, qint64 wanted) const;
    [[nodiscard]] qint64 throttled(qint64 wanted);

    BodyPlan m_plan;
    ConnectionWatch m_watch;
    std::vector<TokenBucket *> m_throttles;
    qint64 m_confirmed = 0;
    qint64 m_handedOver = 0;
};

} // namespace hubdesk::localhub
