// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/browsercontroller.h"
#include "core/model/personcontroller.h"
#include "core/model/repocontroller.h"
#include "core/transfer/transfer.h"
#include "ui/shell/pane.h"

#include <QPointer>

#include <optional>
#include <vector>

class QMenu;
class QStackedWidget;

namespace hubdesk {

class DownloadDialog;
class PersonPage;
class RepoPage;
class SearchPage;
class UpdateController;

//! Search, and the pages that one goes into from there: a repo, a user or an organisation. Its
//! history is a row of places: the search, a repo at a revision, or somebody.
class BrowserPane final : public Pane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrowserPane)

public:
    //! The controllers are not owned and outlive the pane.
    //! \a updates marks what is in the cache.
    BrowserPane(const UiContext &context, BrowserController *search, RepoController *repo,
                PersonController *person, UpdateController *updates, QWidget *parent = nullptr);
    ~BrowserPane() override;

    //! Shows the search with \a text.
    void search(const QString &text);
    void openRepo(const RepoId &repo, const QString &revision = {}, const QString &path = {});
    //! The page of a user or an organisation. \a likely: what the caller believes it is.
    void openPerson(const QString &name, PersonKind likely = PersonKind::Unknown);
    //! The download dialog for the repo that is open. \a paths: only these files.
    void startDownload(const QStringList &paths = {});
    [[nodiscard]] bool showsRepo() const;
    [[nodiscard]] bool showsPerson() const;

    void refresh() override;
    void focusSearch() override;
    void focusContent() override;
    [[nodiscard]] bool canGoBack() const override;
    [[nodiscard]] bool canGoForward() const override;
    void back() override;
    void forward() override;
    bool navigate(const QString &address) override;
    [[nodiscard]] QString address() const override;
    [[nodiscard]] std::any history() const override;
    void takeHistory(const std::any &history) override;

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
        RepoId repo = {}; //!< Without id, and without a person: the search.
        QString revision = {};
        QString person = {};
        PersonKind likely = PersonKind::Unknown;
        bool mayBeRepo = false; //!< When nobody is called so.
        std::optional<PersonTab> tab = {}; //!< Where the user was.

        [[nodiscard]] bool isSame(const Place &other) const
        {
            return repo == other.repo && revision == other.revision && person == other.person;
        }
    };

    using History = std::pair<std::vector<Place>, int>; //!< And where in it the user is.

    void buildActions();
    void connectAll();
    void connectPerson();
    [[nodiscard]] Place &place() { return m_history[static_cast<size_t>(m_place)]; }
    [[nodiscard]] const Place &place() const { return m_history[static_cast<size_t>(m_place)]; }
    //! The repo that the actions are about.
    [[nodiscard]] std::optional<RepoId> currentRepo() const;
    void go(const Place &place);
    void show(const Place &place);
    void step(int by);
    void showRowMenu(const RepoInfo &info, const QPoint &position);
    void showPersonMenu(const Person &person, const QPoint &position);
    [[nodiscard]] QMenu *makeMenu();
    void updateActions();

    BrowserController *m_search;
    RepoController *m_repo;
    PersonController *m_person;
    QAction *m_download;
    QAction *m_open;
    QStackedWidget *m_pages;
    SearchPage *m_searchPage;
    RepoPage *m_repoPage = nullptr;
    PersonPage *m_personPage = nullptr;
    QPointer<DownloadDialog> m_dialog;
    std::vector<Place> m_history{Place{}};
    int m_place = 0;
};

} // namespace hubdesk
