// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/transfers/transferdetails.h"

#include "core/model/humanformat.h"
#include "core/model/transferconnectionsmodel.h"
#include "core/model/transferfilesmodel.h"
#include "core/model/transferhistoryfilter.h"
#include "core/model/transferhistorymodel.h"
#include "core/model/transfertext.h"
#include "ui/panes/transfers/connectiondelegate.h"
#include "ui/panes/transfers/historydelegate.h"
#include "ui/panes/transfers/transferfiledelegate.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/widgets/flattabbar.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMinimumWidth = 260;
constexpr int kMinimumListHeight = 140;
constexpr int kStateWidth = 112;
constexpr int kSizeWidth = 80;

} // namespace

TransferDetails::TransferDetails(const UiContext &context, TransferHistoryModel *history,
                                 QAction *openFolder, QAction *copyPath, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_scroll(new QScrollArea(this)),
      m_page(new QWidget),
      m_hint(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, this)),
      m_title(new ThemedLabel(context.theme, FontRole::Section, Token::Text, m_page)),
      m_status(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, m_page)),
      m_errorBox(new QWidget(m_page)),
      m_errorText(new ThemedLabel(context.theme, FontRole::Body, Token::Bad, m_errorBox)),
      m_requestId(
          new ThemedLabel(context.theme, FontRole::Secondary, Token::TextSecondary, m_errorBox)),
      m_copyError(new QPushButton(tr("Copy"), m_errorBox)),
      m_form(new QFormLayout),
      m_filesModel(new TransferFilesModel(this)),
      m_files(new QTreeView(m_page)),
      m_connectionsModel(new TransferConnectionsModel(this)),
      m_connections(new QListView(m_page)),
      m_noConnections(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, m_page)),
      m_historyFilter(new TransferHistoryFilter(this)),
      m_history(new QListView(m_page)),
      m_tabs(new FlatTabBar(context, m_page)),
      m_pages(new QStackedWidget(m_page))
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_title->setObjectName(u"detailsTitle"_s);
    m_title->setElideMode(Qt::ElideMiddle);
    m_status->setObjectName(u"detailsStatus"_s);
    m_status->setElideMode(Qt::ElideRight);
    m_errorText->setObjectName(u"detailsError"_s);
    m_errorText->setWordWrap(true);
    m_requestId->setObjectName(u"detailsRequestId"_s);
    m_requestId->setElideMode(Qt::ElideMiddle);
    m_copyError->setObjectName(u"detailsCopyError"_s);
    m_copyError->setAccessibleName(tr("Copy the error"));

    auto *requestRow = new QHBoxLayout;
    requestRow->addWidget(m_requestId, 1);
    requestRow->addWidget(m_copyError);
    auto *errorColumn = new QVBoxLayout(m_errorBox);
    errorColumn->setContentsMargins(0, 0, 0, 0);
    errorColumn->setSpacing(measure::kTiny);
    errorColumn->addWidget(m_errorText);
    errorColumn->addLayout(requestRow);

    buildFacts(m_form);
    buildFiles();
    buildConnections();
    buildHistory(history);
    buildTabs();
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {openFolder, copyPath}) {
        auto *button = new QPushButton(m_page);
        button->setObjectName(u"details"_s + action->objectName());
        bindButton(button, action);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(measure::kMedium, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addWidget(m_title);
    column->addWidget(m_status);
    column->addWidget(m_errorBox);
    column->addLayout(m_form);
    column->addLayout(buttons);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    // On a small window the details scroll instead of overlapping.
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    m_pages->setMinimumHeight(kMinimumListHeight);
    setMinimumWidth(kMinimumWidth);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidget(m_page);
    outer->addWidget(m_scroll);
    outer->addWidget(m_hint);
    showNothing(0);
    // The first selection is to be as quick as the next one.
    for (QWidget *each : findChildren<QWidget *>())
        each->ensurePolished();
}

TransferDetails::~TransferDetails() = default;

ThemedLabel *TransferDetails::addFact(QFormLayout *form, const QString &name, const QString &title,
                                      bool isCode)
{
    auto *key = new ThemedLabel(m_context.theme, FontRole::Body, Token::TextSecondary, m_page);
    key->setText(title);
    auto *value = new ThemedLabel(m_context.theme, isCode ? FontRole::Mono : FontRole::Body,
                                  Token::Text, m_page);
    value->setObjectName(name);
    value->setElideMode(Qt::ElideMiddle);
    key->setBuddy(value);
    form->addRow(key, value);
    return value;
}

void TransferDetails::buildFacts(QFormLayout *form)
{
    form->setContentsMargins(0, measure::kSmall, 0, measure::kSmall);
    form->setHorizontalSpacing(measure::kMedium);
    form->setVerticalSpacing(measure::kTiny);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_what = addFact(form, u"detailsWhat"_s, tr("Chosen"));
    m_revision = addFact(form, u"detailsRevision"_s, tr("Revision"), true);
    m_commit = addFact(form, u"detailsCommit"_s, tr("Commit"), true);
    m_added = addFact(form, u"detailsAdded"_s, tr("Added"));
    m_finished = addFact(form, u"detailsEnded"_s, tr("Ended"));
    m_verified = addFact(form, u"detailsVerified"_s, tr("Verified"));
    m_path = addFact(form, u"detailsPath"_s, tr("Folder"), true);
    connect(m_copyError, &QPushButton::clicked, this, [this] {
        m_context.prompter->copyText(m_errorText->text() + u'\n' + m_requestId->text());
    });
}

void TransferDetails::buildFiles()
{
    m_files->setObjectName(u"detailsFiles"_s);
    m_files->setAccessibleName(tr("Files of the download"));
    m_files->setModel(m_filesModel);
    m_files->setItemDelegate(new TransferFileDelegate(m_context, m_files));
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setAllColumnsShowFocus(true);
    m_files->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_files->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TransferFilesModel::PathColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(TransferFilesModel::StateColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(TransferFilesModel::SizeColumn, QHeaderView::Fixed);
    header->resizeSection(TransferFilesModel::StateColumn, kStateWidth);
    header->resizeSection(TransferFilesModel::SizeColumn, kSizeWidth);
}

void TransferDetails::buildConnections()
{
    m_connections->setObjectName(u"detailsConnections"_s);
    m_connections->setAccessibleName(tr("Connections of the download"));
    m_connections->setModel(m_connectionsModel);
    m_connections->setItemDelegate(new ConnectionDelegate(m_context, m_connections));
    m_connections->setUniformItemSizes(true);
    m_connections->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_connections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_noConnections->setObjectName(u"detailsNoConnections"_s);
    m_noConnections->setAlignment(Qt::AlignCenter);
    m_noConnections->setWordWrap(true);
}

void TransferDetails::buildHistory(TransferHistoryModel *history)
{
    m_historyFilter->setSourceModel(history);
    m_history->setObjectName(u"detailsHistory"_s);
    m_history->setAccessibleName(tr("History of the download"));
    m_history->setModel(m_historyFilter);
    m_history->setItemDelegate(
        new HistoryDelegate(m_context, HistoryDelegate::Shape::TwoLines, m_history));
    m_history->setUniformItemSizes(true);
    m_history->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_history->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void TransferDetails::buildTabs()
{
    auto *connections = new QWidget(m_pages);
    auto *column = new QVBoxLayout(connections);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_connections, 1);
    column->addWidget(m_noConnections, 1);
    m_pages->addWidget(m_files);
    m_pages->addWidget(connections);
    m_pages->addWidget(m_history);
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the download"));
    m_tabs->addTab(tr("Files"));
    m_tabs->addTab(tr("Connections"));
    m_tabs->addTab(tr("History"));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void TransferDetails::showConnections(const Transfer &transfer)
{
    constexpr int kConnectionsTab = 1;
    m_connectionsModel->setConnections(transfer.connections);
    const auto count = static_cast<int>(transfer.connections.size());
    const QString title = count == 0
        ? tr("Connections")
        : tr("Connections %1", "tab with their number").arg(QLocale().toString(count));
    if (m_tabs->tabText(kConnectionsTab) != title)
        m_tabs->setTabText(kConnectionsTab, title);
    m_connections->setVisible(count > 0);
    m_noConnections->setVisible(count == 0);
    m_noConnections->setText(isActive(transfer.state)
                                 ? tr("No connection is open just now.")
                                 : tr("Connections are shown while the download runs."));
}

void TransferDetails::showTransfer(const Transfer &transfer)
{
    m_hint->hide();
    m_scroll->show();
    m_title->setText(transferTitle(transfer.request));
    m_status->setText(statusText(transfer));
    showError(transfer.state == TransferState::Failed ? transfer.error : std::nullopt);
    m_what->setText(transferSelection(transfer.request));
    m_revision->setText(transfer.request.revision);
    setFact(m_commit, transfer.commit);
    setFact(m_added, exactTime(transfer.createdAt));
    setFact(m_finished, exactTime(transfer.finishedAt));
    setFact(m_path, placeOf(transfer));
    setFact(m_verified, exactTime(transfer.verifiedAt));
    m_filesModel->setFiles(transfer.id, transfer.files);
    showConnections(transfer);
    m_historyFilter->setTransfer(transfer.id);
}

QString TransferDetails::placeOf(const Transfer &transfer)
{
    if (!transfer.resultPath.isEmpty())
        return transfer.resultPath;
    // Where it will be, if that was chosen.
    const DownloadRequest &request = transfer.request;
    return request.archive.isEmpty() ? request.localFolder : request.archive;
}

QString TransferDetails::statusText(const Transfer &transfer)
{
    if (transfer.state == TransferState::Failed)
        return tr("Failed"); // the error has its own place
    const QString status = transferStatus(transfer);
    return transfer.state == TransferState::Finished && transfer.verifiedAt.isValid()
        ? tr("%1. Verified on %2", "status, date").arg(status, exactTime(transfer.verifiedAt))
        : status;
}

void TransferDetails::setFact(ThemedLabel *value, const QString &text)
{
    value->setText(text);
    if (m_form->isRowVisible(value) == text.isEmpty())
        m_form->setRowVisible(value, !text.isEmpty());
}

void TransferDetails::showError(const std::optional<Error> &error)
{
    m_errorBox->setVisible(error.has_value());
    if (!error)
        return;
    m_errorText->setText(error->detail.isEmpty() ? error->message
                                                 : u"%1\n%2"_s.arg(error->message, error->detail));
    m_requestId->setText(error->requestId.isEmpty() ? QString()
                                                    : tr("Request id: %1").arg(error->requestId));
}

void TransferDetails::showNothing(int selected)
{
    m_scroll->hide();
    m_hint->setText(selected == 0 ? tr("Select a download to see its files.")
                                  : tr("%n downloads selected", nullptr, selected));
    m_hint->show();
    m_filesModel->clear();
    m_connectionsModel->setConnections({});
}

} // namespace hubdesk
