// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/redaction.h"

#include "core/log/logfile.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <atomic>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Query keys of signed links: S3, CloudFront, Azure, GCS, and our Local Hub.
bool isSecretQueryKey(const QString &key)
{
    static const QRegularExpression pattern(
        u"^(x-amz-.*|x-goog-.*|signature|sig|policy|key-pair-id|expires|token|access_token|"
        "auth|authorization|password|secret|code|se|sp|sv|sr|skoid|sktid)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(key).hasMatch();
}

//! \a text with \a show of each link in it. A link is handled as a whole: its signature has no
//! shape of its own.
QString withLinks(const QString &text, QString (*show)(const QUrl &url))
{
    static const QRegularExpression link(uR"(https?://[^\s"'<>]+)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString result;
    result.reserve(text.size());
    qsizetype end = 0;
    auto matches = link.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += show(QUrl(match.captured()));
        end = match.capturedEnd();
    }
    result += QStringView(text).mid(end);
    return result;
}

QString withoutSecretWords(QString text)
{
    static const QRegularExpression secret(
        uR"((\bhf_(?:oauth_|jwt_)?[A-Za-z0-9_.\-]{4,}|\bapi_org_[A-Za-z0-9_\-]{4,}|\beyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_.\-]+))"_s);
    static const QRegularExpression scheme(uR"(\b(Bearer|Basic)(\s+|%20)[A-Za-z0-9._~+/=\-]{4,})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    text.replace(scheme, u"\\1 [redacted]"_s);
    text.replace(secret, u"[redacted]"_s);
    return text;
}

std::atomic<QtMessageHandler> previousHandler = nullptr;

void redactingHandler(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString text = redact(message);
    writeToLogFile(type, context.category, text);
    if (const auto next = previousHandler.load())
        next(type, context, text);
}

} // namespace

QString redactedUrl(const QUrl &url)
{
    QUrl shown = url;
    shown.setUserInfo({});
    const QUrlQuery query(url);
    const auto items = query.queryItems();
    for (const auto &[key, value] : items) {
        if (isSecretQueryKey(key)) {
            shown.setQuery(u"[redacted]"_s);
            break;
        }
    }
    return shown.toString(QUrl::FullyEncoded);
}

QString redact(const QString &text)
{
    return withoutSecretWords(withLinks(text, redactedUrl));
}

bool hasSecret(const QString &text)
{
    // What cannot be understood may be anything.
    const QString plain = withLinks(text, [](const QUrl &url) {
        return url.isValid() ? url.toString(QUrl::FullyEncoded) : u"?"_s;
    });
    return redact(text) != plain;
}

void installRedactingMessageHandler()
{
    const auto previous = qInstallMessageHandler(redactingHandler);
    if (previous != redactingHandler)
        previousHandler.store(previous);
}

} // namespace hubdesk
