// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/proxysettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ProxySettings)
};

//! `socks5h`: the proxy looks names up, so that none of them leaves this machine another way.
QString proxyText(const Settings &settings, const QString &password)
{
    const bool isSocks = settings.text(SettingKey::ProxyMode) == "socks5"_L1;
    QUrl url;
    url.setScheme(isSocks ? u"socks5h"_s : u"http"_s);
    url.setHost(settings.text(SettingKey::ProxyHost));
    url.setPort(settings.number(SettingKey::ProxyPort));
    if (const QString user = settings.text(SettingKey::ProxyUser); !user.isEmpty()) {
        url.setUserName(user, QUrl::DecodedMode);
        url.setPassword(password, QUrl::DecodedMode);
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

ProxyVariables proxiesInForce(const Settings &settings, const ProxyVariables &environment,
                              const QString &password, std::shared_ptr<ProxyScript> script)
{
    const QString mode = settings.text(SettingKey::ProxyMode);
    ProxyVariables proxies;
    if (mode == "none"_L1) {
        proxies.none = u"*"_s;
        return proxies;
    }
    if (mode == "pac"_L1) {
        proxies.script = std::move(script);
        // Without one, what is understood by nobody: see parsedProxy().
        if (!proxies.script)
            proxies.all = u"http://"_s;
    } else if (mode == "http"_L1 || mode == "socks5"_L1) {
        proxies.all = proxyText(settings, password);
        proxies.http = proxies.all;
        proxies.https = proxies.all;
    } else {
        return environment;
    }
    proxies.none = settings.text(SettingKey::ProxyExceptions);
    return proxies;
}

QString proxyHostProblem(const QString &text)
{
    const QString host = text.trimmed();
    if (host.isEmpty())
        return {};
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        ? QString()
        : Texts::tr("A host looks like proxy.example.com, without http:// and port.");
}

QString pacSourceProblem(const QString &text)
{
    const QString source = text.trimmed();
    if (source.isEmpty() || QDir::isAbsolutePath(source))
        return {};
    const QUrl url(source, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !((isWeb && !url.host().isEmpty()) || url.isLocalFile()))
        return Texts::tr(
            "A script is an address like http://wpad.example.com/proxy.pac or a file.");
    if (!url.userInfo().isEmpty())
        return Texts::tr("The address has no user name or password in it.");
    return {};
}

} // namespace hubdesk
