// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/bodystream.h"
#include "app/localhub/server/request.h"
#include "app/localhub/server/requestlog.h"

#include <QElapsedTimer>

#include <memory>

namespace hubdesk::localhub {

//! One request and its reply while they are on the wire.
struct Exchange
{
    explicit Exchange(const char *target);

    //! The entry for the log; `complete` says that the reply went out to its end.
    [[nodiscard]] RequestLog::Entry logEntry(bool complete) const;

    //! Everything was handed over: the log may wait for the end of this exchange.
    void noteClosing();

    Request request;
    bool headersSeen = false;
    bool tooLarge = false;
    RequestLog *log = nullptr; //!< null for requests that are not logged
    bool noted = false; //!< counted in the log as closing
    int status = 0;
    std::unique_ptr<BodyStream> stream;
    QElapsedTimer clock;
};

} // namespace hubdesk::localhub
