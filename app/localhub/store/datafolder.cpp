// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/datafolder.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {
constexpr auto kLockName = "lock"_L1;
constexpr auto kUnfinished = "unfinished"_L1;
} // namespace

std::expected<std::unique_ptr<DataFolder>, QString> DataFolder::lock(const QString &path)
{
    const auto failed = [&] {
        return std::unexpected(
            u"Cannot write to %1: %2."_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    };
    std::unique_ptr<DataFolder> folder(new DataFolder);
    folder->m_path = QDir(path).absolutePath();
    errno = 0;
    if (!QDir().mkpath(folder->m_path))
        return failed();
    const QByteArray name = QFile::encodeName(folder->m_path + u'/' + kLockName);
    folder->m_lock = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (folder->m_lock < 0)
        return failed();
    if (::flock(folder->m_lock, LOCK_EX | LOCK_NB) != 0)
        return std::unexpected(u"%1 is in use by another hubdesk-localhub."_s.arg(path));
    folder->prepare();
    return folder;
}

DataFolder::~DataFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

void DataFolder::prepare()
{
    QDir folder(m_path);
    if (folder.exists(kUnfinished)) {
        for (const QString &name : {u"repos"_s, u"lfs"_s})
            QDir(folder.filePath(name)).removeRecursively();
        for (const QString &name : folder.entryList({u"hub.sqlite*"_s}, QDir::Files))
            folder.remove(name);
        folder.remove(kUnfinished);
    }
    QStringList present = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    present.removeAll(kLockName);
    m_fresh = present.isEmpty();
    if (m_fresh)
        (void)QFile(folder.filePath(kUnfinished)).open(QIODevice::WriteOnly);
}

void DataFolder::markComplete()
{
    QFile::remove(m_path + u'/' + kUnfinished);
}

} // namespace hubdesk::localhub
