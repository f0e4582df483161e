// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/control.h"

#include "app/localhub/oauth/oauthroutes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

Response faultsReply(Hub &hub, const Request &request)
{
    if (request.isRead())
        return Response::json(hub.faults.toJson());
    if (request.method == "DELETE") {
        hub.faults.clear();
        return Response::json(QJsonObject());
    }
    if (request.method != "POST")
        return Response::error(405, {}, u"Method not allowed"_s);
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    const auto ids = hub.faults.add(document.isArray() ? QJsonValue(document.array())
                                                       : QJsonValue(document.object()));
    if (!ids)
        return Response::error(400, {}, ids.error());
    return Response::json(QJsonObject{{u"ids"_s, *ids}});
}

Response requestsReply(Hub &hub, const Request &request)
{
    if (request.isRead())
        return Response::json(hub.log.toJson());
    if (request.method != "DELETE")
        return Response::error(405, {}, u"Method not allowed"_s);
    hub.log.clear();
    return Response::json(QJsonObject());
}

} // namespace

Response controlReply(Hub &hub, const Request &request)
{
    if (request.rawPath == "/_localhub/faults")
        return faultsReply(hub, request);
    if (request.rawPath == "/_localhub/requests")
        return requestsReply(hub, request);
    if (request.rawPath == "/_localhub/oauth")
        return oauthControlReply(hub, request);
    if (request.rawPath == "/_localhub/seed" && request.isRead())
        return Response::json(hub.seedRoles());
    return Response::error(404, {}, u"Not found"_s);
}

} // namespace hubdesk::localhub
