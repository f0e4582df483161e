// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/errormapping.h"

#include "core/log/redaction.h"
#include "core/net/networkmanager.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

// Nobody waits longer, and sums with it stay far from the limits of an int.
constexpr int kLongestRetryAfter = 24 * 60 * 60; // seconds

//! Gives the texts of this file a context for translators.
struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ErrorTexts)
};

QString header(const QHttpHeaders &headers, QAnyStringView name)
{
    return QString::fromUtf8(headers.value(name));
}

//! Anonymous requests for something private are answered with a bare 401.
bool looksLikeRepoUrl(const QUrl &url)
{
    static const QRegularExpression pattern(
        u"^/(api/(models|datasets|spaces)/.+|.+/resolve/.+)$"_s);
    return pattern.match(url.path()).hasMatch();
}

void setKind(Error &error, ErrorKind kind, const QString &message)
{
    error.kind = kind;
    error.message = message;
}

//! What a known `X-Error-Code` means; false for other codes.
bool applyCode(Error &error)
{
    if (error.code == "RevisionNotFound"_L1) {
        setKind(error, ErrorKind::NotFound,
                ErrorTexts::tr("This revision does not exist in the repo."));
    } else if (error.code == "EntryNotFound"_L1) {
        setKind(error, ErrorKind::NotFound,
                ErrorTexts::tr("This file does not exist at this revision."));
    } else if (error.code == "GatedRepo"_L1) {
        setKind(error, ErrorKind::Gated,
                ErrorTexts::tr("Access to this repo is restricted by its authors."));
    } else if (error.code == "RepoNotFound"_L1) {
        setKind(error, ErrorKind::NotFound,
                error.httpStatus == 401
                    ? ErrorTexts::tr(
                          "This repo does not exist, or it is private and you are not signed in.")
                    : ErrorTexts::tr("This repo does not exist, or your account may not see it."));
    } else {
        return false;
    }
    return true;
}

void applyStatus(Error &error, const QUrl &url, const QString &serverText)
{
    switch (error.httpStatus) {
    case 400:
    case 422:
        return setKind(error, ErrorKind::Invalid,
                       ErrorTexts::tr("The Hub did not accept the request."));
    case 401:
        if (serverText == "Invalid credentials in Authorization header"_L1
            || serverText.contains("Invalid username or password"_L1))
            return setKind(
                error, ErrorKind::Unauthorized,
                ErrorTexts::tr(
                    "The Hub does not accept this token. It may be expired or revoked."));
        if (looksLikeRepoUrl(url)) {
            error.code = u"RepoNotFound"_s;
            return setKind(
                error, ErrorKind::NotFound,
                ErrorTexts::tr(
                    "This repo does not exist, or it is private and you are not signed in."));
        }
        return setKind(error, ErrorKind::Unauthorized,
                       ErrorTexts::tr("You need to be signed in for this."));
    case 402:
        return setKind(error, ErrorKind::Quota,
                       ErrorTexts::tr("The plan of this account does not include this."));
    case 403:
        return setKind(
            error, ErrorKind::Forbidden,
            ErrorTexts::tr("This account may not do this. Check the permissions of its token."));
    case 404:
    case 410:
        return setKind(error, ErrorKind::NotFound, ErrorTexts::tr("The Hub does not have this."));
    case 407: // of the proxy, whose reply Qt hands on
        error.code = kProxyLogin;
        return setKind(
            error, ErrorKind::Network,
            ErrorTexts::tr("The proxy for %1 wants a user and a password.").arg(url.host()));
    case 408:
        return setKind(error, ErrorKind::Timeout,
                       ErrorTexts::tr("The Hub gave up waiting for the request."));
    case 409:
    case 412:
        return setKind(error, ErrorKind::Conflict,
                       ErrorTexts::tr("Somebody else changed this in the meantime."));
    case 413:
        return setKind(error, ErrorKind::Quota,
                       ErrorTexts::tr("This is more than the Hub accepts at once."));
    case 416:
        return setKind(error, ErrorKind::Protocol,
                       ErrorTexts::tr("The server does not have the requested part of the file."));
    case 429:
        return setKind(error, ErrorKind::RateLimited,
                       error.retryAfter >= 0
                           ? ErrorTexts::tr("Too many requests. The Hub asks to wait %1 seconds.")
                                 .arg(error.retryAfter)
                           : ErrorTexts::tr("Too many requests. The Hub asks to wait."));
    default:
        break;
    }
    if (error.httpStatus >= 500)
        setKind(error, ErrorKind::Server,
                ErrorTexts::tr("The server has a problem (%1). Try again later.")
                    .arg(error.httpStatus));
    else
        setKind(error, ErrorKind::Protocol,
                ErrorTexts::tr("The server answered with an unexpected status (%1).")
                    .arg(error.httpStatus));
}

} // namespace

QString requestIdOf(const QHttpHeaders &headers, const QString &traceId)
{
    const QString id = header(headers, "x-request-id");
    return redact(id.isEmpty() ? traceId : id);
}

int retryAfterSeconds(const QHttpHeaders &headers)
{
    static const QRegularExpression limit(uR"(;\s*r\s*=\s*(\d+)\s*;\s*t\s*=\s*(\d+))"_s);
    const auto match = limit.match(header(headers, "ratelimit"));
    bool ok = false;
    if (match.hasMatch() && match.captured(1).toLongLong() == 0) {
        const int seconds = match.captured(2).toInt(&ok);
        if (ok)
            return std::min(seconds, kLongestRetryAfter);
    }
    const int seconds = header(headers, "retry-after").trimmed().toInt(&ok);
    return ok && seconds >= 0 ? std::min(seconds, kLongestRetryAfter) : -1;
}

QString serverMessage(const QHttpHeaders &headers, const QByteArray &body)
{
    QStringList messages{header(headers, "x-error-message")};
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isObject()) {
        const QJsonValue error = json.object().value("error"_L1);
        const QString description = json.object().value("error_description"_L1).toString();
        if (error.isString())
            messages << (description.isEmpty() ? error.toString()
                                               : error.toString() + u": "_s + description);
        else if (!description.isEmpty())
            messages << description;
        for (const QJsonValue &part : error.toArray())
            messages << part.toString();
        for (const QJsonValue &part : json.object().value("errors"_L1).toArray())
            messages << part.toObject().value("message"_L1).toString();
    } else if (json.isNull()
               && !header(headers, "content-type").contains("html"_L1, Qt::CaseInsensitive)) {
        messages << QString::fromUtf8(body.left(2000));
    }
    QStringList unique;
    for (const QString &message : std::as_const(messages)) {
        const QString text = message.trimmed();
        if (!text.isEmpty() && !unique.contains(text))
            unique << text;
    }
    return redact(unique.join(u'\n'));
}

Error errorFromReply(int status, const QHttpHeaders &headers, const QByteArray &body,
                     const QUrl &url, const QString &traceId)
{
    Error error;
    error.httpStatus = status;
    error.code = header(headers, "x-error-code");
    error.requestId = requestIdOf(headers, traceId);
    error.detail = serverMessage(headers, body);
    error.retryAfter = status == 429 || status == 503 ? retryAfterSeconds(headers) : -1;
    const QString headerText = header(headers, "x-error-message").trimmed();
    if (applyCode(error))
        return error;
    if (headerText == "Access to this resource is disabled."_L1)
        setKind(error, ErrorKind::Forbidden, ErrorTexts::tr("The Hub has disabled this repo."));
    else
        applyStatus(error, url, headerText.isEmpty() ? error.detail : headerText);
    return error;
}

Error errorFromNetwork(QNetworkReply::NetworkError code, const QString &text, const QUrl &url,
                       const QString &traceId)
{
    Error error;
    error.requestId = redact(traceId);
    error.detail = redact(text);
    const QString host = url.host();
    switch (code) {
    case kCaProblemError:
        setKind(error, ErrorKind::File, redact(text));
        error.detail.clear();
        break;
    case QNetworkReply::OperationCanceledError:
        error.kind = ErrorKind::Canceled;
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        setKind(error, ErrorKind::Timeout, ErrorTexts::tr("%1 did not answer in time.").arg(host));
        break;
    case QNetworkReply::HostNotFoundError:
        error.code = kNameNotFound;
        setKind(error, ErrorKind::Network,
                ErrorTexts::tr("The address of %1 cannot be found. Check the network connection.")
                    .arg(host));
        break;
    case QNetworkReply::ConnectionRefusedError:
        error.code = kRefused;
        setKind(error, ErrorKind::Network, ErrorTexts::tr("%1 refuses the connection.").arg(host));
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.code = kTlsFailed;
        setKind(error, ErrorKind::Network,
                ErrorTexts::tr("The encrypted connection to %1 failed. If your company inspects "
                               "traffic, add its certificate in the settings.")
                    .arg(host));
        break;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::UnknownProxyError:
        error.code = kProxyRefused;
        setKind(error, ErrorKind::Network,
                ErrorTexts::tr("The proxy for %1 does not work.").arg(host));
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        error.code = kProxyLogin;
        setKind(error, ErrorKind::Network,
                ErrorTexts::tr("The proxy for %1 wants a user and a password.").arg(host));
        break;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        setKind(error, ErrorKind::Protocol,
                ErrorTexts::tr("%1 does not answer like a Hub.").arg(host));
        break;
    default:
        setKind(error, ErrorKind::Network, ErrorTexts::tr("The connection to %1 broke.").arg(host));
        break;
    }
    return error;
}

Error offlineError()
{
    Error error;
    setKind(error, ErrorKind::Offline,
            ErrorTexts::tr("Offline mode is on, so the Hub was not asked."));
    return error;
}

} // namespace hubdesk
