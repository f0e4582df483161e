// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace hubdesk::localhub {

//! The part of a body that a Range header asks for.
struct ByteRange
{
    qint64 begin = 0;
    qint64 end = 0; //!< one past the last byte
    bool satisfiable = true;

    //! Nothing when there is no single well-formed range: the whole body is the answer then.
    static std::optional<ByteRange> parse(QByteArrayView header, qint64 size);
};

} // namespace hubdesk::localhub
