// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace hubdesk {

//! What went wrong, as far as somebody has to act on it. Nobody compares texts: the kind decides
//! what the window offers (retry, sign in, ask for access, free space).
enum class ErrorKind {
    Canceled, //!< The caller stopped it. Never shown.
    Offline, //!< The offline switch is on, or the machine has no network.
    Network, //!< The host cannot be reached: name, connection, TLS, broken reply.
    Timeout,
    Unauthorized, //!< No token, or one that the Hub does not accept.
    Forbidden, //!< Signed in, but not allowed (role, scope, disabled repo).
    Gated, //!< The repo's terms must be accepted; see gateState() of core/hub/gate.h.
    NotFound,
    Conflict,
    RateLimited,
    Quota,
    Server, //!< 5xx.
    Protocol, //!< A reply that makes no sense (not JSON, missing fields, wrong length).
    File, //!< The local disk: no space, no permission, not a folder.
    Integrity, //!< Bytes arrived whole but their hash is wrong.
    Invalid, //!< The input cannot be valid: repo id, revision, pattern, argument.
};

//! Stable lower-camel-case name of \a kind, e.g. "rateLimited": for `--json` and logs.
[[nodiscard]] QString errorKindName(ErrorKind kind);

//! The one error type of the core. A value; free of tokens and signed links by construction: texts
//! that come from outside pass redact() in errorFromReply().
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    int httpStatus = 0; //!< 0 when no HTTP reply is involved.
    QString code; //!< `X-Error-Code` of the Hub: RepoNotFound, RevisionNotFound, EntryNotFound, ...
    QString message; //!< One or two translated sentences for the user.
    QString detail; //!< The server's or system's own words, redacted; may be empty.
    QString requestId; //!< `X-Request-Id`, or the trace id that we sent.
    int retryAfter = -1; //!< Seconds to wait, -1 when the server did not say.

    bool operator==(const Error &) const = default;

    [[nodiscard]] bool isRepoNotFound() const;
    [[nodiscard]] bool isRevisionNotFound() const;
    [[nodiscard]] bool isEntryNotFound() const;
    //! True when the same request may succeed later without anybody changing anything.
    [[nodiscard]] bool isTransient() const;
};

//! Every fallible function of the core returns this; see Error.
template <class T> using Result = std::expected<T, Error>;

//! Shorthand for an error made by ourselves.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, const QString &message,
                                                    const QString &detail = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.detail = detail;
    return std::unexpected(error);
}

} // namespace hubdesk
