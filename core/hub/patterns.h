// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace hubdesk {

//! Allow and ignore patterns with the meaning of Python's fnmatch on whole paths (reference: files
//! 4.6.1): `*` and `?` cross `/`, `[seq]`, `[!seq]`, `dir/` means `dir/*`, an unclosed `[` is
//! literal. Case-sensitive. A value; compiled once.
class PathFilter
{
public:
    PathFilter() = default;
    //! \a allow none: everything passes; an empty list: nothing does. \a ignore wins.
    PathFilter(const std::optional<QStringList> &allow, const QStringList &ignore);

    [[nodiscard]] bool matches(const QString &path) const;

private:
    struct Matcher;
    std::optional<std::vector<std::shared_ptr<const Matcher>>> m_allow;
    std::vector<std::shared_ptr<const Matcher>> m_ignore;
};

//! One pattern against one path.
[[nodiscard]] bool fnmatch(const QString &path, const QString &pattern);

} // namespace hubdesk
