// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/hasher.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace hubdesk {

std::optional<Hasher::Kind> Hasher::kindOf(const QString &etag)
{
    const bool hex = std::ranges::all_of(
        etag, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (hex && etag.size() == 64)
        return Kind::Sha256;
    if (hex && etag.size() == 40)
        return Kind::GitSha1;
    return std::nullopt;
}

void Hasher::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

void Hasher::prepare()
{
    OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG, nullptr);
}

Hasher::Hasher(Kind kind, qint64 size)
    : m_kind(kind),
      m_size(size),
      m_context(EVP_MD_CTX_new())
{
    reset();
}

Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::reset()
{
    // Only fails without memory; result() is then no etag and the check fails, as it should.
    EVP_DigestInit_ex(m_context.get(), m_kind == Kind::Sha256 ? EVP_sha256() : EVP_sha1(), nullptr);
    if (m_kind == Kind::GitSha1)
        add(QByteArray("blob " + QByteArray::number(m_size)).append('\0'));
}

void Hasher::add(QByteArrayView data)
{
    EVP_DigestUpdate(m_context.get(), data.data(), static_cast<size_t>(data.size()));
}

QString Hasher::result()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(m_context.get(), digest.data(), &size) != 1)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(digest.data()), size);
    return QString::fromLatin1(bytes.toHex());
}

} // namespace hubdesk
