// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonDocument>
#include <QString>

namespace hubdesk::localhub {

//! A reply exactly as it came, complete or not.
struct RawReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body = {};
    bool complete = false; //!< as many bytes as announced
    bool closed = false; //!< the server ended the connection

    [[nodiscard]] QByteArray header(const QByteArray &lowerName) const
    {
        return headers.value(lowerName);
    }
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(body); }
};

struct RawRequest
{
    QByteArray method = "GET";
    QByteArray target = {};
    QByteArray token = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    //! How long to wait for the next bytes before the reply counts as stalled.
    int patienceMs = 20'000;
};

//! A plain HTTP client that hides nothing: no redirects, no retries, no ranges of its own.
class RawClient
{
public:
    explicit RawClient(const QString &endpoint)
        : m_endpoint(endpoint)
    { }

    [[nodiscard]] RawReply send(const RawRequest &request) const;
    [[nodiscard]] RawReply get(const QByteArray &target, const QByteArray &token = {},
                               const QByteArray &range = {}) const;
    [[nodiscard]] RawReply head(const QByteArray &target, const QByteArray &token = {}) const;
    [[nodiscard]] RawReply post(const QByteArray &target, const QByteArray &body,
                                const QByteArray &type = "application/json") const;
    RawReply remove(const QByteArray &target) const;

private:
    QString m_endpoint;
};

//! The SHA-256 of a whole file of any size, read straight from a socket (plain http only).
QByteArray streamedSha256(const QString &endpoint, const QByteArray &target);

//! Path and query of an absolute URL.
QByteArray targetOf(const QByteArray &url);

} // namespace hubdesk::localhub
