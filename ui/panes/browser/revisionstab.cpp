// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/revisionstab.h"

#include "core/model/reposnippets.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/revisioncombo.h"
#include "ui/widgets/statestack.h"

#include <QHeaderView>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kRevisionRole = Qt::UserRole;
enum Column { NameColumn, CommitColumn, ColumnCount };

} // namespace

RevisionsTab::RevisionsTab(const UiContext &context, RepoController *controller, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_tree(new QTreeWidget(this)),
      m_states(new StateStack(context, m_tree, this))
{
    m_states->setObjectName(u"revisionsStates"_s);
    m_tree->setObjectName(u"repoRevisions"_s);
    m_tree->setAccessibleName(tr("Revisions"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Name"), tr("Commit")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(CommitColumn, 380);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);

    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const QString revision = item->data(NameColumn, kRevisionRole).toString();
        if (!revision.isEmpty())
            Q_EMIT
        revisionChosen(revision);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &RevisionsTab::showContextMenu);
    connect(m_controller, &RepoController::refsChanged, this, &RevisionsTab::showState);
    connect(m_controller, &RepoController::stateChanged, this, [this] {
        if (m_controller->refsState() == LoadState::Failed)
            showState();
    });
    connect(m_controller, &RepoController::repoChanged, this, &RevisionsTab::markCurrent);
    connect(m_states, &StateStack::retryRequested, m_controller, &RepoController::refresh);
    connect(m_states, &StateStack::signInRequested, this, &RevisionsTab::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &RevisionsTab::goOnlineRequested);
    showState();
}

RevisionsTab::~RevisionsTab() = default;

void RevisionsTab::showState()
{
    switch (m_controller->refsState()) {
    case LoadState::Idle:
        m_states->clearContent();
        m_states->showLoading();
        break;
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
    case LoadState::Empty:
        fill();
        if (m_tree->topLevelItemCount() > 0)
            m_states->showReady();
        else
            m_states->showEmpty(tr("This repo has no branches yet"), {}, u"branch"_s);
        break;
    case LoadState::Failed:
        m_states->showFailure(*m_controller->refsError(),
                              m_controller->state() == LoadState::Failed);
        break;
    }
}

void RevisionsTab::fill()
{
    const GitRefs &refs = m_controller->refs();
    m_tree->clear();
    addGroup(tr("Branches"), u"branch"_s, refs.branches, false);
    addGroup(tr("Tags"), u"tag"_s, refs.tags, false);
    addGroup(tr("Pull requests"), u"pull-request"_s, refs.pullRequests, true);
    addGroup(tr("Converted"), u"branch"_s, refs.converts, true);
    m_tree->expandAll();
    markCurrent();
}

void RevisionsTab::addGroup(const QString &title, const QString &icon,
                            const std::vector<GitRef> &refs, bool byFullName)
{
    if (refs.empty())
        return;
    auto *group = new QTreeWidgetItem(m_tree, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setFont(NameColumn, m_context.theme->font(FontRole::Strong));
    const QIcon picture = m_context.icons->icon(icon, Token::TextSecondary);
    for (const GitRef &ref : refs) {
        const QString revision = revisionName(ref);
        auto *item =
            new QTreeWidgetItem(group, {byFullName ? revision : ref.name, ref.targetCommit});
        item->setIcon(NameColumn, picture);
        item->setFont(CommitColumn, m_context.theme->font(FontRole::Mono));
        item->setData(NameColumn, kRevisionRole, revision);
        item->setToolTip(NameColumn, ref.ref);
    }
}

void RevisionsTab::markCurrent()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem *item = group->child(j);
            const bool shown =
                item->data(NameColumn, kRevisionRole).toString() == m_controller->revision();
            QFont font = m_context.theme->font(shown ? FontRole::Strong : FontRole::Body);
            item->setFont(NameColumn, font);
            if (shown)
                m_tree->setCurrentItem(item);
        }
    }
}

void RevisionsTab::showContextMenu(const QPoint &position)
{
    QTreeWidgetItem *item = m_tree->itemAt(position);
    if (!item || item->data(NameColumn, kRevisionRole).toString().isEmpty())
        return;
    const QString revision = item->data(NameColumn, kRevisionRole).toString();
    const QString commit = item->text(CommitColumn);
    const RepoId repo = m_controller->repo();
    auto *menu = new QMenu(m_tree);
    menu->setObjectName(u"revisionMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Prompter *prompter = m_context.prompter;
    menu->addAction(m_context.icons->icon(u"branch"_s), tr("Show this revision"), this,
                    [this, revision] {
                        Q_EMIT
                        revisionChosen(revision);
                    });
    menu->addSeparator();
    menu->addAction(m_context.icons->icon(u"copy"_s), tr("Copy commit"), this,
                    [=] { prompter->copyText(commit); });
    menu->addAction(m_context.icons->icon(u"link"_s), tr("Copy hf:// link"), this,
                    [=] { prompter->copyText(hubLink(repo, revision)); });
    menu->addAction(m_context.icons->icon(u"external"_s), tr("Open in browser"), this, [=, this] {
        prompter->openUrl(webPage(m_controller->client()->config().endpoint, repo, revision));
    });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace hubdesk
