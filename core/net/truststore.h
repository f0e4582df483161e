// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <memory>

using X509_STORE = struct x509_store_st;

namespace hubdesk {

//! The certificate authorities of Qt's TLS configurations in OpenSSL's form, so that bulk downloads
//! trust exactly what the other requests trust. The last one made is kept: connections share it.
class TrustStore
{
public:
    TrustStore();
    ~TrustStore();
    TrustStore(const TrustStore &) = delete;
    TrustStore &operator=(const TrustStore &) = delete;

    //! The authorities of \a configuration; where it names none, the system's (read from the disk
    //! when they are needed first). Owned by this, valid until the next call.
    [[nodiscard]] X509_STORE *of(const QSslConfiguration &configuration);
    //! Somebody was not trusted: the system may have learned of new authorities by the next time.
    void lookAgain() { m_ofTheSystem.clear(); }

private:
    struct Free
    {
        void operator()(X509_STORE *store) const;
    };
    QList<QSslCertificate> m_ofTheSystem; // empty: not read yet
    QList<QSslCertificate> m_authorities;
    std::unique_ptr<X509_STORE, Free> m_store;
};

} // namespace hubdesk
