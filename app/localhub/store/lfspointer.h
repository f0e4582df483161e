// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace hubdesk::localhub {

//! The three lines that stand in git for a large file.
struct LfsPointer
{
    QByteArray sha256;
    qint64 size = 0;

    [[nodiscard]] QByteArray text() const;
    //! Nothing when the bytes are not exactly a pointer.
    static std::optional<LfsPointer> parse(const QByteArray &bytes);
    //! No pointer is longer, so larger blobs need not be read.
    static constexpr qint64 kMaxSize = 200;
};

} // namespace hubdesk::localhub
