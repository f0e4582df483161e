// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/hub/tree.h"
#include "core/net/pager.h"

#include <QObject>

#include <functional>
#include <vector>

namespace hubdesk {

//! Proves that a downloaded snapshot is right without believing the transfer engine: it asks the
//! Hub for the whole tree anew and hashes every file on the disk in the thread pool.
class SnapshotCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotCheck)

public:
    SnapshotCheck(HubClient *client, CacheLayout layout, RepoId repo, QString commit,
                  QObject *parent = nullptr);

    //! Compares the files that \a wanted accepts; it must be called once.
    void start(std::function<bool(const QString &path)> wanted);

Q_SIGNALS:
    //! \a problems is empty when every file is there and right; \a files and \a bytes were
    //! compared.
    void finished(const QStringList &problems, int files, qint64 bytes);

private:
    void nextPage();
    void compare();

    Pager<TreeRequest> m_pager;
    CacheLayout m_layout;
    RepoId m_repo;
    QString m_commit;
    std::function<bool(const QString &)> m_wanted;
    std::vector<TreeEntry> m_entries;
};

} // namespace hubdesk
