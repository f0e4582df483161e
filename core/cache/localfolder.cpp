// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/localfolder.h"

#include "core/cache/diskerror.h"
#include "core/cache/filecopy.h"
#include "core/cache/filehash.h"
#include "core/cache/filelock.h"
#include "core/cache/folders.h"
#include "core/cache/pathresolver.h"
#include "core/hub/repoid.h"
#include "core/log/categories.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct FolderText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::LocalFolder)
};

constexpr qint64 kMaxMetadata = 4096; // bytes; three short lines
constexpr double kClockSlack = 1; // seconds; times of files may be coarse

constexpr QByteArrayView kCacheTag = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                     "# This file is a cache directory tag created by "
                                     "huggingface_hub.\n"
                                     "# For information about cache directory tags, see:\n"
                                     "#\thttps://bford.info/cachedir/\n";

QString folderOf(const QString &location)
{
    return location.left(location.lastIndexOf(u'/'));
}

QString nameOf(const QString &location)
{
    return location.mid(location.lastIndexOf(u'/') + 1);
}

//! The official client's short name for the partial files of \a path: 28 characters.
QString shortName(const QString &path)
{
    const QByteArray name = QFile::encodeName(nameOf(path)) + ".metadata";
    return QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha1)
                                   .toBase64(QByteArray::Base64UrlEncoding));
}

double modificationTime(const struct stat &info)
{
    return static_cast<double>(info.st_mtim.tv_sec)
        + static_cast<double>(info.st_mtim.tv_nsec) / 1e9;
}

std::optional<LocalMetadata> parseMetadata(const QByteArray &content)
{
    const QList<QByteArray> lines = content.split('\n');
    if (lines.size() < 3)
        return std::nullopt;
    LocalMetadata metadata;
    metadata.commit = QString::fromLatin1(lines.at(0).trimmed());
    metadata.etag = QString::fromLatin1(lines.at(1).trimmed());
    bool isNumber = false;
    metadata.timestamp = lines.at(2).trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(metadata.timestamp))
        return std::nullopt;
    return metadata;
}

} // namespace

QString LocalFolder::bookkeeping() const
{
    return m_root + "/.cache/huggingface"_L1;
}

QString LocalFolder::filePath(const QString &path) const
{
    return m_root + u'/' + path;
}

QString LocalFolder::metadataPath(const QString &path) const
{
    return bookkeeping() + "/download/"_L1 + path + ".metadata"_L1;
}

QString LocalFolder::lockPath(const QString &path) const
{
    return bookkeeping() + "/download/"_L1 + path + ".lock"_L1;
}

QString LocalFolder::partialPath(const QString &path, const QString &etag) const
{
    const QByteArray digits =
        QCryptographicHash::hash("hubdesk/" + etag.toLatin1(), QCryptographicHash::Sha1).toHex();
    return folderOf(metadataPath(path)) + u'/' + shortName(path) + u'.' + etag + u'.'
        + QLatin1StringView(digits.constData(), 8) + ".incomplete"_L1;
}

Result<void> LocalFolder::checkPath(const QString &path)
{
    if (const auto valid = checkFilePath(path); !valid)
        return valid;
    // Some file systems do not tell capital letters apart, so neither does this.
    const QStringList segments = path.toCaseFolded().split(u'/');
    const bool isBookkeeping =
        segments.size() > 1 && segments.at(0) == ".cache"_L1 && segments.at(1) == "huggingface"_L1;
    // A repo that brings its own hooks or settings of git would run programs here.
    if (isBookkeeping || segments.contains(".git"_L1)) {
        return failure(ErrorKind::Invalid,
                       FolderText::tr("“%1” is not written: a folder of files must not bring its "
                                      "own .git or .cache/huggingface.")
                           .arg(path));
    }
    return {};
}

//! A link on the way must not lead out of the folder. What does not exist yet is judged by name.
Result<void> LocalFolder::checkInside(const QString &location) const
{
    const auto root = resolvedPath(QFile::encodeName(m_root).toStdString());
    const auto resolved = resolvedPath(QFile::encodeName(location).toStdString());
    const bool isInside = root && resolved
        && (*root == "/" || *resolved == *root || resolved->starts_with(*root + '/'));
    if (isInside)
        return {};
    return failure(ErrorKind::File,
                   FolderText::tr("“%1” is a symbolic link, or lies behind one, that leads out of "
                                  "“%2”.")
                       .arg(location, m_root));
}

std::optional<LocalMetadata> LocalFolder::notedMetadata(const QString &path) const
{
    const QString location = metadataPath(path);
    if (!checkPath(path) || !checkInside(location))
        return std::nullopt;
    QFile file(location);
    if (!QFileInfo(location).isFile() || file.size() > kMaxMetadata
        || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return parseMetadata(file.readAll());
}

std::optional<LocalMetadata> LocalFolder::metadata(const QString &path) const
{
    auto metadata = notedMetadata(path);
    struct stat info = {};
    if (!metadata || !checkInside(filePath(path))
        || ::stat(QFile::encodeName(filePath(path)).constData(), &info) != 0
        || modificationTime(info) - kClockSlack > metadata->timestamp)
        return std::nullopt;
    return metadata;
}

Result<LocalFolder::State> LocalFolder::state(const QString &path, const QString &etag, qint64 size,
                                              const std::function<bool(qint64)> &read) const
{
    if (const auto valid = checkPath(path); !valid)
        return std::unexpected(valid.error());
    const QString location = filePath(path);
    struct stat info = {};
    if (::lstat(QFile::encodeName(location).constData(), &info) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Result<State>(State::Missing)
                                                   : diskFailure(errno, location);
    if (const auto inside = checkInside(folderOf(location)); !inside)
        return std::unexpected(inside.error());
    // The link itself is replaced, never what it points to.
    if (!checkInside(location) || ::stat(QFile::encodeName(location).constData(), &info) != 0)
        return State::Different;
    if (S_ISDIR(info.st_mode))
        return diskFailure(EISDIR, location);
    if (!S_ISREG(info.st_mode) || info.st_size != size)
        return State::Different;
    if (const auto known = metadata(path); known)
        return known->etag == etag ? State::UpToDate : State::Different;
    const auto kind = Hasher::kindOf(etag);
    if (!kind)
        return State::Different;
    const auto found = hashOfFile(location, *kind, read);
    if (!found)
        return std::unexpected(found.error());
    return *found == etag ? State::NeedsMetadata : State::Different;
}

Result<void> LocalFolder::prepare(const QString &path) const
{
    if (const auto valid = checkPath(path); !valid)
        return valid;
    for (const QString &location : {filePath(path), metadataPath(path)}) {
        if (const auto inside = checkInside(folderOf(location)); !inside)
            return inside;
        if (const auto made = makeFolders(folderOf(location)); !made)
            return made;
    }
    writeMarkers();
    return {};
}

//! As the newer official client does; without them everything works just as well, so no error of
//! theirs stops a download.
void LocalFolder::writeMarkers() const
{
    const auto note = [](const Result<void> &written) {
        if (!written)
            qCInfo(lcCache).noquote() << written.error().message;
    };
    const QString scratch = bookkeeping() + "/.hubdesk-"_L1 + randomSuffix() + ".tmp"_L1;
    const QString tag = bookkeeping() + "/CACHEDIR.TAG"_L1;
    if (!QFileInfo::exists(tag))
        note(replaceFile(tag, kCacheTag.toByteArray(), scratch));
    const QString ignore = bookkeeping() + "/.gitignore"_L1;
    if (QFileInfo::exists(ignore))
        return;
    FileLock lock;
    const auto locked = lock.tryLock(ignore + ".lock"_L1);
    if (!locked || *locked == FileLock::State::Busy)
        return; // somebody else is making it
    note(replaceFile(ignore, "*", scratch));
    ::unlink(QFile::encodeName(ignore + ".lock"_L1).constData());
}

QString LocalFolder::leftOver(const QString &path, const QString &etag, qint64 size) const
{
    if (!checkPath(path) || !Hasher::kindOf(etag))
        return {};
    const QString own = partialPath(path, etag);
    const QString folder = folderOf(own);
    QString best;
    qint64 bestSize = -1;
    const auto consider = [&](const QString &location) {
        const QFileInfo info(location);
        if (info.isFile() && !info.isSymLink() && info.size() <= size && info.size() > bestSize) {
            bestSize = info.size();
            best = location;
        }
    };
    consider(own);
    consider(folder + u'/' + nameOf(path) + u'.' + etag + ".incomplete"_L1); // 0.27.1
    const QString stem = shortName(path) + u'.' + etag;
    static const QRegularExpression suffix(u"^\\.([0-9a-f]{8}\\.)?incomplete$"_s);
    for (const QString &name : QDir(folder).entryList({stem + ".*"_L1}, QDir::Files)) {
        if (suffix.matchView(QStringView(name).sliced(stem.size())).hasMatch())
            consider(folder + u'/' + name);
    }
    return best;
}

Result<void> LocalFolder::publish(const QString &path, const QString &partial,
                                  const QString &commit, const QString &etag) const
{
    if (const auto ready = prepare(path); !ready)
        return ready;
    if (const auto flushed = flushFile(partial); !flushed)
        return flushed;
    // Gone first: after a crash between the next two steps old words would vouch for new content.
    const QString words = metadataPath(path);
    if (::unlink(QFile::encodeName(words).constData()) == 0) {
        if (const auto flushed = flushFolder(folderOf(words)); !flushed)
            return flushed;
    } else if (errno != ENOENT) {
        return diskFailure(errno, words);
    }
    const QString location = filePath(path);
    if (::rename(QFile::encodeName(partial).constData(), QFile::encodeName(location).constData())
        != 0) {
        const int code = errno;
        return diskFailure(QFileInfo(location).isDir() ? EISDIR : code, location);
    }
    if (const auto flushed = flushFolder(folderOf(location)); !flushed)
        return flushed;
    return writeMetadata(path, commit, etag);
}

Result<void> LocalFolder::writeMetadata(const QString &path, const QString &commit,
                                        const QString &etag) const
{
    if (const auto ready = prepare(path); !ready)
        return ready;
    if (!isCommitHash(commit) || !Hasher::kindOf(etag)) {
        return failure(
            ErrorKind::Invalid,
            FolderText::tr("The Hub gave “%1” a version that cannot be noted.").arg(path));
    }
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    const QByteArray content =
        commit.toLatin1() + '\n' + etag.toLatin1() + '\n' + QByteArray::number(now, 'f', 3) + '\n';
    const QString location = metadataPath(path);
    // A name of its own, since that of the file may leave no room for a longer one.
    return replaceFile(location, content,
                       folderOf(location) + "/.hubdesk-"_L1 + randomSuffix() + ".tmp"_L1);
}

} // namespace hubdesk
