// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QFormLayout;
class QPushButton;
class QScrollArea;
class QListView;
class QStackedWidget;
class QTreeView;

namespace hubdesk {

class FlatTabBar;
class ThemedLabel;
class TransferConnectionsModel;
class TransferFilesModel;
class TransferHistoryFilter;
class TransferHistoryModel;

//! What there is to know about the selected transfer. Object names: "detailsTitle",
//! "detailsStatus", "detailsError", "detailsRequestId", "detailsPath", "detailsTabs",
//! "detailsFiles", "detailsConnections", "detailsHistory".
class TransferDetails final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferDetails)

public:
    //! \a openFolder and \a copyPath: the pane's own actions, as buttons. \a history must outlive
    //! it.
    TransferDetails(const UiContext &context, TransferHistoryModel *history, QAction *openFolder,
                    QAction *copyPath, QWidget *parent = nullptr);
    ~TransferDetails() override;

    void showTransfer(const Transfer &transfer);
    //! \a selected: how many rows are selected, 0 or several.
    void showNothing(int selected);

private:
    void buildFacts(QFormLayout *form);
    void buildFiles();
    void buildConnections();
    void buildHistory(TransferHistoryModel *history);
    void buildTabs();
    void showConnections(const Transfer &transfer);
    ThemedLabel *addFact(QFormLayout *form, const QString &name, const QString &title,
                         bool isCode = false);
    //! A row without a value takes no room.
    void setFact(ThemedLabel *value, const QString &text);
    [[nodiscard]] static QString placeOf(const Transfer &transfer);
    [[nodiscard]] static QString statusText(const Transfer &transfer);
    void showError(const std::optional<Error> &error);

    UiContext m_context;
    QScrollArea *m_scroll;
    QWidget *m_page;
    ThemedLabel *m_hint;
    ThemedLabel *m_title;
    ThemedLabel *m_status;
    QWidget *m_errorBox;
    ThemedLabel *m_errorText;
    ThemedLabel *m_requestId;
    QPushButton *m_copyError;
    QFormLayout *m_form;
    ThemedLabel *m_what = nullptr;
    ThemedLabel *m_revision = nullptr;
    ThemedLabel *m_commit = nullptr;
    ThemedLabel *m_added = nullptr;
    ThemedLabel *m_finished = nullptr;
    ThemedLabel *m_path = nullptr;
    ThemedLabel *m_verified = nullptr;
    TransferFilesModel *m_filesModel;
    QTreeView *m_files;
    TransferConnectionsModel *m_connectionsModel;
    QListView *m_connections;
    ThemedLabel *m_noConnections;
    TransferHistoryFilter *m_historyFilter;
    QListView *m_history;
    FlatTabBar *m_tabs;
    QStackedWidget *m_pages;
};

} // namespace hubdesk
