// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace hubdesk {

//! The three kinds of repo that have files, a cache folder and a page.
enum class RepoType { Model, Dataset, Space };

//! "model", "dataset", "space": cache folders, JSON, the command line.
[[nodiscard]] QString repoTypeName(RepoType type);
//! "models", "datasets", "spaces": the API segment.
[[nodiscard]] QString repoTypePlural(RepoType type);
//! Accepts singular and plural; Model for an empty string. ErrorKind::Invalid otherwise.
[[nodiscard]] Result<RepoType> repoTypeFromName(const QString &name);

//! Names one repo: type and id. The id is `namespace/name`, or the single segment of very old
//! repos.
struct RepoId
{
    RepoType type = RepoType::Model;
    QString id;

    bool operator==(const RepoId &) const = default;
    auto operator<=>(const RepoId &) const = default;

    //! Checks \a id by the rules of reference files 1.7 and says in the user's words what is wrong.
    [[nodiscard]] static Result<RepoId> make(RepoType type, const QString &id);

    //! The part before the slash; empty for single-segment ids.
    [[nodiscard]] QString author() const;
    [[nodiscard]] QString name() const;
    //! `/api/models/ns/name`
    [[nodiscard]] QByteArray apiPath() const;
    //! `/ns/name`, `/datasets/ns/name`, `/spaces/ns/name`: pages and files.
    [[nodiscard]] QByteArray webPath() const;
    //! `models--ns--name`: the folder in the cache.
    [[nodiscard]] QString cacheFolder() const;
    //! `hf://ns/name`, `hf://datasets/ns/name`.
    [[nodiscard]] QString uri() const;

private:
    [[nodiscard]] QByteArray quotePathOfId() const;
};

[[nodiscard]] size_t qHash(const RepoId &repo, size_t seed = 0);

//! Nothing when \a revision can be sent to the Hub: branch, tag, commit, `refs/pr/N`. Refuses what
//! git refuses in a ref name (empty, control characters, space, `..`, `~^:?*[\`, leading or
//! trailing `/`).
[[nodiscard]] Result<void> checkRevision(const QString &revision);

//! True for 40 lower-case hex digits.
[[nodiscard]] bool isCommitHash(const QString &revision);

//! Nothing when \a path may be written below a folder: relative, `/` separated, no `..` or `.` or
//! empty segment (a backslash separates too), no leading backslash, no drive letter, no NUL
//! (reference: files 4.2, the rule of main).
[[nodiscard]] Result<void> checkFilePath(const QString &path);

//! What an `hf://` address or a Hub web link points to.
struct HubLocation
{
    RepoId repo;
    QString revision; //!< Empty: not named.
    QString path; //!< Empty: the repo itself.

    bool operator==(const HubLocation &) const = default;
};

//! Reads `hf://[datasets/|spaces/|models/]ns/name[@rev][/path]` and web links on \a endpoint's host
//! or the official hosts (reference: files 1.17). ErrorKind::Invalid with the reason otherwise.
[[nodiscard]] Result<HubLocation> parseHubLocation(const QString &text,
                                                   const QString &endpointHost);

} // namespace hubdesk

Q_DECLARE_METATYPE(hubdesk::RepoId)
