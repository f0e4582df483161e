// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace hubdesk {

//! `Content-Range: bytes first-last/total` of a 206 reply.
struct ContentRange
{
    qint64 first = 0;
    qint64 last = 0; //!< Inclusive.
    qint64 total = -1; //!< -1: the server wrote `*`.

    bool operator==(const ContentRange &) const = default;

    //! Nothing for everything that is not a well-formed, satisfied range.
    [[nodiscard]] static std::optional<ContentRange> parse(QByteArrayView header);
};

} // namespace hubdesk
