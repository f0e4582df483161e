// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"

#include <QString>
#include <QStringList>

#include <array>

namespace hubdesk {

//! The folders that make up the cache: a common one, and maybe another one for models, for datasets
//! or for Spaces. Each is a complete cache that every Hugging Face tool can read, so any of them
//! may hold repos of any type; a type's folder is where new ones of it go. Pure. A value.
class CachePlaces
{
public:
    CachePlaces() = default;
    //! One folder for all, which is the rule. \a root: absolute path of the `hub` folder; empty:
    //! there is no cache.
    CachePlaces(const QString &root)
        : m_root(root)
    { }

    //! \a folder: absolute; empty: the common one.
    void setFolder(RepoType type, const QString &folder);

    //! The common folder.
    [[nodiscard]] const QString &root() const { return m_root; }
    //! Where new repos of \a type go.
    [[nodiscard]] const QString &rootFor(RepoType type) const;
    //! All of them, each once, the common one first. Empty when there is no cache.
    [[nodiscard]] QStringList roots() const;
    //! The cache in \a root, which knows what else can be taken from the other roots.
    [[nodiscard]] CacheLayout layout(const QString &root) const;

    bool operator==(const CachePlaces &) const = default;

private:
    QString m_root;
    std::array<QString, 3> m_own; //!< By type; empty: m_root.
};

} // namespace hubdesk
