// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cachepane.h"

#include "core/model/cachecontroller.h"
#include "core/model/cachefiltermodel.h"
#include "core/model/humanformat.h"
#include "core/model/updatecontroller.h"
#include "core/settings/settings.h"
#include "ui/panes/cache/cachedelegate.h"
#include "ui/panes/cache/cachedetails.h"
#include "ui/panes/cache/cacheversionbox.h"
#include "ui/panes/cache/cachewarnings.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statestack.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kAllTypes = 100;
constexpr int kNewVersions = 101;
constexpr int kDetailsWidth = 420;
constexpr int kRoomForRevisions = 560; // width of the list
constexpr int kRoomForFiles = 480;

} // namespace

CachePane::CachePane(const UiContext &context, CacheController *controller,
                     UpdateController *updates, QWidget *parent)
    : Pane(context, u"cache"_s, tr("Cache"), parent),
      m_controller(controller),
      m_updates(updates),
      m_header(new PaneHeader(context, title(), this)),
      m_search(new SearchField(context, tr("Filter repos"), this)),
      m_chips(new FilterChips(tr("Filter"), this)),
      m_warnings(new CacheWarnings(context, this)),
      m_filter(new CacheFilterModel(this)),
      m_list(new QTreeView(this)),
      m_splitter(new QSplitter(this)),
      m_states(new StateStack(context, m_splitter, this))
{
    makeActions();
    m_details = new CacheDetails(context, {m_openFolder, m_copyPath}, this);
    m_version = new CacheVersionBox(context, updates, {m_update, m_showChanges, m_pin}, this);
    m_details->addSection(m_version);
    build();
    buildList();
    connectAll();
    connectVersions();
    updateSelection();
    updateState();
}

CachePane::~CachePane() = default;

void CachePane::makeActions()
{
    m_openFolder = addMenuAction(u"openFolder"_s, tr("&Open folder"), u"folder-open"_s);
    m_openFolder->setShortcut(QKeySequence(u"Ctrl+O"_s));
    m_copyPath = addMenuAction(u"copyPath"_s, tr("Copy pat&h"), u"copy"_s);
    m_copyPath->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    m_browse = addMenuAction(u"showInBrowse"_s, tr("Show in &Browse"), u"browse"_s);
    m_browse->setShortcut(QKeySequence(u"Ctrl+B"_s));
    addMenuSeparator();
    m_update = addMenuAction(u"update"_s, tr("&Update to the new version"), u"download"_s);
    m_update->setIconText(tr("Update"));
    m_update->setShortcut(QKeySequence(u"Ctrl+D"_s));
    m_showChanges = addMenuAction(u"showChanges"_s, tr("Show what cha&nges"), u"file-text"_s);
    m_showChanges->setIconText(tr("What changes"));
    m_showChanges->setShortcut(QKeySequence(u"Ctrl+Shift+D"_s));
    m_pin = addMenuAction(u"pinVersion"_s, tr("&Pin this version"), u"lock"_s);
    m_pin->setShortcut(QKeySequence(u"Ctrl+Shift+L"_s));
    m_check = addMenuAction(u"checkVersions"_s, tr("Check for new &versions"), u"globe"_s);
    m_check->setShortcut(QKeySequence(u"Ctrl+Shift+R"_s));
    addMenuSeparator();
    m_rescan = addMenuAction(u"rescan"_s, tr("&Rescan"), u"refresh"_s);
    m_rescan->setShortcut(QKeySequence(u"Ctrl+R"_s));
    m_openCache = addMenuAction(u"openCache"_s, tr("Open the &cache folder"), u"folder"_s);
    m_openCache->setIconText(tr("Open cache folder"));
}

void CachePane::build()
{
    m_search->setObjectName(u"cacheSearch"_s);
    m_search->setTarget(m_list);
    m_header->addWidget(m_search);
    m_header->addAction(m_check);
    m_header->addAction(m_openCache);
    m_header->addAction(m_rescan);
    m_chips->addChip(kAllTypes, tr("All"));
    m_chips->addChip(static_cast<int>(RepoType::Model), tr("Models"));
    m_chips->addChip(static_cast<int>(RepoType::Dataset), tr("Datasets"));
    m_chips->addChip(static_cast<int>(RepoType::Space), tr("Spaces"));
    m_chips->addChip(kNewVersions, tr("New versions"));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({3 * kDetailsWidth, kDetailsWidth});
    m_splitter->restoreState(context().settings->state(u"cache/splitter"_s).toByteArray());
    auto *column = new QVBoxLayout(this);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_header);
    column->addWidget(m_chips);
    column->addWidget(m_warnings);
    column->addWidget(m_states, 1);
}

void CachePane::buildList()
{
    constexpr int kMinimumWidth = 420;
    constexpr int kSizeWidth = 88;
    constexpr int kCountWidth = 72;
    constexpr int kRevisionsWidth = 88;
    constexpr int kUsedWidth = 124;
    m_filter->setSourceModel(m_controller->model());
    m_list->setObjectName(u"cacheList"_s);
    m_list->setAccessibleName(tr("Repos in the cache"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new CacheDelegate(context(), m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSortingEnabled(true);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMinimumWidth(kMinimumWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(CacheModel::RepoColumn, QHeaderView::Stretch);
    header->resizeSection(CacheModel::SizeColumn, kSizeWidth);
    header->resizeSection(CacheModel::FilesColumn, kCountWidth);
    header->resizeSection(CacheModel::RevisionsColumn, kRevisionsWidth);
    header->resizeSection(CacheModel::LastUsedColumn, kUsedWidth);
    m_list->sortByColumn(CacheModel::SizeColumn, Qt::DescendingOrder);
    header->restoreState(context().settings->state(u"cache/columns"_s).toByteArray());
    m_list->viewport()->installEventFilter(this);
    setFocusProxy(m_list);
}

bool CachePane::eventFilter(QObject *watched, QEvent *event)
{
    // The name of the repo comes first: when it gets narrow, the less telling columns go.
    if (watched == m_list->viewport() && event->type() == QEvent::Resize) {
        m_list->setColumnHidden(CacheModel::RevisionsColumn, m_list->width() < kRoomForRevisions);
        m_list->setColumnHidden(CacheModel::FilesColumn, m_list->width() < kRoomForFiles);
    }
    return Pane::eventFilter(watched, event);
}

void CachePane::connectAll()
{
    connect(m_controller, &CacheController::stateChanged, this, [this] {
        updateState();
        updateSelection();
    });
    connect(m_rescan, &QAction::triggered, m_controller, &CacheController::rescan);
    connect(m_states, &StateStack::retryRequested, m_controller, &CacheController::rescan);
    connect(m_states, &StateStack::actionRequested, this, [this] {
        if (m_controller->model()->rowCount() == 0) {
            Q_EMIT
            openRequested(u"browse"_s, {});
            return;
        }
        m_search->clear();
        m_chips->setCurrent(kAllTypes);
        showFilter(kAllTypes);
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text.trimmed());
        updateState();
    });
    connect(m_chips, &FilterChips::currentChanged, this, &CachePane::showFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CachePane::updateSelection);
    connect(m_list, &QTreeView::customContextMenuRequested, this, [this](const QPoint &position) {
        if (m_list->indexAt(position).isValid())
            showContextMenu(m_list->viewport()->mapToGlobal(position));
    });
    connect(m_list, &QTreeView::activated, this,
            [this] { m_details->view()->setFocus(Qt::OtherFocusReason); });
    connect(m_details, &CacheDetails::folderActivated, this, &CachePane::openPath);
    connect(m_details, &CacheDetails::contextMenuRequested, this, &CachePane::showContextMenu);
    connect(m_openFolder, &QAction::triggered, this,
            [this] { openPath(m_details->selectedFolder()); });
    // Of several folders the one that the user is looking at.
    connect(m_openCache, &QAction::triggered, this, [this] {
        const auto repo = selectedRepo();
        openPath(repo && m_controller->places().roots().size() > 1 ? m_controller->rootOf(*repo)
                                                                   : m_controller->root());
    });
    connect(m_copyPath, &QAction::triggered, this, [this] {
        context().prompter->copyText(m_details->selectedPath());
        notify(tr("Path copied"));
    });
    connect(m_browse, &QAction::triggered, this, [this] {
        if (const auto repo = selectedRepo())
            Q_EMIT
        openRequested(u"browse"_s, repo->repo.uri());
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().settings->setState(u"cache/splitter"_s, m_splitter->saveState()); });
    const auto saveColumns = [this] {
        context().settings->setState(u"cache/columns"_s, m_list->header()->saveState());
    };
    connect(m_list->header(), &QHeaderView::sortIndicatorChanged, this, saveColumns);
    connect(m_list->header(), &QHeaderView::sectionResized, this, saveColumns);
}

void CachePane::connectVersions()
{
    connect(m_check, &QAction::triggered, this, [this] {
        if (m_updates->isChecking()) {
            m_updates->stopChecking();
            return;
        }
        m_saysResult = true;
        m_updates->check();
    });
    connect(m_updates, &UpdateController::checkingChanged, this, &CachePane::updateChecking);
    connect(m_updates, &UpdateController::versionsChanged, this, [this] {
        const int count = m_updates->newCount();
        m_chips->setCount(kNewVersions, count > 0 ? count : -1);
        updateState(); // repos may come and go with the filter
    });
    updateChecking();
}

void CachePane::updateChecking()
{
    const bool isChecking = m_updates->isChecking();
    m_check->setText(isChecking ? tr("Stop checking for new &versions")
                                : tr("Check for new &versions"));
    m_check->setIconText(isChecking ? tr("Stop checking") : tr("Check for new versions"));
    updateHeader();
    if (isChecking || !std::exchange(m_saysResult, false))
        return;
    const int count = m_updates->newCount();
    if (m_updates->error())
        notify(m_updates->error()->message);
    else if (count == 0)
        notify(tr("No new versions"));
    else
        notify(count == 1 ? tr("1 repo has a new version")
                          : tr("%n repos have a new version", nullptr, count));
}

void CachePane::showFilter(int chip)
{
    m_filter->setType(chip >= kAllTypes ? std::nullopt
                                        : std::optional(static_cast<RepoType>(chip)));
    m_filter->setOnlyNew(chip == kNewVersions);
    updateState();
}

void CachePane::updateState()
{
    const bool isEmpty = m_controller->model()->rowCount() == 0;
    m_chips->setVisible(!isEmpty);
    m_search->setVisible(!isEmpty);
    m_rescan->setEnabled(m_controller->state() != CacheController::State::Scanning);
    m_check->setEnabled(m_controller->state() == CacheController::State::Ready && !isEmpty);
    m_warnings->setWarnings(m_controller->warnings());
    updateHeader();
    switch (m_controller->state()) {
    case CacheController::State::Idle:
    case CacheController::State::Scanning:
        m_states->showLoading();
        return;
    case CacheController::State::Failed:
        // Numbers of a folder that cannot be read any more would be wrong.
        m_states->clearContent();
        m_states->showError(*m_controller->error(),
                            m_controller->error()->kind == ErrorKind::NotFound
                                ? tr("Is the drive connected? Otherwise choose another cache "
                                     "folder in the settings.")
                                : QString());
        return;
    case CacheController::State::Ready:
        break;
    }
    if (isEmpty)
        m_states->showEmpty(tr("Nothing downloaded yet"), tr("Browse models"), u"cache"_s);
    else if (m_filter->rowCount() == 0)
        m_states->showEmpty(m_chips->current() == kNewVersions ? tr("No new version is known")
                                                               : tr("No repo matches the filter"),
                            tr("Show all"), u"filter"_s);
    else
        m_states->showReady();
}

void CachePane::updateHeader()
{
    const QStringList folders = m_controller->places().roots();
    const bool failed = m_controller->state() == CacheController::State::Failed;
    const QString progress = m_updates->progressText();
    if (failed || !m_controller->hasScan()) {
        m_header->setFacts(folders.join(", "_L1));
        return;
    }
    if (!progress.isEmpty()) {
        m_header->setFacts(progress);
        return;
    }
    const int repos = m_controller->model()->rowCount();
    const QString count = repos == 1 ? tr("1 repo") : tr("%n repos", nullptr, repos);
    const QString size = humanSize(m_controller->totalSize());
    const auto places = static_cast<int>(folders.size());
    m_header->setFacts(
        places > 1
            ? tr("%1, %2 in %n folders", "repos, size", places).arg(count, size)
            : tr("%1, %2 in %3", "repos, size, folder").arg(count, size, m_controller->root()));
}

std::optional<CachedRepo> CachePane::selectedRepo() const
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return std::nullopt;
    return m_controller->model()->at(m_filter->mapToSource(rows.constFirst()).row());
}

void CachePane::updateSelection()
{
    const auto repo = selectedRepo();
    for (QAction *action : {m_openFolder, m_copyPath, m_browse})
        action->setEnabled(repo.has_value());
    if (repo)
        m_details->showRepo(*repo);
    else
        m_details->showNothing();
    m_version->setRepo(repo ? std::optional(repo->repo) : std::nullopt);
}

void CachePane::showContextMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cacheMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_openFolder, m_copyPath, m_browse});
    menu->addSeparator();
    menu->addActions({m_update, m_showChanges, m_pin});
    menu->popup(globalPosition);
}

void CachePane::openPath(const QString &path)
{
    if (!path.isEmpty())
        context().prompter->openUrl(QUrl::fromLocalFile(path));
}

void CachePane::refresh()
{
    m_controller->rescan();
}

void CachePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CachePane::focusContent()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

bool CachePane::select(const RepoId &repo)
{
    const int row = m_controller->model()->rowOf(repo);
    const QModelIndex index =
        m_filter->mapFromSource(m_controller->model()->index(std::max(row, 0), 0));
    if (row < 0 || !index.isValid())
        return false;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    return true;
}

void CachePane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_controller->state() == CacheController::State::Idle)
        m_controller->rescan();
}

} // namespace hubdesk
