// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheplaces.h"

#include <QDir>

namespace hubdesk {

namespace {

size_t indexOf(RepoType type)
{
    return static_cast<size_t>(type);
}

} // namespace

void CachePlaces::setFolder(RepoType type, const QString &folder)
{
    const bool isCommon = QDir::cleanPath(folder) == QDir::cleanPath(m_root);
    m_own.at(indexOf(type)) = isCommon ? QString() : folder;
}

const QString &CachePlaces::rootFor(RepoType type) const
{
    const QString &own = m_own.at(indexOf(type));
    return own.isEmpty() ? m_root : own;
}

QStringList CachePlaces::roots() const
{
    QStringList roots{m_root};
    roots.append(QStringList(m_own.begin(), m_own.end()));
    roots.removeAll(QString());
    roots.removeDuplicates();
    return roots;
}

CacheLayout CachePlaces::layout(const QString &root) const
{
    QStringList others = roots();
    others.removeAll(root);
    return CacheLayout(root, others);
}

} // namespace hubdesk
