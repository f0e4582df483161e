// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/repoid.h"

#include <QUrl>

namespace hubdesk {

//! Where a card stands: decides what its relative links and images mean. A value.
struct CardContext
{
    QUrl endpoint; //!< Without trailing slash.
    RepoId repo;
    QString revision = QStringLiteral("main");

    bool operator==(const CardContext &) const = default;
};

//! The scheme of links to files of the card's own repo: `hubdesk-file:docs/usage.md#start`.
inline constexpr QLatin1StringView kRepoFileScheme{"hubdesk-file"};

//! What a link of a card may open: http, https, mailto and hf addresses as they are, `#section`,
//! and kRepoFileScheme for files of the repo. Anything else (javascript:, data:, file:, unknown
//! schemes, user info in front of a host) gives an empty text. Reentrant.
[[nodiscard]] QString safeLink(const QString &href, const CardContext &context);

//! The complete address of a card's image: https anywhere, http only on the endpoint itself,
//! relative paths below the repo's files at the card's revision. Empty when it is refused.
//! Reentrant.
[[nodiscard]] QUrl safeImage(const QString &src, const CardContext &context);

//! Whether an image may be asked for at \a url at all: https, or http on the endpoint's
//! origin; no user info; no loopback or private network address unless it is the endpoint. \a
//! anyPort: of an endpoint without TLS every port of the host, for what the Hub itself names. Also
//! to be asked for each redirect.
[[nodiscard]] bool isImageUrlAllowed(const QUrl &url, const QUrl &endpoint, bool anyPort = false);

//! The path of a kRepoFileScheme link, without its section; empty for other links.
[[nodiscard]] QString repoFileOfLink(const QUrl &link);

} // namespace hubdesk
