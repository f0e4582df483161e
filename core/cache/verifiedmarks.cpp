// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/verifiedmarks.h"

#include "core/cache/filecopy.h"
#include "core/cache/filelock.h"
#include "core/cache/folders.h"
#include "core/cache/pathresolver.h"
#include "core/log/categories.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;
constexpr qint64 kFlushInterval = 3000; // ms: one write for many small files
constexpr qint64 kFlushShare = 20; // and no more than a twentieth of the time, with many marks
constexpr int kLockTries = 50; // others hold it for the time of one small write

//! What of a file a mark depends on; none when there is no such file.
std::optional<VerifiedMark> factsOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0 || !S_ISREG(info.st_mode))
        return std::nullopt;
    VerifiedMark facts;
    facts.size = info.st_size;
    facts.modified = info.st_mtim.tv_sec * 1'000'000'000LL + info.st_mtim.tv_nsec;
    facts.inode = info.st_ino;
    return facts;
}

//! The folder that keeps the marks of \a path together: the repo's for a blob, its own otherwise.
std::pair<QString, QString> split(const QString &path)
{
    QString folder = path.left(path.lastIndexOf(u'/'));
    if (folder.endsWith("/blobs"_L1))
        folder.chop(6);
    const auto resolved = resolvedPath(QFile::encodeName(folder).toStdString());
    const QString below = path.sliced(folder.size() + 1);
    return {resolved ? QFile::decodeName(QByteArray::fromStdString(*resolved)) : folder, below};
}

QJsonArray toJson(const VerifiedMark &mark)
{
    // Texts, because a double cannot hold nanoseconds or every inode.
    return {mark.etag, mark.date.toString(Qt::ISODateWithMs), mark.size,
            QString::number(mark.modified), QString::number(mark.inode)};
}

VerifiedMark markFromJson(const QJsonArray &array)
{
    VerifiedMark mark;
    mark.etag = array.at(0).toString();
    mark.date = QDateTime::fromString(array.at(1).toString(), Qt::ISODateWithMs).toUTC();
    mark.size = array.at(2).toInteger();
    mark.modified = array.at(3).toString().toLongLong();
    mark.inode = array.at(4).toString().toULongLong();
    return mark;
}

QHash<QString, VerifiedMark> readMarks(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value("version"_L1).toInt() != kVersion)
        return {};
    QHash<QString, VerifiedMark> marks;
    const QJsonObject files = object.value("files"_L1).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const VerifiedMark mark = markFromJson(it.value().toArray());
        if (mark.date.isValid() && !mark.etag.isEmpty())
            marks.insert(it.key(), mark);
    }
    return marks;
}

} // namespace

VerifiedMarks::VerifiedMarks(QString folder)
    : m_folder(std::move(folder))
{ }

VerifiedMarks::~VerifiedMarks()
{
    flush();
}

QString VerifiedMarks::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation)
        + "/hubdesk/verified"_L1;
}

QString VerifiedMarks::filePath(const QString &folder) const
{
    const QByteArray digest =
        QCryptographicHash::hash(QFile::encodeName(folder), QCryptographicHash::Sha1).toHex();
    return m_folder + u'/' + QString::fromLatin1(digest) + ".json"_L1;
}

VerifiedMarks::Book &VerifiedMarks::book(const QString &folder)
{
    const auto it = m_books.find(folder);
    if (it != m_books.end())
        return *it;
    Book book;
    book.folder = folder;
    if (!m_folder.isEmpty())
        book.marks = readMarks(filePath(folder));
    return *m_books.insert(folder, book);
}

void VerifiedMarks::note(const QString &blobPath, const std::optional<VerifiedMark> &mark)
{
    const auto [folder, below] = split(blobPath);
    const std::lock_guard lock(m_mutex);
    Book &entry = book(folder);
    if (mark)
        entry.marks.insert(below, *mark);
    else if (!entry.marks.remove(below))
        return;
    entry.changed.insert(below, mark.has_value());
    flushSometimes();
}

void VerifiedMarks::flushSometimes()
{
    if (!m_sinceFlush.isValid())
        m_sinceFlush.start();
    else if (m_sinceFlush.elapsed() >= std::max(kFlushInterval, kFlushShare * m_flushCost))
        flushLocked();
}

void VerifiedMarks::markAll(const QString &blobsFolder, const QStringList &etags)
{
    if (etags.isEmpty())
        return;
    const auto [folder, below] = split(blobsFolder + u'/' + etags.first());
    const QString prefix = below.chopped(etags.first().size());
    std::vector<std::pair<QString, VerifiedMark>> marks;
    marks.reserve(static_cast<size_t>(etags.size()));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &etag : etags) {
        auto facts = factsOf(blobsFolder + u'/' + etag);
        if (!facts)
            continue;
        facts->etag = etag;
        facts->date = now;
        marks.emplace_back(prefix + etag, *facts);
    }
    const std::lock_guard lock(m_mutex);
    Book &entry = book(folder);
    for (const auto &[name, mark] : marks) {
        entry.marks.insert(name, mark);
        entry.changed.insert(name, true);
    }
    flushSometimes();
}

void VerifiedMarks::mark(const QString &blobPath, const QString &etag)
{
    auto facts = factsOf(blobPath);
    if (!facts)
        return;
    facts->etag = etag;
    facts->date = QDateTime::currentDateTimeUtc();
    note(blobPath, facts);
}

void VerifiedMarks::forget(const QString &blobPath)
{
    note(blobPath, std::nullopt);
}

std::optional<VerifiedMark> VerifiedMarks::lookup(const QString &blobPath)
{
    const auto facts = factsOf(blobPath);
    if (!facts)
        return std::nullopt;
    const auto [folder, below] = split(blobPath);
    const std::lock_guard lock(m_mutex);
    const Book &entry = book(folder);
    const auto it = entry.marks.constFind(below);
    if (it == entry.marks.constEnd() || it->size != facts->size || it->modified != facts->modified
        || it->inode != facts->inode)
        return std::nullopt;
    return *it;
}

void VerifiedMarks::flush()
{
    const std::lock_guard lock(m_mutex);
    flushLocked();
}

void VerifiedMarks::flushLocked()
{
    QElapsedTimer clock;
    clock.start();
    for (Book &entry : m_books) {
        if (!entry.changed.isEmpty() && !m_folder.isEmpty())
            write(entry);
        entry.changed.clear();
    }
    m_flushCost = clock.elapsed();
    m_sinceFlush.start();
}

void VerifiedMarks::write(Book &book) const
{
    if (const auto made = makeFolders(m_folder); !made) {
        qCInfo(lcCache).noquote() << made.error().message;
        return;
    }
    const QString path = filePath(book.folder);
    FileLock lock;
    for (int i = 0; i < kLockTries && !lock.isLocked(); ++i) {
        const auto locked = lock.tryLock(path + ".lock"_L1);
        if (!locked)
            break; // then the last writer wins
        if (*locked == FileLock::State::Busy)
            ::usleep(2000);
    }
    // Others have written since: theirs stays, but for what this object knows better.
    QHash<QString, VerifiedMark> all = readMarks(path);
    for (auto it = book.changed.cbegin(); it != book.changed.cend(); ++it) {
        if (it.value())
            all.insert(it.key(), book.marks.value(it.key()));
        else
            all.remove(it.key());
    }
    // Sorted by the object, so equal content is an equal file.
    QJsonObject files;
    // Once is enough: a mark of a file that goes later harms nobody.
    const bool sweeps = !std::exchange(book.isSwept, true);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (!sweeps || book.changed.contains(it.key())
            || QFile::exists(book.folder + u'/' + it.key()))
            files.insert(it.key(), toJson(it.value()));
    }
    const QJsonObject object{
        {"version"_L1, kVersion}, {"folder"_L1, book.folder}, {"files"_L1, files}};
    const auto written = replaceFile(path, QJsonDocument(object).toJson(QJsonDocument::Compact),
                                     path + u'.' + randomSuffix());
    if (!written)
        qCInfo(lcCache).noquote() << written.error().message;
    book.marks = std::move(all);
}

} // namespace hubdesk
