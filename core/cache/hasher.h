// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

struct evp_md_ctx_st;

namespace hubdesk {

//! The hash that an etag of the Hub stands for, computed piece by piece: SHA-256 of LFS content (64
//! hex), git's blob SHA-1 of everything else (40 hex). Move-only, not thread-safe.
class Hasher
{
public:
    enum class Kind { Sha256, GitSha1 };

    //! Nothing when \a etag is neither 40 nor 64 lower-case hex digits, and so no blob's name.
    [[nodiscard]] static std::optional<Kind> kindOf(const QString &etag);

    //! Loads OpenSSL's configuration now. To be called before the threads that hash are started:
    //! loaded by one of them, what OpenSSL keeps for that thread is not always released at its end.
    static void prepare();

    //! \a size: bytes of the whole content; git hashes it in front of the content.
    Hasher(Kind kind, qint64 size);
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;
    ~Hasher();

    //! Forgets everything that was added.
    void reset();
    void add(QByteArrayView data);
    //! Lower-case hex of all that was added since reset(). Ends the computation.
    [[nodiscard]] QString result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };

    Kind m_kind;
    qint64 m_size;
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace hubdesk
