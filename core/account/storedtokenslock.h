// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/filedescriptor.h"

#include <QString>

#include <chrono>
#include <memory>

namespace hubdesk {

//! Keeps other programs from changing the file of stored tokens, so that none loses what another
//! adds, and no token is renewed by two. The official client takes the same lock when it renews one
//! (reference: files 2.7). Held until the last copy of the pointer is gone; whoever takes it again
//! in this program shares it. Where files cannot be locked nobody is kept away. Any thread.
class StoredTokensLock
{
public:
    using Pointer = std::shared_ptr<StoredTokensLock>;

    //! \a storedPath: the file, not the lock. Waits for at most \a patience. Never null.
    [[nodiscard]] static Pointer take(const QString &storedPath,
                                      std::chrono::milliseconds patience = std::chrono::seconds(5));

    //! Somebody else kept it for longer.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

private:
    FileDescriptor m_file;
    bool m_isBusy = false;
};

} // namespace hubdesk
