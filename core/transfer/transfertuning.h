// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QtTypes>

#include <vector>

namespace hubdesk {

//! What a user may choose or limit, or a test may shrink, of how files are fetched.
struct TransferTuning
{
    int connectionsPerFile = 8; //!< At most, 1 to 32; fewer where more bring nothing.
    int firstConnections = 4; //!< As soon as the first one is answered; more when they bring more.
    int connections =
        16; //!< At most over all files, 1 to 64; each file that runs has at least one.
    qint64 segmentsAbove = 16 * 1024 * 1024; //!< bytes; smaller files come over one connection.
    qint64 leastShare = 1024 * 1024; //!< bytes; less than twice that is not shared out.
    int retries = -1; //!< Failures in a row without a byte until a transfer fails; -1: it never
                      //!< gives up on what may pass by itself.
    //! Other addresses of the same content as the endpoint, in the user's order; without a slash at
    //! the end. Asked for files of repos that anyone may read only, and never sent a token.
    std::vector<QUrl> mirrors;

    bool operator==(const TransferTuning &) const = default;
};

} // namespace hubdesk
