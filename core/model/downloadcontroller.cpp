// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/downloadcontroller.h"

#include <QFuture>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

QStringList splitPatterns(const QString &text)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

DownloadController::DownloadController(HubClient *client, const CachePlaces &cache, QObject *parent)
    : QObject(parent),
      m_loader(client),
      m_files(&m_plan)
{
    m_loader.setCachePlaces(cache);
    connect(&m_loader, &TreeLoader::changed, this, &DownloadController::filesLoaded);
    connect(&m_loader, &TreeLoader::cachedChanged, this, [this] {
        m_plan.setCached(m_loader.cached());
        m_plan.setFreeBytes(m_loader.freeBytes());
        m_files.choiceChanged();
        Q_EMIT
        planChanged();
    });
    connect(&m_files, &DownloadFilesModel::chooseRequested, this, &DownloadController::setChosen);
    // Online again or signed in: what failed for that reason can be had now.
    connect(client, &HubClient::configChanged, this, [this] {
        if (state() == LoadState::Failed)
            retry();
    });
}

DownloadController::~DownloadController() = default;

void DownloadController::open(const RepoId &repo, const QString &revision, const GitRefs &refs,
                              const QStringList &paths)
{
    m_repo = repo;
    m_revision = revision.isEmpty() ? u"main"_s : revision;
    m_refs = refs;
    m_onlyPaths = paths;
    m_loader.load(m_repo, m_revision);
}

void DownloadController::setRevision(const QString &revision)
{
    if (revision == m_revision)
        return;
    m_revision = revision;
    m_loader.load(m_repo, m_revision);
}

void DownloadController::retry()
{
    m_loader.load(m_repo, m_revision);
}

void DownloadController::filesLoaded()
{
    const auto &listing = m_loader.listing();
    const bool ready = state() == LoadState::Ready || state() == LoadState::Empty;
    if (ready && listing) {
        const int group = m_plan.group();
        const QString title = group < 0 ? QString() : m_plan.groups()[size_t(group)].title;
        m_files.beginFilesReset();
        m_plan.setFiles(m_repo, listing->revision, listing->entries);
        m_files.endFilesReset();
        // Another revision keeps the choice where it has the same group.
        for (size_t i = 0; i < m_plan.groups().size() && !title.isEmpty(); ++i) {
            if (m_plan.groups()[i].title == title)
                m_plan.setGroup(static_cast<int>(i));
        }
        if (!m_onlyPaths.isEmpty())
            m_plan.chooseOnly(m_onlyPaths);
        m_files.choiceChanged();
        examine();
    }
    Q_EMIT
    stateChanged();
    Q_EMIT
    planChanged();
}

void DownloadController::setGroup(int group)
{
    m_onlyPaths.clear();
    m_plan.setGroup(group);
    m_files.choiceChanged();
    Q_EMIT
    planChanged();
}

void DownloadController::setPatterns(const QString &include, const QString &exclude)
{
    m_plan.setPatterns(splitPatterns(include), splitPatterns(exclude));
    m_files.choiceChanged();
    Q_EMIT
    planChanged();
}

void DownloadController::setChosen(const QString &path, bool chosen)
{
    m_plan.setChosen(path, chosen);
    m_files.choiceChanged();
    Q_EMIT
    planChanged();
}

void DownloadController::setTarget(const DownloadTarget &target)
{
    if (target == m_target)
        return;
    m_target = target;
    m_plan.setTarget(target, {}, {});
    m_files.choiceChanged();
    Q_EMIT
    planChanged();
    examine();
}

void DownloadController::examine()
{
    const quint64 round = ++m_targetRound;
    if (m_target.kind == DownloadTarget::Kind::Cache || m_target.path.isEmpty())
        return;
    QtConcurrent::run([target = m_target, listing = m_loader.listing(), root = cacheRoot()] {
        return std::pair(
            examineTarget(target, listing ? listing->entries : std::vector<TreeEntry>()),
            volumeOf(root));
    }).then(this, [this, round](const std::pair<TargetReport, QString> &found) {
        if (round != m_targetRound)
            return;
        m_plan.setTarget(m_target, found.first, found.second);
        m_files.choiceChanged();
        Q_EMIT
        planChanged();
    });
}

void DownloadController::setObstacle(const QString &obstacle)
{
    if (obstacle == m_obstacle)
        return;
    m_obstacle = obstacle;
    Q_EMIT
    planChanged();
}

QString DownloadController::problem() const
{
    return m_obstacle.isEmpty() ? m_plan.problem() : m_obstacle;
}

bool DownloadController::canDownload() const
{
    return state() == LoadState::Ready && problem().isEmpty();
}

void DownloadController::download()
{
    if (!canDownload())
        return;
    TransferOptions options = m_options;
    options.expectedBytes = m_plan.missingBytes();
    Q_EMIT
    downloadRequested(m_plan.request(), options);
}

} // namespace hubdesk
