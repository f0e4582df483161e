// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/truststore.h"

#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <utility>

namespace hubdesk {

void TrustStore::Free::operator()(X509_STORE *store) const
{
    X509_STORE_free(store);
}

TrustStore::TrustStore() = default;

TrustStore::~TrustStore() = default;

X509_STORE *TrustStore::of(const QSslConfiguration &configuration)
{
    // Where Qt looks the system's authorities up on demand, its configuration lists none.
    QList<QSslCertificate> authorities = configuration.caCertificates();
    if (authorities.isEmpty()) {
        if (m_ofTheSystem.isEmpty())
            m_ofTheSystem = QSslConfiguration::systemCaCertificates();
        authorities = m_ofTheSystem;
    }
    if (m_store && (m_authorities.isSharedWith(authorities) || m_authorities == authorities))
        return m_store.get();
    m_store.reset(X509_STORE_new());
    for (const QSslCertificate &authority : std::as_const(authorities)) {
        const QByteArray der = authority.toDer();
        const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
        X509 *certificate = d2i_X509(nullptr, &data, static_cast<long>(der.size()));
        if (!certificate)
            continue;
        X509_STORE_add_cert(m_store.get(), certificate); // takes a reference of its own
        X509_free(certificate);
    }
    m_authorities = std::move(authorities);
    return m_store.get();
}

} // namespace hubdesk
