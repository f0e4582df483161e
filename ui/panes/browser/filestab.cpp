// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/filestab.h"

#include "core/model/humanformat.h"
#include "core/model/reposnippets.h"
#include "ui/panes/browser/fileproxymodel.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

FilesTab::FilesTab(const UiContext &context, RepoController *controller, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_proxy(new FileProxyModel(context, this)),
      m_search(new SearchField(context, tr("Filter files"), this)),
      m_sums(new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, this)),
      m_tree(new QTreeView(this)),
      m_states(new StateStack(context, m_tree, this))
{
    build();
    connectAll();
    showState();
}

FilesTab::~FilesTab() = default;

void FilesTab::build()
{
    m_proxy->setSourceModel(m_controller->fileModel());
    m_tree->setObjectName(u"repoFiles"_s);
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setModel(m_proxy);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FileTreeModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->header()->resizeSection(FileTreeModel::SizeColumn, 96);
    m_tree->header()->resizeSection(FileTreeModel::StorageColumn, 80);
    m_tree->header()->resizeSection(
        FileTreeModel::CacheColumn,
        std::max(148, m_tree->header()->sectionSizeHint(FileTreeModel::CacheColumn)));
    m_states->setObjectName(u"filesStates"_s);
    m_search->setObjectName(u"filesSearch"_s);
    m_search->setAccessibleName(tr("Filter files"));
    m_search->setTarget(m_tree);
    m_search->setMaximumWidth(320);
    m_sums->setObjectName(u"filesSums"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kMedium);
    row->addWidget(m_search);
    row->addWidget(m_sums);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addLayout(row);
    column->addWidget(m_states, 1);
}

void FilesTab::connectAll()
{
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text);
        // A filter shows what it found, not the folders it is in.
        if (!text.isEmpty() && m_controller->fileModel()->tree().count() < 20'000)
            m_tree->expandAll();
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &FilesTab::showContextMenu);
    connect(m_controller->files(), &TreeLoader::changed, this, &FilesTab::showState);
    connect(m_controller, &RepoController::stateChanged, this, &FilesTab::showState);
    connect(m_controller->fileModel(), &QAbstractItemModel::modelReset, this, [this] {
        showSums();
        revealPending();
    });
    connect(m_controller->fileModel(), &QAbstractItemModel::dataChanged, this, &FilesTab::showSums);
    connect(m_states, &StateStack::retryRequested, m_controller, &RepoController::refresh);
    connect(m_states, &StateStack::signInRequested, this, &FilesTab::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &FilesTab::goOnlineRequested);
    connect(m_context.theme, &Theme::changed, m_tree, qOverload<>(&QWidget::update));
}

void FilesTab::showState()
{
    TreeLoader *files = m_controller->files();
    switch (files->state()) {
    case LoadState::Idle:
        m_states->clearContent();
        m_states->showLoading();
        break;
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
        m_states->showReady();
        break;
    case LoadState::Empty:
        m_states->showEmpty(tr("There are no files at this revision"), {}, u"folder"_s);
        break;
    case LoadState::Failed:
        m_states->showFailure(*files->error(), m_controller->state() == LoadState::Failed);
        break;
    }
}

void FilesTab::showSums()
{
    const FileTree::Node &root = m_controller->fileModel()->tree().root();
    if (root.files == 0) {
        m_sums->clear();
        return;
    }
    QString text = root.files == 1 ? tr("One file, %1").arg(humanSize(root.size))
                                   : tr("%1 files, %2").arg(root.files).arg(humanSize(root.size));
    if (root.cachedFiles > 0)
        text += tr(", %1 of it on this computer").arg(humanSize(root.cachedBytes));
    m_sums->setText(text);
    m_sums->setToolTip(exactBytes(root.size));
}

QModelIndex FilesTab::current() const
{
    return m_proxy->mapToSource(m_tree->currentIndex());
}

QStringList FilesTab::selectedFiles() const
{
    const QModelIndex index = current();
    return index.isValid() ? m_controller->fileModel()->filesBelow(index) : QStringList();
}

void FilesTab::reveal(const QString &path)
{
    m_pendingPath = path;
    revealPending();
}

void FilesTab::revealPending()
{
    if (m_pendingPath.isEmpty())
        return;
    const QModelIndex source = m_controller->fileModel()->indexOf(m_pendingPath);
    if (!source.isValid())
        return;
    m_pendingPath.clear();
    m_search->clear();
    const QModelIndex index = m_proxy->mapFromSource(source);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void FilesTab::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilesTab::showContextMenu(const QPoint &position)
{
    const QModelIndex clicked = m_tree->indexAt(position);
    if (!clicked.isValid())
        return;
    m_tree->setCurrentIndex(clicked);
    const QModelIndex index = current().siblingAtColumn(0);
    const QString path = index.data(FileTreeModel::PathRole).toString();
    const bool folder = index.data(FileTreeModel::IsFolderRole).toBool();
    const RepoId repo = m_controller->repo();
    const QString revision = m_controller->revision();

    auto *menu = new QMenu(m_tree);
    menu->setObjectName(u"fileMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Prompter *prompter = m_context.prompter;
    const auto add = [menu, this](const QString &name, const QString &icon, const QString &text,
                                  const auto &order) {
        QAction *action = menu->addAction(m_context.icons->icon(icon), text, this, order);
        action->setObjectName(name);
        return action;
    };
    QAction *download =
        add(u"fileDownload"_s, u"download"_s,
            folder ? tr("Download this folder...") : tr("Download this file..."), [this] {
                Q_EMIT
                downloadRequested(selectedFiles());
            });
    download->setEnabled(!m_controller->gate());
    menu->addSeparator();
    add(u"fileCopyPath"_s, u"copy"_s, tr("Copy path"),
        [prompter, path] { prompter->copyText(path); });
    add(u"fileCopyLink"_s, u"link"_s, tr("Copy hf:// link"),
        [=] { prompter->copyText(hubLink(repo, revision, path)); });
    if (!folder) {
        add(u"fileCopyPython"_s, u"file-code"_s, tr("Copy Python line"),
            [=] { prompter->copyText(pythonLine(repo, revision, path)); });
        add(u"fileCopyCommand"_s, u"terminal"_s, tr("Copy command"),
            [=] { prompter->copyText(commandLine(repo, revision, path)); });
    }
    menu->addSeparator();
    add(u"fileOpen"_s, u"external"_s, tr("Open in browser"), [=, this] {
        prompter->openUrl(
            webPage(m_controller->client()->config().endpoint, repo, revision, path, folder));
    });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace hubdesk
