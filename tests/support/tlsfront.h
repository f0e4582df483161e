// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QThread>
#include <QUrl>

#include <memory>

namespace hubdesk {

//! An HTTPS address in front of a plain HTTP server of this machine, in a thread of its own, that
//! can be everything an encrypted connection should not be. Everything may be called from the
//! test's thread; it holds until the server has done it.
class TlsFront
{
public:
    enum class Mode {
        Tls, //!< Handshake with the certificate, then everything goes on to the server behind.
        Closes, //!< Takes the connection and closes it.
        Portal, //!< Answers in plain HTTP with a redirect to a page for signing in.
    };

    //! \a server: `http://127.0.0.1:port`.
    explicit TlsFront(const QUrl &server);
    ~TlsFront();
    TlsFront(const TlsFront &) = delete;
    TlsFront &operator=(const TlsFront &) = delete;

    [[nodiscard]] QUrl endpoint() const; //!< `https://127.0.0.1:port`
    //! Of the connections from now on; those that are open are reset.
    void setCertificate(const QByteArray &certificate, const QByteArray &key);
    //! The same.
    void setMode(Mode mode);

    [[nodiscard]] int connections() const; //!< All that were begun so far.
    //! What clients said, decrypted in Mode::Tls and as it came in the others.
    [[nodiscard]] QByteArray heard() const;

    //! A self-signed certificate and its key, PEM, as \a name.pem and \a name.key in \a folder.
    //! \a more: arguments of `openssl req`, for example a time; false when openssl refuses.
    [[nodiscard]] static bool makeCertificate(const QString &folder, const QString &name,
                                              const QString &address = QStringLiteral("127.0.0.1"),
                                              const QStringList &more = {});

private:
    class Server;
    struct Shared;
    template <class F> auto onServer(F work) const;

    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
};

} // namespace hubdesk
