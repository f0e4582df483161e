// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"

#include "core/log/categories.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Folders in which the system shows drives that are connected.
bool holdsDrives(const QString &folder)
{
    return folder == "/mnt"_L1 || folder == "/media"_L1 || folder == "/run"_L1
        || folder == "/run/media"_L1 || folder == "/Volumes"_L1
        || QFileInfo(folder).path() == "/media"_L1 || QFileInfo(folder).path() == "/run/media"_L1;
}

//! A cache that nobody has made yet is an empty one, wherever the first download could make it:
//! HF_HOME may name a folder of which not even the parent is there. Where drives appear the place
//! itself must be there: a missing drive is not an empty cache.
bool isNotMadeYet(const QString &folder)
{
    if (folder.startsWith(QDir::homePath() + u'/'))
        return true;
    QFileInfo above(QDir::cleanPath(folder));
    while (!above.exists() && !above.isRoot())
        above = QFileInfo(above.path());
    return above.isDir() && above.isWritable() && !holdsDrives(above.filePath());
}

Result<CacheScan> scanOrEmpty(const QString &folder, const std::atomic_bool *abort)
{
    auto scan = scanCache(folder, ScanRules::Main, abort);
    if (!scan && scan.error().kind == ErrorKind::NotFound && isNotMadeYet(folder)) {
        CacheScan empty;
        empty.root = folder;
        return empty;
    }
    return scan;
}

} // namespace

//! All scans together.
struct CacheController::Found
{
    std::vector<CachedRepo> repos;
    QHash<QString, QString> roots; // as chosen, by what they are without links
    QStringList warnings; // plain words
    qint64 size = 0; // bytes
    qsizetype folders = 0;
};

Result<CacheController::Found> CacheController::scan(const CachePlaces &places,
                                                     const Scanner &scanner,
                                                     const std::atomic_bool *abort)
{
    Found found;
    QStringList roots = places.roots();
    if (roots.isEmpty())
        roots.append(QString()); // the scanner says what is wrong with it
    found.folders = roots.size();
    std::optional<Error> error; // of the first folder that has one
    QStringList unreadable;
    std::vector<CachedRepo> others;
    QSet<QString> seen;
    for (const QString &root : std::as_const(roots)) {
        // A link to a folder that was scanned already.
        const QString real = QFileInfo(root).canonicalFilePath();
        if (!real.isEmpty() && seen.contains(real)) {
            --found.folders;
            continue;
        }
        seen.insert(real);
        auto part = scanner(root, abort);
        if (!part) {
            unreadable.append(
                tr("The folder %1 cannot be looked into: %2").arg(root, part.error().message));
            error = error.value_or(part.error());
            continue;
        }
        found.size += part->size;
        found.roots.insert(part->root, root);
        // Of a repo that is in two of them the one to which downloads add comes first.
        for (CachedRepo &repo : part->repos) {
            auto &list = places.rootFor(repo.repo.type) == root ? found.repos : others;
            list.push_back(std::move(repo));
        }
        for (const QString &warning : std::as_const(part->warnings))
            found.warnings.append(plainCacheWarning(warning));
    }
    if (unreadable.size() == found.folders)
        return std::unexpected(*error);
    found.warnings = unreadable + found.warnings;
    std::ranges::move(others, std::back_inserter(found.repos));
    return found;
}

CacheController::CacheController(PlacesProvider places, QObject *parent)
    : CacheController(std::move(places), scanOrEmpty, parent)
{ }

CacheController::CacheController(PlacesProvider places, Scanner scanner, QObject *parent)
    : QObject(parent),
      m_places(std::move(places)),
      m_scanner(std::move(scanner))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &CacheController::rescan);
}

CacheController::~CacheController()
{
    if (m_abort)
        m_abort->store(true);
}

QString CacheController::rootOf(const CachedRepo &repo) const
{
    const QString folder = QFileInfo(repo.path).path();
    return m_roots.value(folder, folder);
}

void CacheController::rescan()
{
    m_soon.stop();
    if (m_abort)
        m_abort->store(true);
    m_abort = std::make_shared<std::atomic_bool>(false);
    const quint64 generation = ++m_generation;
    setState(State::Scanning);
    // The worker owns all it needs: this object may be gone before it ends.
    QThreadPool::globalInstance()->start([self = QPointer(this), scanner = m_scanner,
                                          places = m_places(), abort = m_abort, generation] {
        auto result = std::make_shared<Result<Found>>(scan(places, scanner, abort.get()));
        if (abort->load())
            return;
        QMetaObject::invokeMethod(
            qApp,
            [self, result, generation] {
                if (self)
                    self->finish(generation, std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

void CacheController::rescanSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void CacheController::finish(quint64 generation, Result<Found> found)
{
    if (generation != m_generation)
        return;
    m_abort.reset();
    if (!found) {
        qCInfo(lcCache) << "scan failed:" << found.error().message;
        m_error = found.error();
        setState(State::Failed);
        return;
    }
    m_error.reset();
    m_warnings = std::move(found->warnings);
    m_model.setShowsFolders(found->folders > 1);
    m_model.setRepos(std::move(found->repos));
    m_roots = std::move(found->roots);
    m_totalSize = found->size;
    m_hasScan = true;
    setState(State::Ready);
}

void CacheController::setState(State state)
{
    m_state = state;
    Q_EMIT
    stateChanged();
}

QString plainCacheWarning(const QString &warning)
{
    struct Rule
    {
        QLatin1StringView start;
        QString text;
    };
    const std::array rules{
        Rule{"Repo path is not a directory: "_L1,
             CacheController::tr("A file that does not belong into the cache: %1")},
        Rule{"Repo path is not a valid HuggingFace cache directory: "_L1,
             CacheController::tr("A folder that does not belong into the cache: %1")},
        Rule{"Snapshots dir doesn't exist in cached repo: "_L1,
             CacheController::tr("A repo of which no file was downloaded yet: %1")},
        Rule{"Refs directory cannot be a file: "_L1,
             CacheController::tr("A file stands where the branches are kept: %1")},
        Rule{"Snapshots folder corrupted. Found a file: "_L1,
             CacheController::tr("A file stands where only revisions are kept: %1")},
        Rule{"Blob missing (broken symlink): "_L1,
             CacheController::tr("The content of a file is missing: %1")},
    };
    for (const Rule &rule : rules) {
        if (warning.startsWith(rule.start))
            return rule.text.arg(warning.mid(rule.start.size()));
    }
    static const QRegularExpression inParentheses(u"\\(([^()]*)\\)\\.$"_s);
    const QString path = inParentheses.match(warning).captured(1);
    if (warning.startsWith("Repo type must be "_L1) && !path.isEmpty())
        return CacheController::tr("A folder of a kind that Hubdesk does not know: %1").arg(path);
    if (warning.startsWith("Reference(s) refer to missing commit hashes"_L1) && !path.isEmpty())
        return CacheController::tr("A branch or tag names a revision that is not there: %1")
            .arg(path);
    return warning;
}

} // namespace hubdesk
