// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/bodysource.h"

namespace hubdesk::localhub {

//! A large file that exists nowhere: every byte follows from the seed and its position. One block
//! of noise, mixed anew for each megabyte, so that a block at the wrong place shows in the hash.
class PatternSource final : public BodySource
{
public:
    PatternSource(quint64 seed, qint64 size);
    [[nodiscard]] qint64 size() const override { return m_size; }
    qint64 read(qint64 offset, char *to, qint64 max) override;

    //! The SHA-256 of all bytes, in hexadecimal.
    [[nodiscard]] static QByteArray sha256(quint64 seed, qint64 size);

private:
    quint64 m_seed;
    qint64 m_size;
};

} // namespace hubdesk::localhub
