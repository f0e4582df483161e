// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/account.h"

#include <chrono>

namespace hubdesk {

//! What comes out when two programs started from \a base and one made \a ours of it and the other
//! \a theirs: every account, and everything that is known of one, as who changed it left it, \a
//! ours first; the rules and the choice as a whole. An account that one of them signed out of is
//! gone. Accounts of this session only are \a ours alone.
[[nodiscard]] AccountList mergedLists(const AccountList &base, const AccountList &ours,
                                      const AccountList &theirs);

//! The file with the list of accounts, without secrets, which the window and hubdesk-cli may change
//! in the same moment. A value that knows the path; every function blocks for as long as the disk
//! needs, and write() for up to its patience more while another program writes.
class AccountListFile
{
public:
    //! \a patience: with another program that writes.
    explicit AccountListFile(QString path,
                             std::chrono::milliseconds patience = std::chrono::seconds(5))
        : m_path(std::move(path)),
          m_patience(patience)
    { }

    [[nodiscard]] const QString &path() const { return m_path; }

    //! Empty when there is no file. ErrorKind::Protocol: what is there is no such list.
    [[nodiscard]] Result<AccountList> read() const;
    struct Exchange
    {
        AccountList inFile;
        AccountList merged; //!< Of that and ours.
    };
    //! Merges what the file says now into \a ours, which was made from \a base; writes nothing.
    //! A file that is gone or cannot be read changes nothing.
    [[nodiscard]] Exchange readInto(const AccountList &base, const AccountList &ours) const;
    //! The same, and writes the result. What cannot be read is kept aside as `.broken`.
    //! ErrorKind::File.
    [[nodiscard]] Result<Exchange> write(const AccountList &base, const AccountList &ours) const;

private:
    QString m_path;
    std::chrono::milliseconds m_patience;
};

} // namespace hubdesk
