// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/browsercontroller.h"
#include "core/model/repocontroller.h"
#include "core/transfer/transfer.h"
#include "ui/shell/pane.h"

#include <QPointer>

#include <vector>

class QStackedWidget;

namespace hubdesk {

class DownloadDialog;
class RepoPage;
class SearchPage;
class UpdateController;

//! Search, and the page of the repo that one goes into. Its history is a row of places: the search
//! or a repo at a revision.
class BrowserPane final : public Pane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrowserPane)

public:
    //! The controllers are not owned and outlive the pane.
    //! \a updates marks what is in the cache.
    BrowserPane(const UiContext &context, BrowserController *search, RepoController *repo,
                UpdateController *updates, QWidget *parent = nullptr);
    ~BrowserPane() override;

    //! Shows the search with \a text.
    void search(const QString &text);
    void openRepo(const RepoId &repo, const QString &revision = {}, const QString &path = {});
    //! The download dialog for the repo that is open. \a paths: only these files.
    void startDownload(const QStringList &paths = {});
    [[nodiscard]] bool showsRepo() const;

    void refresh() override;
    void focusSearch() override;
    void focusContent() override;
    [[nodiscard]] bool canGoBack() const override;
    [[nodiscard]] bool canGoForward() const override;
    void back() override;
    void forward() override;
    bool navigate(const QString &address) override;
    [[nodiscard]] QString address() const override;

Q_SIGNALS:
    void signInRequested();
    void goOnlineRequested();
    //! The user wants this in the queue.
    void downloadRequested(const hubdesk::DownloadRequest &request,
                           const hubdesk::TransferOptions &options);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Place
    {
        RepoId repo; //!< Without id: the search.
        QString revision;

        bool operator==(const Place &) const = default;
    };

    void buildActions();
    void connectAll();
    void go(const Place &place);
    void show(const Place &place);
    void step(int by);
    void showRowMenu(const RepoInfo &info, const QPoint &position);
    void updateActions();

    BrowserController *m_search;
    RepoController *m_repo;
    QAction *m_download;
    QAction *m_open;
    QStackedWidget *m_pages;
    SearchPage *m_searchPage;
    RepoPage *m_repoPage = nullptr;
    QPointer<DownloadDialog> m_dialog;
    std::vector<Place> m_history{Place{}};
    int m_place = 0;
};

} // namespace hubdesk
