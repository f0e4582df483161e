// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cachecontroller.h"

#include "core/log/categories.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QThreadPool>

#include <array>

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

CacheController::CacheController(RootProvider root, QObject *parent)
    : CacheController(std::move(root), scanOrEmpty, parent)
{ }

CacheController::CacheController(RootProvider root, Scanner scanner, QObject *parent)
    : QObject(parent),
      m_root(std::move(root)),
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

void CacheController::rescan()
{
    m_soon.stop();
    if (m_abort)
        m_abort->store(true);
    m_abort = std::make_shared<std::atomic_bool>(false);
    const quint64 generation = ++m_generation;
    setState(State::Scanning);
    // The worker owns all it needs: this object may be gone before it ends.
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), scanner = m_scanner, root = m_root(), abort = m_abort, generation] {
            auto result = std::make_shared<Result<CacheScan>>(scanner(root, abort.get()));
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

void CacheController::finish(quint64 generation, Result<CacheScan> result)
{
    if (generation != m_generation)
        return;
    m_abort.reset();
    if (!result) {
        qCInfo(lcCache) << "scan failed:" << result.error().message;
        m_error = result.error();
        setState(State::Failed);
        return;
    }
    m_error.reset();
    m_warnings.clear();
    for (const QString &warning : std::as_const(result->warnings))
        m_warnings.append(plainCacheWarning(warning));
    m_model.setRepos(std::exchange(result->repos, {}));
    m_scan = std::move(*result);
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
