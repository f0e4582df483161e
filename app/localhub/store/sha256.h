// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

struct evp_md_ctx_st;

namespace hubdesk::localhub {

//! SHA-256 through OpenSSL, several times faster than Qt's.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Q_DISABLE_COPY_MOVE(Sha256)

    void add(QByteArrayView bytes);
    //! The hash of everything added, in lower-case hexadecimal; ends the computation.
    [[nodiscard]] QByteArray hex();

    [[nodiscard]] static QByteArray hexOf(QByteArrayView bytes);

private:
    evp_md_ctx_st *m_context;
};

} // namespace hubdesk::localhub
