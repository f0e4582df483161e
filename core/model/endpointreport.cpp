// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/endpointreport.h"

#include "core/net/errormapping.h"

#include <QCoreApplication>

namespace hubdesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::EndpointReport)
};

EndpointHop hopOf(const Error &error, bool withToken)
{
    if (error.code == kNameNotFound)
        return EndpointHop::NameLookup;
    if (error.code == kProxyScript)
        return EndpointHop::ProxyScript;
    if (error.code == kProxyRefused)
        return EndpointHop::ProxyConnection;
    if (error.code == kProxyLogin)
        return EndpointHop::ProxyLogin;
    if (error.code == kRefused)
        return EndpointHop::Connection;
    if (error.code == kTlsFailed || error.kind == ErrorKind::File)
        return EndpointHop::Certificate;
    const int status = error.httpStatus;
    if (status == 407)
        return EndpointHop::ProxyLogin;
    if (status == 401 || (status == 403 && withToken))
        return EndpointHop::Token;
    // A web server that is no Hub knows nothing of its addresses; a reply that cannot be read came
    // from somebody else.
    if (status == 404 || status == 405 || status == 410
        || (error.kind == ErrorKind::Protocol && status == 0))
        return EndpointHop::NotAHub;
    return EndpointHop::Http;
}

} // namespace

QString hopName(EndpointHop hop)
{
    switch (hop) {
    case EndpointHop::None:
        return {};
    case EndpointHop::Address:
        return Texts::tr("Address");
    case EndpointHop::NameLookup:
        return Texts::tr("Name lookup");
    case EndpointHop::ProxyScript:
        return Texts::tr("Proxy script");
    case EndpointHop::ProxyConnection:
        return Texts::tr("Proxy");
    case EndpointHop::ProxyLogin:
        return Texts::tr("Proxy login");
    case EndpointHop::Connection:
        return Texts::tr("Connection");
    case EndpointHop::Certificate:
        return Texts::tr("Certificate");
    case EndpointHop::Http:
        return Texts::tr("Reply");
    case EndpointHop::NotAHub:
        return Texts::tr("Not a Hub");
    case EndpointHop::Token:
        return Texts::tr("Token");
    }
    Q_UNREACHABLE_RETURN({});
}

EndpointReport failedReport(EndpointHop hop, const Error &error, const QString &host)
{
    EndpointReport report{.reached = false, .hop = hop, .text = {}, .advice = {}, .error = error};
    switch (hop) {
    case EndpointHop::None:
    case EndpointHop::Address:
        report.text = error.message;
        break;
    case EndpointHop::NameLookup:
        report.text = Texts::tr("There is no computer called %1.").arg(host);
        report.advice = Texts::tr("Check how the address is spelt and whether this computer has a "
                                  "network; a company's Hub may need its VPN.");
        break;
    case EndpointHop::ProxyScript:
        report.text = error.message;
        report.advice = Texts::tr("Check the address of the script, or choose another proxy.");
        break;
    case EndpointHop::ProxyConnection:
        report.text = Texts::tr("The proxy for %1 cannot be reached.").arg(host);
        report.advice = Texts::tr("Check host and port of the proxy, or reach this host without "
                                  "one.");
        break;
    case EndpointHop::ProxyLogin:
        report.text = Texts::tr("The proxy wants another user or password.");
        report.advice = Texts::tr("Enter the login of the proxy again.");
        break;
    case EndpointHop::Connection:
        report.text = Texts::tr("%1 does not take the connection.").arg(host);
        report.advice = Texts::tr("Check the port and whether the Hub runs; a firewall may be in "
                                  "the way.");
        break;
    case EndpointHop::Certificate:
        report.text = error.kind == ErrorKind::File
            ? error.message
            : Texts::tr("The encrypted connection to %1 is not trusted.").arg(host);
        report.advice = Texts::tr("If your company inspects traffic or signs certificates itself, "
                                  "choose its certificate below.");
        break;
    case EndpointHop::Http:
        report.text = error.message;
        report.advice = error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Server
            ? Texts::tr("Try again later; nothing here can be done about it.")
            : Texts::tr("Try again; if it stays so, ask whoever runs the Hub.");
        break;
    case EndpointHop::NotAHub:
        report.text = Texts::tr("%1 answers, but not as a Hub does.").arg(host);
        report.advice = Texts::tr("Check the path of the address; in a hotel or at work a page for "
                                  "signing in may be in the way.");
        break;
    case EndpointHop::Token:
        report.text = Texts::tr("%1 answers but does not accept your token.").arg(host);
        report.advice = Texts::tr("Sign in again with a token of this Hub.");
        break;
    }
    return report;
}

EndpointReport failedReport(const Error &error, const QString &host, bool withToken)
{
    return failedReport(hopOf(error, withToken), error, host);
}

} // namespace hubdesk
