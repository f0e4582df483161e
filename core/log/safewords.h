// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

namespace hubdesk {

//! What may leave this machine in a support bundle, by allow-list: everything that is not known to
//! be harmless becomes `*`. All functions are reentrant, keep nothing and can be applied to their
//! own results.

//! True when \a word looks like something that grants access: a token of a known maker, a JSON web
//! token, a key word with its value, a long string of random letters and digits.
[[nodiscard]] bool looksSecret(QByteArrayView word);

//! `host` or `host:port` of \a url: never user, password, path or query. Parts of the name that
//! look random become `*`, all of it when it is no host name.
[[nodiscard]] QByteArray safeHost(const QUrl &url);
[[nodiscard]] QByteArray safeHost(const QByteArray &hostAndPort);

//! \a encodedPath below a Hub's endpoint. Words of the Hub's routes stay; names of repos, revisions
//! and files stay where the route has such a name and it consists of plain characters; the rest
//! becomes `*` (files keep a known ending). At most 512 bytes.
[[nodiscard]] QByteArray safePath(const QByteArray &encodedPath);

//! \a path, a result of safePath(), without names: the repo becomes what \a rename makes of it
//! ("ns/name"), revisions, files and accounts become `*`.
[[nodiscard]] QByteArray
pathWithoutNames(const QByteArray &path,
                 const std::function<QByteArray(const QByteArray &repo)> &rename);

//! The keys of \a encodedQuery that are known, `*` once for all others. Never a value.
[[nodiscard]] QList<QByteArray> safeQueryKeys(const QByteArray &encodedQuery);

//! \a id when it has the shape of a request id (hexadecimal groups, `Root=1-...`), else `*`; empty
//! stays empty.
[[nodiscard]] QByteArray safeRequestId(const QByteArray &id);

//! The name of a repo or of a file in it: plain characters only, folders separated by `/`.
[[nodiscard]] QString safeName(const QString &name);

//! A sentence for people (the message of an error) without words that could carry a secret:
//! addresses, assignments, tokens. Folders of the user are shown as shownFolder() does.
[[nodiscard]] QString safeText(const QString &text);

//! \a path of this machine with `~` for the home folder and `*` for the user's name elsewhere.
[[nodiscard]] QString shownFolder(const QString &path);

} // namespace hubdesk
