// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace hubdesk {

//! "Use this token for myorg/*": which token goes along with requests about some repos.
struct TokenRule
{
    QString pattern; //!< `namespace`, `namespace/*` or `namespace/name`; `*` and `?` as in a shell.
    QString token; //!< Empty: such requests are anonymous.

    bool operator==(const TokenRule &) const = default;
};

//! The repo that \a path (decoded, below the endpoint) is about, as `namespace/name`, of whatever
//! type; empty when it is about none: `/api/models/a/b/tree/main`,
//! `/api/resolve-cache/models/a/b/...`, `/datasets/a/b/resolve/...`,
//! `/a/b/resolve/...`, `/a/b.git/...`.
[[nodiscard]] QString repoOfPath(const QString &path);

//! Whether \a pattern of a rule covers \a repo (`namespace/name`). Names on the Hub differ by more
//! than case, so case does not matter.
[[nodiscard]] bool ruleCovers(const QString &pattern, const QString &repo);

} // namespace hubdesk
