// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/originpolicy.h"

#include "core/net/cafile.h"
#include "core/net/networkmanager.h"

#include <QSslConfiguration>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

bool sameOriginForToken(const QUrl &from, const QUrl &to)
{
    if (from.host().isEmpty() || from.host().compare(to.host(), Qt::CaseInsensitive) != 0)
        return false;
    const int fromPort = effectivePort(from);
    const int toPort = effectivePort(to);
    if (from.scheme() == to.scheme() && fromPort == toPort)
        return true;
    return from.scheme() == "http"_L1 && to.scheme() == "https"_L1 && fromPort == 80
        && toPort == 443;
}

void prepareRequest(QNetworkRequest &request, const ClientConfig &config, const QUrl &target,
                    bool withToken)
{
    request.setUrl(target);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", config.userAgent);
    if (!request.hasRawHeader("X-Amzn-Trace-Id"))
        request.setRawHeader("X-Amzn-Trace-Id",
                             QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    // Qt's own credentials (netrc, proxies that remember) must not step in for a missing token.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    const QString token = withToken ? config.tokenFor(target) : QString();
    request.setRawHeader("Authorization",
                         token.isEmpty() ? QByteArray() : "Bearer " + token.toUtf8());
    if (config.caFile.isEmpty() || target.scheme() != "https"_L1)
        return;
    if (const auto authorities = knownCaFile(config.caFile))
        request.setSslConfiguration(*authorities);
    else
        request.setAttribute(kCaProblemAttribute, authorities.error().message);
}

QUrl redirectTarget(const QUrl &current, const QByteArray &location)
{
    QUrl target = current.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (location.isEmpty() || !target.isValid() || target.host().isEmpty())
        return {};
    if (target.scheme() != "https"_L1 && target.scheme() != "http"_L1)
        return {};
    if (current.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return {}; // never give up encryption on a server's word
    return target;
}

bool isRelativeRedirect(const QByteArray &location)
{
    const QUrl url = QUrl::fromEncoded(location, QUrl::StrictMode);
    return !location.isEmpty() && url.isValid() && url.host().isEmpty() && url.scheme().isEmpty();
}

QUrl metadataRedirectTarget(const QUrl &current, const QByteArray &location)
{
    const QUrl resolved = current.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    QUrl target = current;
    target.setPath(resolved.path(QUrl::FullyEncoded), QUrl::StrictMode);
    return target;
}

} // namespace hubdesk
