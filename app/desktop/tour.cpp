// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/tour.h"

#include "app/desktop/seedroles.h"
#include "app/desktop/session.h"
#include "app/desktop/snapshotcheck.h"
#include "app/desktop/tourhands.h"
#include "app/desktop/tourscript.h"
#include "app/desktop/workbench.h"
#include "core/model/cachemodel.h"
#include "core/model/repolistmodel.h"
#include "core/net/hubclient.h"
#include "core/transfer/transferengine.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/statestack.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

using TourHands::find;

//! The row of \a view that shows \a repo; invalid while there is none.
QModelIndex rowOf(const QAbstractItemView *view, const RepoId &repo, int role)
{
    const QAbstractItemModel *model = view ? view->model() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(role).value<RepoId>() == repo)
            return index;
    }
    return {};
}

bool isReady(const QWidget *window, const QString &name)
{
    const auto *states = find<StateStack>(window, name);
    return states && states->state() == StateStack::State::Ready;
}

bool press(QWidget *button)
{
    if (!button || !button->isEnabled())
        return false;
    TourHands::click(button);
    return true;
}

} // namespace

Tour::Tour(Workbench *workbench, const QString &folder, QObject *parent)
    : QObject(parent),
      m_workbench(workbench),
      m_script(std::make_unique<TourScript>(workbench->window(), workbench->theme(), folder))
{
    connect(m_script.get(), &TourScript::pictureTaken, this, &Tour::pictureTaken);
    connect(m_script.get(), &TourScript::finished, this, [this](const QString &problem) {
        if (problem.isEmpty())
            check();
        else
            Q_EMIT
        finished(problem);
    });
}

Tour::~Tour() = default;

void Tour::start()
{
    m_roles = m_workbench->client()->send(SeedRolesRequest{});
    m_roles.then(this, [this](const Result<QHash<QString, RepoId>> &roles) {
        if (!roles || !roles->contains(u"sharded_safetensors"_s)) {
            Q_EMIT
            finished(roles ? tr("The demo Hub lacks the repo for the tour.")
                           : roles.error().message);
            return;
        }
        m_repo = roles->value(u"sharded_safetensors"_s);
        addSteps();
        addDownloadSteps();
        m_script->start();
    });
}

void Tour::addSteps()
{
    MainWindow *window = m_workbench->window();
    const auto list = [window] { return find<QAbstractItemView>(window, u"browseList"_s); };
    m_script->add({u"search"_s,
                   [this, window] {
                       auto *field = find<QLineEdit>(window, u"browseSearch"_s);
                       if (!field)
                           return false;
                       // Enough of the name for a list that still shows neighbours.
                       TourHands::type(field, m_repo.name().section(u'-', 0, 0));
                       return true;
                   },
                   [this, window, list] {
                       return isReady(window, u"browseStates"_s)
                           && rowOf(list(), m_repo, RepoListModel::RepoRole).isValid();
                   },
                   u"01-search"_s});
    m_script->add(
        {u"open the repo"_s,
         [this, list] {
             QAbstractItemView *view = list();
             const QModelIndex row = rowOf(view, m_repo, RepoListModel::RepoRole);
             if (!row.isValid())
                 return false;
             TourHands::clickRow(view, row);
             TourHands::press(view, Qt::Key_Return);
             return true;
         },
         [window] { return isReady(window, u"repoStates"_s) && isReady(window, u"cardStates"_s); },
         u"02-repo"_s});
    m_script->add({u"files"_s,
                   [window] {
                       auto *tabs = find<QTabBar>(window, u"repoTabs"_s);
                       if (!tabs)
                           return false;
                       TourHands::clickAt(tabs, tabs->tabRect(1).center());
                       return true;
                   },
                   [window] { return isReady(window, u"filesStates"_s); }, u"03-files"_s});
}

void Tour::addDownloadSteps()
{
    MainWindow *window = m_workbench->window();
    m_script->add({u"download dialog"_s,
                   [window] { return press(find<QPushButton>(window, u"repoDownload"_s)); },
                   [window] {
                       const auto *start = find<QPushButton>(window, u"downloadStart"_s);
                       return start && start->isEnabled();
                   },
                   u"04-download"_s});
    m_script->add({u"start the download"_s,
                   [window] { return press(find<QPushButton>(window, u"downloadStart"_s)); },
                   [this] { return !m_workbench->engine()->transfers().empty(); },
                   {}});
    m_script->add({u"transfer"_s, [window] { return press(find(window, u"nav-transfers"_s)); },
                   [this] {
                       const auto ids = m_workbench->engine()->transfers();
                       const auto transfer = m_workbench->engine()->transfer(ids.front());
                       return transfer && isEnded(transfer->state);
                   },
                   u"05-transfers"_s});
    m_script->add({u"cache"_s, [window] { return press(find(window, u"nav-cache"_s)); },
                   [this, window] {
                       auto *list = find<QAbstractItemView>(window, u"cacheList"_s);
                       const QModelIndex row = rowOf(list, m_repo, CacheModel::RepoRole);
                       if (!row.isValid())
                           return false;
                       TourHands::clickRow(list, row);
                       return true;
                   },
                   u"06-cache"_s});
    m_script->add({u"settings"_s, [window] { return press(find(window, u"nav-settings"_s)); },
                   [window] { return find(window, u"settingsDialog"_s) != nullptr; },
                   u"07-settings"_s});
}

void Tour::check()
{
    const auto ids = m_workbench->engine()->transfers();
    const auto transfer = m_workbench->engine()->transfer(ids.front());
    if (!transfer || transfer->state != TransferState::Finished) {
        Q_EMIT
        finished(transfer && transfer->error ? transfer->error->message
                                             : tr("The download did not finish."));
        return;
    }
    QSet<QString> wanted;
    for (const TransferFile &file : transfer->files)
        wanted.insert(file.path);
    m_check = std::make_unique<SnapshotCheck>(
        m_workbench->client(),
        CacheLayout(m_workbench->session()->cachePlaces().rootFor(m_repo.type)), m_repo,
        transfer->commit);
    connect(m_check.get(), &SnapshotCheck::finished, this,
            [this](const QStringList &problems, int files, qint64 bytes) {
                if (problems.isEmpty())
                    QTextStream(stderr)
                        << tr("%n file(s) with %1 bytes are on the disk as the Hub lists them.",
                              nullptr, files)
                               .arg(bytes)
                        << Qt::endl;
                Q_EMIT
                finished(problems.join(u'\n'));
            });
    m_check->start([wanted](const QString &path) { return wanted.contains(path); });
}

} // namespace hubdesk
