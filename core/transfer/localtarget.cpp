// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/localtarget.h"

#include "core/cache/diskerror.h"
#include "core/cache/filecopy.h"
#include "core/cache/filehash.h"
#include "core/log/categories.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

namespace hubdesk {

using namespace Qt::StringLiterals;

QString LocalTarget::partialPath() const
{
    return m_folder.partialPath(m_spec.paths.first(), m_spec.etag);
}

QString LocalTarget::lockPath() const
{
    return m_folder.lockPath(m_spec.paths.first());
}

//! In the order of the names, so that two programs never wait for each other in a circle.
Result<bool> LocalTarget::lockAll()
{
    QStringList paths = m_spec.paths;
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        if (const auto ready = m_folder.prepare(path); !ready)
            return std::unexpected(ready.error());
        FileLock lock;
        const auto locked = lock.tryLock(m_folder.lockPath(path));
        if (!locked)
            return std::unexpected(locked.error());
        if (*locked == FileLock::State::Busy)
            return false;
        m_locks.push_back(std::move(lock));
    }
    return true;
}

Result<LocalTarget::Found> LocalTarget::open(const std::function<bool(qint64)> &read)
{
    close();
    const auto locked = lockAll();
    if (!locked || !*locked) {
        close();
        return locked ? Result<Found>(Found::Busy) : std::unexpected(locked.error());
    }
    for (const QString &path : std::as_const(m_spec.paths)) {
        if (m_spec.force) {
            m_missing << path;
            continue;
        }
        const auto state = m_folder.state(path, m_spec.etag, m_spec.size, read);
        if (!state)
            return std::unexpected(state.error());
        if (*state == LocalFolder::State::Missing || *state == LocalFolder::State::Different) {
            m_missing << path;
            continue;
        }
        // Also when it is up to date: it may have been so at an older commit.
        if (const auto noted = m_folder.writeMetadata(path, m_spec.commit, m_spec.etag); !noted)
            return std::unexpected(noted.error());
    }
    if (m_missing.isEmpty())
        return Found::Present;
    if (const auto taken = takeOver(); !taken)
        return std::unexpected(taken.error());
    return Found::Partial;
}

Result<void> LocalTarget::takeOver() const
{
    const QString found = m_folder.leftOver(m_spec.paths.first(), m_spec.etag, m_spec.size);
    if (found.isEmpty() || found == partialPath())
        return {};
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << "takes over" << QFileInfo(found).fileName();
    if (::rename(QFile::encodeName(found).constData(), QFile::encodeName(partialPath()).constData())
        != 0)
        return diskFailure(errno, found);
    return {};
}

Result<bool> LocalTarget::takeFrom(const QString &blob, const std::function<bool(qint64)> &read)
{
    const QFileInfo info(blob);
    const auto kind = Hasher::kindOf(m_spec.etag);
    if (m_spec.force || !kind || !info.isFile() || info.size() != m_spec.size)
        return false;
    // Under a name of its own until it is proved: what is there of the file may be all there will
    // be.
    const QString copy = partialPath() + ".copy"_L1;
    QFile::remove(copy);
    if (const auto copied = copyToNewFile(blob, copy); !copied)
        return std::unexpected(copied.error());
    // What the user gets is what was proved, not what the cache is believed to hold.
    const auto hash = hashOfFile(copy, *kind, read);
    if (!hash || *hash != m_spec.etag) {
        QFile::remove(copy);
        return hash ? Result<bool>(false) : std::unexpected(hash.error());
    }
    if (::rename(QFile::encodeName(copy).constData(), QFile::encodeName(partialPath()).constData())
        != 0)
        return diskFailure(errno, copy);
    if (const auto published = publish(); !published)
        return std::unexpected(published.error());
    return true;
}

Result<void> LocalTarget::publish()
{
    // The last one gets the file itself, the others copies of it.
    while (!m_missing.isEmpty()) {
        const QString path = m_missing.last();
        QString file = partialPath();
        if (m_missing.size() > 1) {
            file = m_folder.partialPath(path, m_spec.etag) + ".copy"_L1;
            QFile::remove(file);
            if (const auto copied = copyToNewFile(partialPath(), file); !copied)
                return copied;
        }
        if (const auto published = m_folder.publish(path, file, m_spec.commit, m_spec.etag);
            !published)
            return published;
        m_missing.removeLast();
    }
    return {};
}

void LocalTarget::close()
{
    m_locks.clear();
    m_missing.clear();
}

} // namespace hubdesk
