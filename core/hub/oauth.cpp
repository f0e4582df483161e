// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/oauth.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct OAuthTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::OAuth)
};

std::unexpected<Error> notUnderstood(const QString &missing)
{
    return failure(ErrorKind::Protocol,
                   OAuthTexts::tr("The Hub's answer to the sign-in makes no sense."),
                   u"missing field: "_s + missing);
}

RequestSpec form(const QByteArray &path, const Query &fields)
{
    RequestSpec spec;
    spec.method = "POST";
    spec.path = path;
    spec.body = fields.encoded();
    spec.contentType = "application/x-www-form-urlencoded";
    spec.withToken = false;
    spec.maxTries = 1;
    return spec;
}

std::chrono::seconds secondsOf(const QJsonValue &value, std::chrono::seconds standard)
{
    const qint64 seconds = value.toInteger();
    return seconds > 0 ? std::chrono::seconds(seconds) : standard;
}

} // namespace

RequestSpec DeviceCodeRequest::spec() const
{
    return form("/oauth/device", Query().add(u"client_id"_s, clientId));
}

Result<DeviceCode> DeviceCodeRequest::parse(const ReplyData &reply)
{
    const auto json = parseJson(reply);
    if (!json)
        return std::unexpected(json.error());
    const QJsonObject object = json->object();
    DeviceCode code;
    code.deviceCode = object.value("device_code"_L1).toString();
    code.userCode = object.value("user_code"_L1).toString();
    QString page = object.value("verification_uri_complete"_L1).toString();
    if (page.isEmpty())
        page = object.value("verification_uri"_L1).toString();
    code.page = QUrl(page, QUrl::StrictMode);
    // What the Hub sends is opened in the user's browser.
    if (code.page.scheme() != "https"_L1 && code.page.scheme() != "http"_L1)
        return notUnderstood(u"verification_uri"_s);
    if (code.deviceCode.isEmpty() || code.userCode.isEmpty())
        return notUnderstood(code.userCode.isEmpty() ? u"user_code"_s : u"device_code"_s);
    code.interval = secondsOf(object.value("interval"_L1), code.interval);
    code.lifetime = secondsOf(object.value("expires_in"_L1), code.lifetime);
    return code;
}

RequestSpec OAuthTokenRequest::spec() const
{
    Query fields;
    if (!deviceCode.isEmpty())
        fields.add(u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s)
            .add(u"device_code"_s, deviceCode);
    else
        fields.add(u"grant_type"_s, u"refresh_token"_s).add(u"refresh_token"_s, refreshToken);
    return form("/oauth/token", fields.add(u"client_id"_s, clientId));
}

Result<OAuthToken> OAuthTokenRequest::parse(const ReplyData &reply)
{
    const auto json = parseJson(reply);
    if (!json)
        return std::unexpected(json.error());
    const QJsonObject object = json->object();
    if (const QString code = object.value("error"_L1).toString(); !code.isEmpty())
        return failure(ErrorKind::Invalid, OAuthTexts::tr("The Hub did not let Hubdesk in."), code);
    OAuthToken token;
    token.token = object.value("access_token"_L1).toString();
    if (token.token.isEmpty())
        return notUnderstood(u"access_token"_s);
    token.refreshToken = object.value("refresh_token"_L1).toString();
    token.lifetime = secondsOf(object.value("expires_in"_L1), token.lifetime);
    return token;
}

DeviceFailure deviceFailure(const Error &error)
{
    // `code` or `code: description`; anything else was not said by an authorization server.
    static const QRegularExpression pattern(u"^([a-z_]+)(: |$)"_s);
    const QString code = pattern.match(error.detail).captured(1);
    if (code == "slow_down"_L1)
        return DeviceFailure::SlowDown;
    if (code == "expired_token"_L1)
        return DeviceFailure::Expired;
    if (code == "access_denied"_L1)
        return DeviceFailure::Denied;
    if (code == "authorization_pending"_L1 || code.isEmpty() || error.isTransient())
        return DeviceFailure::Pending;
    return DeviceFailure::Final;
}

} // namespace hubdesk
