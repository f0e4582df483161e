// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/digest.h"
#include "app/localhub/store/repository.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace hubdesk::localhub {

//! The properties that `expand` may name, in the order of the Hub's error message.
const QStringList &expandNames(RepoType type);
//! The first value of `wanted` that is not such a property; empty when all are.
QString unknownExpand(RepoType type, const QStringList &wanted);
//! The message for it.
QString expandMessage(RepoType type);

//! `_id`, `id` and the named properties.
QJsonObject repoProperties(const Repository &repo, const Digest &digest, const QStringList &names);
//! An entry of a list without options.
QJsonObject repoListEntry(const Repository &repo, const Digest &digest);
//! The whole object of repo info.
QJsonObject repoInfo(const Repository &repo, const Digest &digest);
//! All files; with sizes and hashes when `blobs`.
QJsonArray siblings(const Digest &digest, bool blobs);

} // namespace hubdesk::localhub
