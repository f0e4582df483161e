// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/exchange.h"

namespace hubdesk::localhub {

Exchange::Exchange(const char *target)
{
    const QByteArray raw(target);
    const qsizetype mark = raw.indexOf('?');
    request.rawPath = mark < 0 ? raw : raw.first(mark);
    if (mark >= 0) {
        request.rawQuery = raw.sliced(mark + 1);
        request.query = Query(request.rawQuery);
    }
    clock.start();
}

void Exchange::noteClosing()
{
    if (!log || noted)
        return;
    noted = true;
    log->noteClosing();
}

RequestLog::Entry Exchange::logEntry(bool complete) const
{
    RequestLog::Entry entry;
    entry.method = request.method;
    entry.path = request.rawTarget();
    entry.status = status;
    entry.range = request.header("range");
    entry.port = request.port;
    entry.authorization = !request.header("authorization").isEmpty();
    entry.proxyAuthorization = !request.header("proxy-authorization").isEmpty();
    entry.ms = clock.elapsed();
    if (stream && request.method != "HEAD")
        entry.bytes = complete ? stream->handedOver() : stream->confirmed();
    return entry;
}

} // namespace hubdesk::localhub
