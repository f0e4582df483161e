// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/pipeline.h"

#include "app/localhub/server/byterange.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

QByteArray requestId(const Request &request)
{
    const QByteArray hex = QUuid::createUuid().toString(QUuid::Id128).toLatin1();
    QByteArray trace = request.header("x-request-id");
    if (trace.isEmpty())
        trace = request.header("x-amzn-trace-id");
    if (trace.isEmpty())
        trace = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return "Root=1-" + hex.first(8) + '-' + hex.sliced(8) + ';' + trace;
}

void addCommonHeaders(const Request &request, Response &response)
{
    if (request.port == Port::Cdn)
        return;
    response.setHeader("X-Powered-By", "huggingface-moon");
    response.setHeader("X-Request-Id", requestId(request));
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Vary", "Origin");
    response.setHeader("Access-Control-Expose-Headers",
                       "X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,"
                       "Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag");
}

QByteArray changedEtag(QByteArray etag)
{
    for (char &c : etag) {
        if (c >= '0' && c <= '9')
            c = static_cast<char>('9' - (c - '0'));
        else if (c >= 'a' && c <= 'f')
            c = static_cast<char>('f' - (c - 'a'));
    }
    return etag;
}

WireReply abandoned()
{
    WireReply reply;
    reply.abandoned = true;
    return reply;
}

Response orderedStatus(const Fault &fault)
{
    const QString text = u"Fault %1: status %2"_s.arg(fault.id).arg(fault.status);
    Response reply = Response::json(QJsonObject{{u"error"_s, text}}, fault.status);
    for (const QString &name : fault.headers.keys())
        reply.setHeader(name.toLatin1(), fault.headers[name].toVariant().toString().toUtf8());
    return reply;
}

} // namespace

Pipeline::Pipeline(Handler handler, FaultList &faults, qint64 latencyMs)
    : m_handler(std::move(handler)),
      m_faults(faults),
      m_latencyMs(latencyMs)
{ }

bool Pipeline::isControl(const Request &request)
{
    return request.port == Port::Hub && request.rawPath.startsWith("/_localhub/");
}

WireReply Pipeline::run(const Request &request, const ConnectionWatch &watch)
{
    const bool control = isControl(request);
    if (!control) {
        qint64 delay = m_latencyMs;
        if (const auto fault = m_faults.take(request, FaultKind::Delay))
            delay += fault->ms;
        if (delay > 0 && !watch.wait(delay))
            return abandoned();
    }
    Response response = control ? m_handler(request) : respond(request);
    addCommonHeaders(request, response);

    WireReply reply;
    reply.status = response.status;
    if (response.body) {
        reply.body.source = response.body;
        reply.body.length = response.body->size();
    }
    if (response.fileContent && response.status == 200)
        applyRange(request, response, reply);
    if (!control)
        planFaults(request, response, reply);
    reply.headers = response.headers;
    return reply;
}

Response Pipeline::respond(const Request &request)
{
    if (const auto fault = m_faults.take(request, FaultKind::Status))
        return orderedStatus(*fault);
    Response response = m_handler(request);
    if (response.status < 400
        && !(response.header("ETag") + response.header("X-Linked-Etag")).isEmpty()
        && m_faults.take(request, FaultKind::Etag)) {
        for (auto &[name, value] : response.headers) {
            if (name.compare("ETag", Qt::CaseInsensitive) == 0
                || name.compare("X-Linked-Etag", Qt::CaseInsensitive) == 0)
                value = changedEtag(value);
        }
    }
    return response;
}

void Pipeline::applyRange(const Request &request, Response &response, WireReply &reply)
{
    response.setHeader("Accept-Ranges", "bytes");
    if (request.method != "GET")
        return;
    const QByteArray condition = request.header("if-range");
    if (!condition.isEmpty() && condition != response.header("ETag"))
        return;
    const qint64 size = response.body->size();
    const auto range = ByteRange::parse(request.header("range"), size);
    if (!range || m_faults.take(request, FaultKind::FullReply))
        return;
    if (!range->satisfiable) {
        Response error = Response::error(416, {}, u"Requested range not satisfiable"_s);
        for (const auto &[name, value] : error.headers)
            response.setHeader(name, value);
        response.setHeader("Content-Range", "bytes */" + QByteArray::number(size));
        response.fileContent = false;
        reply.status = 416;
        reply.body = BodyPlan{.source = error.body, .length = error.body->size()};
        return;
    }
    reply.status = 206;
    reply.body.begin = range->begin;
    reply.body.length = range->end - range->begin;
    response.setHeader("Content-Range",
                       "bytes " + QByteArray::number(range->begin) + '-'
                           + QByteArray::number(range->end - 1) + '/' + QByteArray::number(size));
}

void Pipeline::planFaults(const Request &request, const Response &response, WireReply &reply)
{
    // Only replies that carry content: a redirect or an error never uses up a fault of the body.
    if ((reply.status != 200 && reply.status != 206) || !reply.body.source)
        return;
    BodyPlan &body = reply.body;
    const auto inside = [&body](const Fault &fault) {
        return fault.at >= body.begin && fault.at < body.begin + body.length;
    };
    const auto shortens = [&](const Fault &fault) {
        return body.length > 0 && (!fault.atGiven || inside(fault));
    };
    if (const auto fault = m_faults.take(request, FaultKind::Length, shortens))
        body.length = fault->atGiven ? fault->at - body.begin : body.length / 2;
    if (request.method == "HEAD")
        return;
    if (response.fileContent) {
        if (const auto fault = m_faults.take(request, FaultKind::Corrupt, inside))
            body.corruptAt = fault->at;
    }
    if (const auto fault = m_faults.take(request, FaultKind::Stall, inside)) {
        body.stallAt = fault->at;
        body.stallMs = fault->ms;
    }
    if (const auto fault = m_faults.take(request, FaultKind::Cut, inside))
        body.cutAt = fault->at;
    if (const auto fault = m_faults.take(request, FaultKind::Reset, inside))
        body.resetAt = fault->at;
}

} // namespace hubdesk::localhub
