// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/lfsstore.h"

#include "app/localhub/store/patternsource.h"
#include "app/localhub/store/sha256.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

LfsStore::LfsStore(Database &database, QString folder)
    : m_database(database),
      m_folder(std::move(folder))
{ }

std::optional<LfsPointer> LfsStore::add(const QByteArray &bytes)
{
    LfsPointer pointer{.sha256 = Sha256::hexOf(bytes), .size = bytes.size()};
    const QString target = path(pointer.sha256);
    QDir().mkpath(QFileInfo(target).path());
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return {};
    m_database.execute(u"INSERT OR IGNORE INTO lfs_objects (sha256, size) VALUES (?, ?)"_s,
                       {QString::fromLatin1(pointer.sha256), pointer.size});
    return pointer;
}

LfsPointer LfsStore::addPattern(quint64 seed, qint64 size)
{
    const LfsPointer pointer{.sha256 = PatternSource::sha256(seed, size), .size = size};
    m_database.execute(
        u"INSERT OR REPLACE INTO lfs_objects (sha256, size, pattern) VALUES (?, ?, ?)"_s,
        {QString::fromLatin1(pointer.sha256), size, seed});
    return pointer;
}

std::shared_ptr<BodySource> LfsStore::open(const QByteArray &sha256)
{
    const auto rows = m_database.rows(u"SELECT size, pattern FROM lfs_objects WHERE sha256 = ?"_s,
                                      {QString::fromLatin1(sha256)});
    if (rows.empty())
        return nullptr;
    const SqlRow &row = rows.front();
    if (!row[1].isNull())
        return std::make_shared<PatternSource>(row[1].toULongLong(), row[0].toLongLong());
    return FileSource::open(path(sha256));
}

QString LfsStore::path(const QByteArray &sha256) const
{
    const QString name = QString::fromLatin1(sha256);
    return u"%1/%2/%3/%4"_s.arg(m_folder, name.first(2), name.sliced(2, 2), name);
}

} // namespace hubdesk::localhub
