// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cacheversionbox.h"

#include "core/model/humanformat.h"
#include "core/model/updatefilesmodel.h"
#include "ui/theme/measures.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMostRows = 6; // more of the changed files scroll

} // namespace

CacheVersionBox::CacheVersionBox(const UiContext &context, UpdateController *updates,
                                 const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_updates(updates),
      m_actions(actions),
      m_version(new ThemedLabel(context.theme, FontRole::Body, Token::Text, this)),
      m_plan(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_model(new UpdateFilesModel(this)),
      m_files(new QTreeView(this)),
      m_newButtons(new QWidget(this))
{
    m_version->setObjectName(u"cacheVersion"_s);
    m_version->setWordWrap(true);
    m_plan->setObjectName(u"cacheUpdatePlan"_s);
    m_plan->setWordWrap(true);
    buildList();
    const auto addButton = [this](QLayout *row, QAction *action) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"version"_s + action->objectName());
        if (action == m_actions.update)
            makePrimary(button);
        bindButton(button, action);
        row->addWidget(button);
    };
    auto *newRow = new QHBoxLayout(m_newButtons);
    newRow->setContentsMargins(0, 0, 0, 0);
    addButton(newRow, actions.update);
    addButton(newRow, actions.showChanges);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_newButtons);
    addButton(buttons, actions.pin);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, measure::kSmall, 0, measure::kSmall);
    column->setSpacing(measure::kSmall);
    column->addWidget(m_version);
    column->addWidget(m_plan);
    column->addWidget(m_files);
    column->addLayout(buttons);
    connectAll();
    refresh();
}

CacheVersionBox::~CacheVersionBox() = default;

void CacheVersionBox::buildList()
{
    constexpr int kChangeWidth = 84;
    constexpr int kSizeWidth = 84;
    m_files->setObjectName(u"cacheUpdateFiles"_s);
    m_files->setAccessibleName(tr("Files that the update changes"));
    m_files->setModel(m_model);
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setAllColumnsShowFocus(true);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_files->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(UpdateFilesModel::PathColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(UpdateFilesModel::ChangeColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(UpdateFilesModel::SizeColumn, QHeaderView::Fixed);
    header->resizeSection(UpdateFilesModel::ChangeColumn, kChangeWidth);
    header->resizeSection(UpdateFilesModel::SizeColumn, kSizeWidth);
}

void CacheVersionBox::connectAll()
{
    connect(m_updates, &UpdateController::versionsChanged, this, &CacheVersionBox::refresh);
    connect(m_updates, &UpdateController::planChanged, this, &CacheVersionBox::refresh);
    connect(m_actions.update, &QAction::triggered, this, [this] {
        if (m_repo)
            m_updates->update(*m_repo);
    });
    connect(m_actions.showChanges, &QAction::triggered, this, [this] {
        if (m_repo)
            m_updates->loadPlan(*m_repo);
    });
    connect(m_actions.pin, &QAction::triggered, this, [this] {
        if (m_repo)
            m_updates->setPinned(*m_repo, !m_updates->version(*m_repo).isPinned);
    });
}

void CacheVersionBox::setRepo(const std::optional<RepoId> &repo)
{
    m_repo = repo;
    refresh();
}

void CacheVersionBox::refresh()
{
    const RepoVersion version = m_repo ? m_updates->version(*m_repo) : RepoVersion{};
    const bool isNew = version.isNew() && !version.isUpdating;
    m_actions.update->setEnabled(isNew);
    m_actions.showChanges->setEnabled(isNew);
    m_newButtons->setVisible(isNew);
    // What was ordered is not wanted any more only after it was canceled.
    m_actions.pin->setEnabled(!version.ref.isEmpty() && !version.isUpdating);
    m_actions.pin->setText(version.isPinned ? tr("Un&pin this version") : tr("&Pin this version"));
    m_actions.pin->setIconText(version.isPinned ? tr("Unpin") : tr("Pin"));
    m_version->setText(versionText(version));
    showPlan(version);
}

void CacheVersionBox::showPlan(const RepoVersion &version)
{
    const UpdatePlanner &planner = m_updates->planner();
    const bool isMine = m_repo && version.isNew() && planner.repo() == *m_repo
        && planner.commit() == version.hubCommit;
    const LoadState state = isMine ? planner.state() : LoadState::Idle;
    m_model->setFiles(state == LoadState::Ready ? planner.plan().files
                                                : std::vector<UpdatePlan::File>{});
    m_files->setVisible(m_model->rowCount() > 0);
    const int rows = std::min(m_model->rowCount(), kMostRows);
    m_files->setFixedHeight(m_files->header()->sizeHint().height()
                            + rows * std::max(m_files->sizeHintForRow(0), 0)
                            + 2 * m_files->frameWidth());
    m_plan->setToken(state == LoadState::Failed ? Token::Bad : Token::TextSecondary);
    m_plan->setVisible(state != LoadState::Idle);
    if (state == LoadState::Loading)
        m_plan->setText(tr("Comparing the two versions"));
    else if (state == LoadState::Failed)
        m_plan->setText(planner.error()->message);
    else if (state == LoadState::Ready)
        m_plan->setText(planText(planner.plan()));
}

QString CacheVersionBox::versionText(const RepoVersion &version)
{
    const QString mine = shortCommit(version.cachedCommit);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (version.ref.isEmpty())
        return tr("Only single commits are cached: there is no branch or tag to follow.");
    if (version.isPinned)
        return tr("Pinned at %1: not checked for new versions.").arg(mine);
    if (version.isUpdating)
        return tr("The new version %1 is in the queue. %2 stays until all of it is there.")
            .arg(shortCommit(version.hubCommit), mine);
    switch (version.state) {
    case VersionState::Unknown:
        return tr("%1 is at %2. Not checked for a new version yet.").arg(version.ref, mine);
    case VersionState::UpToDate:
        return tr("%1 is at %2 and up to date, checked %3.")
            .arg(version.ref, mine, relativeTime(version.checkedAt, now));
    case VersionState::NewVersion: {
        const QString when = relativeTime(version.hubDate, now);
        const QString hub = shortCommit(version.hubCommit);
        return when.isEmpty()
            ? tr("New version of %1: %2. You have %3.").arg(version.ref, hub, mine)
            : tr("New version of %1: %2, %3. You have %4.").arg(version.ref, hub, when, mine);
    }
    case VersionState::Gone:
        return tr("The Hub has no such repo or revision any more, or it is private. What is "
                  "cached stays.");
    case VersionState::NoAccess:
        return tr("This account may not read the repo any more. What is cached stays.");
    }
    return {};
}

QString CacheVersionBox::planText(const UpdatePlan &plan)
{
    if (plan.isEmpty())
        return tr("The new version has none of the files that are cached.");
    const auto changed = static_cast<int>(plan.files.size());
    QStringList parts{changed == 1 ? tr("1 file changes")
                                   : tr("%n files change", nullptr, changed)};
    parts.append(plan.filesToFetch == 0 ? tr("nothing to fetch")
                                        : tr("%1 to fetch").arg(humanSize(plan.bytesToFetch)));
    if (plan.leftOut > 0)
        parts.append(plan.leftOut == 1
                         ? tr("1 file that you never had is left out")
                         : tr("%n files that you never had are left out", nullptr, plan.leftOut));
    return parts.join(u" · "_s);
}

} // namespace hubdesk
