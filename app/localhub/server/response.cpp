// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/response.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

Response jsonReply(const QJsonDocument &document, int status)
{
    return Response::text(status, document.toJson(QJsonDocument::Compact),
                          "application/json; charset=utf-8");
}

// Header values are Latin-1 on the wire and must not break the line.
QByteArray headerText(const QString &text)
{
    QByteArray bytes = text.toLatin1();
    for (char &c : bytes) {
        if (c < ' ' && c >= 0)
            c = ' ';
    }
    return bytes;
}

} // namespace

void Response::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (auto &[key, old] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            old = value;
            return;
        }
    }
    headers.emplaceBack(name, value);
}

QByteArray Response::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Response Response::json(const QJsonObject &object, int status)
{
    return jsonReply(QJsonDocument(object), status);
}

Response Response::json(const QJsonArray &array, int status)
{
    return jsonReply(QJsonDocument(array), status);
}

Response Response::text(int status, const QByteArray &text, const QByteArray &type)
{
    Response reply;
    reply.status = status;
    reply.setHeader("Content-Type", type);
    reply.body = std::make_shared<BytesSource>(text);
    return reply;
}

Response Response::redirect(int status, const QByteArray &location)
{
    const QByteArray reason = status == 307 ? "Temporary Redirect" : "Found";
    Response reply = text(status, reason + ". Redirecting to " + location);
    reply.setHeader("Location", location);
    return reply;
}

Response Response::error(int status, const QByteArray &code, const QString &message)
{
    Response reply = json(QJsonObject{{u"error"_s, message}}, status);
    if (!code.isEmpty())
        reply.setHeader("X-Error-Code", code);
    reply.setHeader("X-Error-Message", headerText(message));
    return reply;
}

} // namespace hubdesk::localhub
