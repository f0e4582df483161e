// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/bodysource.h"
#include "app/localhub/store/database.h"
#include "app/localhub/store/lfspointer.h"

namespace hubdesk::localhub {

//! The large files: by hash under `lfs/aa/bb/`, or made on the fly. Thread-safe.
class LfsStore
{
public:
    LfsStore(Database &database, QString folder);

    //! Stores the bytes and returns their pointer; nothing when the disk does not take them.
    std::optional<LfsPointer> add(const QByteArray &bytes);
    //! Records a file that is made on the fly.
    LfsPointer addPattern(quint64 seed, qint64 size);

    //! A source for one reader; null for an unknown hash.
    [[nodiscard]] std::shared_ptr<BodySource> open(const QByteArray &sha256);

private:
    [[nodiscard]] QString path(const QByteArray &sha256) const;

    Database &m_database;
    QString m_folder;
};

} // namespace hubdesk::localhub
