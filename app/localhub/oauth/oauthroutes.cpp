// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/oauth/oauthroutes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr qsizetype kTokenLength = 40;
constexpr auto kDeviceGrant = "urn:ietf:params:oauth:grant-type:device_code"_L1;

// A form as the standard has it, or JSON as the Hub takes it too.
class Fields
{
public:
    explicit Fields(const Request &request)
        : m_json(request.header("content-type").startsWith("application/json")
                     ? QJsonDocument::fromJson(request.body).object()
                     : QJsonObject()),
          m_form(m_json.isEmpty() ? Query(request.body) : Query())
    { }

    [[nodiscard]] QString value(const QString &name) const
    {
        return m_json.contains(name) ? m_json[name].toString() : m_form.value(name);
    }

private:
    QJsonObject m_json;
    Query m_form;
};

Response oauthError(const QString &error, const QString &description = {})
{
    QJsonObject body{{u"error"_s, error}};
    if (!description.isEmpty())
        body[u"error_description"] = description;
    Response reply = Response::json(body, 400);
    reply.setHeader("Cache-Control", "no-store");
    return reply;
}

// Applications with a secret name themselves in the header instead of the form.
QString clientOf(const Request &request, const Fields &fields)
{
    const QByteArray header = request.header("authorization");
    if (!header.startsWith("Basic "))
        return fields.value(u"client_id"_s);
    const QByteArray pair = QByteArray::fromBase64(header.sliced(6));
    return QString::fromUtf8(pair.first(std::max<qsizetype>(pair.indexOf(':'), 0)));
}

Response issueTokens(Hub &hub, const DeviceFlow::Grant &grant, const QString &client)
{
    const qint64 lifetime = hub.devices.settings().tokenLifetime;
    const QDateTime now = hub.clock();
    const QString access = u"hf_oauth_"_s + DeviceFlow::randomText(kTokenLength);
    const QString refresh = u"hf_refresh_"_s + DeviceFlow::randomText(kTokenLength);
    hub.accounts.addToken({.token = access,
                           .user = grant.user,
                           .displayName = u""_s,
                           .role = u"write"_s,
                           .canReadGated = true,
                           .created = now,
                           .expires = now.addSecs(lifetime),
                           .permissions = {},
                           .client = client});
    hub.accounts.addRefreshToken(refresh, grant.user, client);
    Response reply = Response::json(
        QJsonObject{{u"access_token"_s, access},
                    {u"token_type"_s, u"bearer"_s},
                    {u"expires_in"_s, lifetime},
                    {u"refresh_token"_s, refresh},
                    {u"scope"_s, grant.scope.isEmpty() ? u"openid profile"_s : grant.scope}});
    reply.setHeader("Cache-Control", "no-store");
    return reply;
}

QString deviceErrorText(const QString &error)
{
    if (error == "authorization_pending"_L1)
        return u"The user has not decided yet"_s;
    if (error == "slow_down"_L1)
        return u"You are polling too frequently"_s;
    if (error == "expired_token"_L1)
        return u"The device code has expired"_s;
    if (error == "access_denied"_L1)
        return u"The user denied the request"_s;
    return u"The device code is not valid for this application"_s;
}

QByteArray page(const QString &title, const QString &body)
{
    return u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
           "<style>body{font:16px sans-serif;max-width:32em;margin:4em auto}"
           "input,select,button{font:inherit;padding:.4em;margin:.3em 0}</style></head>"
           "<body><h1>%1</h1>%2</body></html>\n"_s.arg(title, body)
               .toUtf8();
}

Response html(int status, const QString &title, const QString &body)
{
    return Response::text(status, page(title, body), "text/html; charset=utf-8");
}

Response deviceForm(Hub &hub, const QString &code)
{
    QString users;
    for (const QString &user : hub.accounts.usersWithToken()) {
        users += u"<option%2>%1</option>"_s.arg(user.toHtmlEscaped(),
                                                user == "demo"_L1 ? u" selected"_s : QString());
    }
    return html(200, u"Connect a device"_s,
                u"<p>Enter the code that the application shows. As nobody signs in to this Hub in"
                " a browser, choose who you are.</p>"
                "<form method=\"post\" action=\"/device\">"
                "<p><label>Code <input name=\"user_code\" value=\"%1\" required></label></p>"
                "<p><label>User <select name=\"user\">%2</select></label></p>"
                "<p><button name=\"decision\" value=\"approve\">Approve</button> "
                "<button name=\"decision\" value=\"deny\">Deny</button></p></form>"_s.arg(
                    code.toHtmlEscaped(), users));
}

// True when the setting is absent or was taken.
bool readSeconds(const QJsonObject &object, const QString &name, qint64 &target)
{
    if (!object.contains(name))
        return true;
    const qint64 value = object[name].toInteger(-1);
    target = value;
    return value >= 0;
}

Response applySettings(Hub &hub, const QJsonObject &object)
{
    DeviceFlow::Settings settings = hub.devices.settings();
    if (!readSeconds(object, u"interval"_s, settings.interval)
        || !readSeconds(object, u"device_expires_in"_s, settings.codeLifetime)
        || !readSeconds(object, u"token_expires_in"_s, settings.tokenLifetime))
        return Response::error(400, {}, u"Seconds are whole numbers from 0 on"_s);
    hub.devices.setSettings(settings);
    return Response::json(QJsonObject());
}

} // namespace

Response deviceCodeReply(Hub &hub, const Request &request)
{
    const Fields fields(request);
    const QString client = clientOf(request, fields);
    if (client.isEmpty())
        return oauthError(u"invalid_request"_s, u"client_id is missing"_s);
    const DeviceFlow::Settings settings = hub.devices.settings();
    const DeviceFlow::Code code = hub.devices.request(client, fields.value(u"scope"_s));
    const QString address = QString::fromLatin1(request.origin()) + u"/device"_s;
    Response reply = Response::json(QJsonObject{
        {u"device_code"_s, code.deviceCode},
        {u"user_code"_s, code.userCode},
        {u"verification_uri"_s, address},
        {u"verification_uri_complete"_s, QString(address + u"?user_code="_s + code.userCode)},
        {u"interval"_s, settings.interval},
        {u"expires_in"_s, settings.codeLifetime}});
    reply.setHeader("Cache-Control", "no-store");
    return reply;
}

Response oauthTokenReply(Hub &hub, const Request &request)
{
    const Fields fields(request);
    const QString client = clientOf(request, fields);
    const QString grantType = fields.value(u"grant_type"_s);
    if (grantType.isEmpty() || client.isEmpty())
        return oauthError(u"invalid_request"_s, u"grant_type or client_id is missing"_s);
    if (grantType == kDeviceGrant) {
        const auto grant = hub.devices.poll(fields.value(u"device_code"_s), client);
        if (!grant)
            return oauthError(grant.error(), deviceErrorText(grant.error()));
        return issueTokens(hub, *grant, client);
    }
    if (grantType == "refresh_token"_L1) {
        const QString user =
            hub.accounts.takeRefreshToken(fields.value(u"refresh_token"_s), client);
        if (user.isEmpty())
            return oauthError(u"invalid_grant"_s, u"The refresh token is not valid"_s);
        return issueTokens(hub, {.user = user, .scope = fields.value(u"scope"_s)}, client);
    }
    return oauthError(u"unsupported_grant_type"_s);
}

Response devicePageReply(Hub &hub, const Request &request)
{
    if (request.isRead())
        return deviceForm(hub, request.query.value(u"user_code"));
    if (request.method != "POST")
        return Response::error(405, {}, u"Method not allowed"_s);
    const Query form(request.body);
    const QString decision = form.value(u"decision");
    const QString user = form.value(u"user");
    if ((decision != "approve"_L1 && decision != "deny"_L1)
        || !hub.accounts.usersWithToken().contains(user))
        return html(400, u"That did not work"_s, u"<p>Choose a user and a button.</p>"_s);
    if (!hub.devices.decide(form.value(u"user_code"), user, decision)) {
        return html(404, u"Unknown code"_s,
                    u"<p>There is no such code, or it is not valid any more."
                    " <a href=\"/device\">Try again</a>.</p>"_s);
    }
    return decision == "approve"_L1
        ? html(200, u"Device connected"_s, u"<p>You may close this page.</p>"_s)
        : html(200, u"Request denied"_s, u"<p>The application was told so.</p>"_s);
}

Response oauthControlReply(Hub &hub, const Request &request)
{
    if (request.isRead())
        return Response::json(hub.devices.toJson());
    if (request.method == "DELETE") {
        hub.devices.clear();
        return Response::json(QJsonObject());
    }
    if (request.method != "POST")
        return Response::error(405, {}, u"Method not allowed"_s);
    const QJsonObject order = QJsonDocument::fromJson(request.body).object();
    if (!order.contains(u"user_code"_s))
        return applySettings(hub, order);
    const QString user = order[u"user"].toString();
    const QString decision = order[u"decision"].toString();
    const auto account = hub.accounts.find(user);
    if (decision == "approve"_L1 && (!account || account->isOrg))
        return Response::error(400, {}, u"There is no user \"%1\""_s.arg(user));
    if (!hub.devices.decide(order[u"user_code"].toString(), account ? account->name : user,
                            decision))
        return Response::error(404, {}, u"No such open code, or no such decision"_s);
    return Response::json(QJsonObject());
}

} // namespace hubdesk::localhub
