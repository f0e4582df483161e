// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"

#include <QString>
#include <QStringList>

namespace hubdesk {

//! Where everything is in one shared Hugging Face cache (reference: files 4.9). Pure: it names
//! paths and touches nothing. A value.
class CacheLayout
{
public:
    //! \a root: absolute path of the `hub` folder. \a others: the same of other caches.
    explicit CacheLayout(QString root, QStringList others = {})
        : m_root(std::move(root)),
          m_others(std::move(others))
    { }

    [[nodiscard]] const QString &root() const { return m_root; }
    //! Caches that may have the same content already; nothing is ever written there.
    [[nodiscard]] const QStringList &others() const { return m_others; }
    [[nodiscard]] QString repoFolder(const RepoId &repo) const;
    [[nodiscard]] QString blobsFolder(const RepoId &repo) const;
    [[nodiscard]] QString blob(const RepoId &repo, const QString &etag) const;
    [[nodiscard]] QString snapshot(const RepoId &repo, const QString &commit) const;
    //! The link in the snapshot. \a path must have passed checkFilePath().
    [[nodiscard]] QString pointer(const RepoId &repo, const QString &commit,
                                  const QString &path) const;
    [[nodiscard]] QString refsFolder(const RepoId &repo) const;
    [[nodiscard]] QString ref(const RepoId &repo, const QString &revision) const;
    [[nodiscard]] QString lock(const RepoId &repo, const QString &etag) const;
    [[nodiscard]] QString noExist(const RepoId &repo, const QString &commit,
                                  const QString &path) const;
    //! What the link at pointer() contains: `../../blobs/<etag>` with one `../` more per folder
    //! level.
    [[nodiscard]] static QString linkTarget(const QString &path, const QString &etag);

    bool operator==(const CacheLayout &) const = default;

private:
    QString m_root;
    QStringList m_others;
};

} // namespace hubdesk
