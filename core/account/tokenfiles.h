// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"
#include "core/settings/environment.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace hubdesk {

//! One entry of the `stored_tokens` file.
struct StoredToken
{
    QString name;
    QString token;
    QString refreshToken; //!< OAuth logins only.
    QDateTime expiresAt; //!< UTC; invalid: never, as far as the file says.

    bool operator==(const StoredToken &) const = default;
};

//! The two files in which the Hugging Face tools keep tokens in plain text (reference: files 2.2 to
//! 2.4), in their format: `token`, the active one, and `stored_tokens`, all by name. Written
//! atomically, readable by their owner only. A value that knows the paths; every function reads or
//! writes the disk anew, so that what others put there counts. Blocks for as long as the disk
//! needs.
class TokenFiles
{
public:
    explicit TokenFiles(const Environment &environment);

    [[nodiscard]] const QString &tokenPath() const { return m_tokenPath; }
    [[nodiscard]] const QString &storedPath() const { return m_storedPath; }

    //! The cleaned content of the token file; empty: none.
    [[nodiscard]] Result<QString> active() const;
    //! All named tokens, in the order of the file. ErrorKind::Protocol when Python refuses the
    //! file: then nothing is written to it either, because that would lose what it holds.
    [[nodiscard]] Result<std::vector<StoredToken>> stored() const;
    [[nodiscard]] Result<std::optional<StoredToken>> stored(const QString &name) const;

    //! Puts \a entry there under its name, replacing what was there under it. Other entries keep
    //! everything, keys that we do not know included. ErrorKind::Invalid for a name that the format
    //! cannot hold.
    [[nodiscard]] Result<void> save(const StoredToken &entry) const;
    //! Fine when there is none.
    [[nodiscard]] Result<void> remove(const QString &name) const;
    //! Makes \a token the one that all tools use.
    [[nodiscard]] Result<void> setActive(const QString &token) const;
    //! Removes the token file; fine when there is none.
    [[nodiscard]] Result<void> clearActive() const;
    //! Removes both files.
    [[nodiscard]] Result<void> clear() const;

private:
    QString m_tokenPath;
    QString m_storedPath;
};

//! `hf_****abcd`: three and four characters, as the official list shows a token.
[[nodiscard]] QString maskedToken(const QString &token);

} // namespace hubdesk
