// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

namespace hubdesk {

//! A whole-file BSD lock as Python's filelock takes it on Linux (reference: files 4.7): flock(2) on
//! `<etag>.lock`, created if missing, retried when the file was unlinked under us. Move-only; the
//! destructor releases. The file is left behind, as the official client leaves it. Never blocks:
//! callers poll with a timer. Use from any one thread.
class FileLock
{
public:
    enum class State {
        Acquired,
        Busy, //!< Somebody else holds it: try again later.
    };

    FileLock() = default;
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

    //! Tries once, creating parent folders. ErrorKind::File when the file cannot be made or the
    //! file system knows no locks.
    [[nodiscard]] Result<State> tryLock(const QString &path);
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace hubdesk
