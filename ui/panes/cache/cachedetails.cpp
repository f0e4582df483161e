// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/cache/cachedetails.h"

#include "core/model/cachemodel.h"
#include "core/model/cacherevisionmodel.h"
#include "core/model/humanformat.h"
#include "ui/panes/cache/cacherevisiondelegate.h"
#include "ui/theme/measures.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMinimumWidth = 260;
constexpr int kMinimumListHeight = 140;

} // namespace

CacheDetails::CacheDetails(const UiContext &context, const QList<QAction *> &actions,
                           QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_scroll(new QScrollArea(this)),
      m_page(new QWidget),
      m_hint(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_title(new ThemedLabel(context.theme, FontRole::Section, Token::Text, m_page)),
      m_facts(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, m_page)),
      m_model(new CacheRevisionModel(this)),
      m_tree(new QTreeView(m_page))
{
    m_hint->setText(tr("Select a repo to see its revisions and files."));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_title->setObjectName(u"cacheTitle"_s);
    m_title->setElideMode(Qt::ElideMiddle);
    m_facts->setObjectName(u"cacheFacts"_s);
    m_facts->setElideMode(Qt::ElideRight);

    auto *form = new QFormLayout;
    form->setContentsMargins(0, measure::kSmall, 0, measure::kSmall);
    form->setHorizontalSpacing(measure::kMedium);
    form->setVerticalSpacing(measure::kTiny);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_used = addFact(form, u"cacheUsed"_s, tr("Last used"), false);
    m_changed = addFact(form, u"cacheChanged"_s, tr("Last changed"), false);
    m_path = addFact(form, u"cachePath"_s, tr("Folder"), true);
    buildTree();

    auto *buttons = new QHBoxLayout;
    for (QAction *action : actions) {
        auto *button = new QPushButton(m_page);
        button->setObjectName(u"details"_s + action->objectName());
        bindButton(button, action);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_column = new QVBoxLayout(m_page);
    m_column->setContentsMargins(measure::kMedium, 0, 0, 0);
    m_column->setSpacing(measure::kSmall);
    m_column->addWidget(m_title);
    m_column->addWidget(m_facts);
    m_column->addLayout(form);
    m_column->addLayout(buttons);
    m_column->addWidget(m_tree, 1);
    // On a small window the details scroll instead of overlapping.
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    m_tree->setMinimumHeight(kMinimumListHeight);
    setMinimumWidth(kMinimumWidth);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidget(m_page);
    outer->addWidget(m_scroll);
    outer->addWidget(m_hint);
    showNothing();
}

CacheDetails::~CacheDetails() = default;

void CacheDetails::addSection(QWidget *section)
{
    m_column->insertWidget(m_column->indexOf(m_tree), section);
}

ThemedLabel *CacheDetails::addFact(QFormLayout *form, const QString &name, const QString &title,
                                   bool isCode)
{
    auto *key = new ThemedLabel(m_context.theme, FontRole::Body, Token::TextSecondary, m_page);
    key->setText(title);
    auto *value = new ThemedLabel(m_context.theme, isCode ? FontRole::Mono : FontRole::Body,
                                  Token::Text, m_page);
    value->setObjectName(name);
    value->setElideMode(Qt::ElideMiddle);
    form->addRow(key, value);
    return value;
}

void CacheDetails::buildTree()
{
    constexpr int kSizeWidth = 84;
    constexpr int kChangedWidth = 112;
    m_tree->setObjectName(u"cacheRevisions"_s);
    m_tree->setAccessibleName(tr("Revisions and files"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CacheRevisionDelegate(m_context, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setIndentation(measure::kLarge);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(CacheRevisionModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(CacheRevisionModel::SizeColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(CacheRevisionModel::ChangedColumn, QHeaderView::Fixed);
    header->resizeSection(CacheRevisionModel::SizeColumn, kSizeWidth);
    header->resizeSection(CacheRevisionModel::ChangedColumn, kChangedWidth);
    m_tree->viewport()->installEventFilter(this);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT
        folderActivated(folderOf(index));
    });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, [this](const QPoint &position) {
        Q_EMIT
        contextMenuRequested(m_tree->viewport()->mapToGlobal(position));
    });
}

bool CacheDetails::eventFilter(QObject *watched, QEvent *event)
{
    // The shards of a model differ in the middle of their names: these need the room more.
    constexpr int kRoomForChanged = 480;
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        m_tree->setColumnHidden(CacheRevisionModel::ChangedColumn,
                                m_tree->width() < kRoomForChanged);
    return QWidget::eventFilter(watched, event);
}

void CacheDetails::showRepo(const CachedRepo &repo)
{
    m_hint->hide();
    m_scroll->show();
    m_title->setText(repo.repo.id);
    const auto files = static_cast<int>(repo.fileCount);
    const auto revisions = static_cast<int>(repo.revisions.size());
    m_facts->setText(u"%1 · %2 · %3"_s.arg(
        humanSize(repo.size), files == 1 ? tr("1 file") : tr("%n files", nullptr, files),
        revisions == 1 ? tr("1 revision") : tr("%n revisions", nullptr, revisions)));
    m_used->setText(exactTime(scanTime(repo.lastAccessed)));
    m_changed->setText(exactTime(scanTime(repo.lastModified)));
    m_path->setText(repo.path);
    m_model->setRepo(repo);
    // One revision: nobody has to unfold it.
    if (repo.revisions.size() == 1)
        m_tree->expand(m_model->index(0, 0));
}

void CacheDetails::showNothing()
{
    m_scroll->hide();
    m_hint->show();
    m_model->clear();
}

QString CacheDetails::selectedPath() const
{
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() && m_tree->hasFocus()
        ? index.data(CacheRevisionModel::PathRole).toString()
        : m_model->repo().path;
}

QString CacheDetails::folderOf(const QModelIndex &index)
{
    const QString path = index.data(CacheRevisionModel::PathRole).toString();
    return index.data(CacheRevisionModel::IsFileRole).toBool() ? path.left(path.lastIndexOf(u'/'))
                                                               : path;
}

QString CacheDetails::selectedFolder() const
{
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() && m_tree->hasFocus() ? folderOf(index) : m_model->repo().path;
}

} // namespace hubdesk
