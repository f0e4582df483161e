// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>

namespace hubdesk {

//! One try of one request, as the flight recorder keeps it. Texts get in through the setters only,
//! and those let through what safewords.h knows to be harmless: whatever address, header or file a
//! record is made from, it holds no token, no signature, no password and no query value. A value.
class FlightRecord
{
public:
    enum class Outcome {
        Open, //!< Still under way when this was written; a later record with the same number is
              //!< its end.
        Done,
        Failed,
        Stopped, //!< By us: paused, cancelled, not needed any more.
    };
    struct Redirect
    {
        QByteArray host;
        qint64 ms = 0; //!< Since the start, when the redirect arrived.

        bool operator==(const Redirect &) const = default;
    };
    struct Stall
    {
        QByteArray phase; //!< "connect", "firstByte", "body"
        qint64 ms = 0; //!< How long nothing came.

        bool operator==(const Stall &) const = default;
    };

    qint64 startedAt = 0; //!< ms UTC
    quint64 number = 0; //!< Of the request, counted by the recorder of one run of the program.
    // Times are ms since the start, -1 when it did not happen or Qt does not tell. Those of the
    // connection are of the last host; without "connecting" an open connection was used again.
    qint64 connectingMs = -1; //!< The name was looked up.
    qint64 encryptedMs = -1;
    qint64 sentMs = -1;
    qint64 firstByteMs = -1; //!< Headers of the last reply.
    qint64 endMs = -1;
    qint64 rangeFrom = -1; //!< First byte asked for, -1: no range.
    qint64 rangeTo = -1; //!< Last byte asked for, -1: to the end.
    qint64 bytes = 0; //!< Of the last reply's body that reached the reader.
    qint64 length = -1; //!< Of that body as the server announced it, -1: not.
    int status = 0; //!< HTTP; 0: none arrived.
    int attempt = 1; //!< 1: the first try.
    Outcome outcome = Outcome::Open;

    //! \a endpoint: path and query keys of other hosts are not kept.
    void setRequest(const QByteArray &method, const QUrl &url, const QUrl &endpoint);
    void addRedirect(const QUrl &target, qint64 ms);
    //! \a goesOn: what was noted last, only longer. At most eight are kept.
    void noteStall(const QByteArray &phase, qint64 ms, bool goesOn);
    //! \a kind as errorKindName() says, for failed requests.
    void setError(const QByteArray &kind);
    //! Why there is another try: the error kind of the one before.
    void setReason(const QByteArray &kind);
    void setRequestId(const QByteArray &id);
    //! Eight hexadecimal digits that tell the runs of the program apart.
    void setRun(const QByteArray &run);

    [[nodiscard]] const QByteArray &method() const { return m_method; }
    [[nodiscard]] const QByteArray &host() const { return m_host; }
    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] const QList<QByteArray> &queryKeys() const { return m_queryKeys; }
    [[nodiscard]] const QList<Redirect> &redirects() const { return m_redirects; }
    [[nodiscard]] const QList<Stall> &stalls() const { return m_stalls; }
    [[nodiscard]] const QByteArray &error() const { return m_error; }
    [[nodiscard]] const QByteArray &reason() const { return m_reason; }
    [[nodiscard]] const QByteArray &requestId() const { return m_requestId; }
    [[nodiscard]] const QByteArray &run() const { return m_run; }

    //! Replaces names in the path, see pathWithoutNames().
    void hideNames(const std::function<QByteArray(const QByteArray &repo)> &rename);

    //! One JSON object in one line of at most kLongestLine bytes, without the line feed.
    [[nodiscard]] QByteArray toLine() const;
    //! Nothing when \a line is not one of ours. Everything in it is checked again: files can be
    //! changed by others.
    [[nodiscard]] static std::optional<FlightRecord> fromLine(const QByteArray &line);

    static constexpr qsizetype kLongestLine = 4096; // bytes

    bool operator==(const FlightRecord &) const = default;

private:
    QByteArray m_method;
    QByteArray m_host;
    QByteArray m_path;
    QList<QByteArray> m_queryKeys;
    QList<Redirect> m_redirects;
    QList<Stall> m_stalls;
    QByteArray m_error;
    QByteArray m_reason;
    QByteArray m_requestId;
    QByteArray m_run;
};

} // namespace hubdesk
