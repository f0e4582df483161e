// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QByteArray>
#include <QHttpHeaders>
#include <QJsonDocument>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace hubdesk {

//! A query string under construction. Values are percent-encoded except unreserved characters, so
//! every server reads them the same way; keys may repeat (`filter=a&filter=b`).
class Query
{
public:
    Query &add(const QString &key, const QString &value);
    Query &add(const QString &key, bool value);
    Query &add(const QString &key, qint64 value);
    //! Nothing for an empty value.
    Query &addIfSet(const QString &key, const QString &value);
    Query &addAll(const QString &key, const QStringList &values);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    //! Encoded, without the leading `?`.
    [[nodiscard]] QByteArray encoded() const { return m_text; }

private:
    QByteArray m_text;
};

//! One HTTP request as plain data: what the `spec()` of a request struct returns. Nothing here
//! knows the endpoint or the token; HubClient adds both.
struct RequestSpec
{
    //! How redirects are handled (reference: files 1.8, 4.1).
    enum class Redirects {
        Follow, //!< All, with the token rule.
        RelativeOnly, //!< Metadata HEAD: an absolute `Location` is an answer, not a step.
    };

    QByteArray method = "GET";
    QByteArray path; //!< Percent-encoded, begins with `/`, below the endpoint; sent as it is.
    QByteArray query; //!< Encoded, without `?`.
    QByteArray body;
    QByteArray contentType; //!< Required with a body.
    QByteArray accept = "*/*";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds timeout = std::chrono::seconds(30); //!< Without progress.
    Redirects redirects = Redirects::Follow;
    //! Only repeatable requests are sent again after a failure; nothing said: GET and HEAD are.
    std::optional<bool> idempotent;
    bool identityEncoding = false; //!< `Accept-Encoding: identity`, so that lengths are true.
    bool withToken = true;
    int maxTries = 0; //!< 0: the retry table decides.

    [[nodiscard]] bool isRepeatable() const
    {
        return idempotent.value_or(method == "GET" || method == "HEAD");
    }

    bool operator==(const RequestSpec &) const = default;
};

//! A reply with a status below 400 (3xx only with Redirects::RelativeOnly).
struct ReplyData
{
    int status = 0;
    QUrl url; //!< The one that answered, after redirects.
    QHttpHeaders headers;
    QByteArray body;
    QString requestId;

    [[nodiscard]] QString header(QAnyStringView name) const;
};

//! Parses \a body as JSON; ErrorKind::Protocol with the parser's words when it is not.
[[nodiscard]] Result<QJsonDocument> parseJson(const ReplyData &reply);

//! \a path (encoded, begins with `/`) and perhaps \a query (encoded, without `?`) below \a base,
//! which may have a path of its own.
[[nodiscard]] QUrl urlBelow(const QUrl &base, const QByteArray &path, const QByteArray &query = {});

//! Percent-encodes everything but `A-Z a-z 0-9 - . _ ~`: revisions, folder paths in `/tree/`,
//! branch and tag names (reference: files 1.6).
[[nodiscard]] QByteArray quoteAll(const QString &text);
//! The same, with `/` kept: file paths in `/resolve/`.
[[nodiscard]] QByteArray quotePath(const QString &path);

} // namespace hubdesk
