// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repocontroller.h"
#include "ui/shell/uicontext.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace hubdesk {

class CardImageLoader;
class FilesTab;
class FlatTabBar;
class GateNotice;
class MarkdownView;
class RepoHeader;
class RevisionCombo;
class RevisionsTab;
class StateStack;
class ThemedLabel;
class UpdateController;
class VersionNotice;

//! One repo: header, gate, and the tabs Card, Files and Revisions.
class RepoPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepoPage)

public:
    enum Tab { CardTab, FilesTabIndex, RevisionsTabIndex };

    RepoPage(const UiContext &context, RepoController *controller, UpdateController *updates,
             QAction *download, QAction *openInBrowser, QWidget *parent = nullptr);
    ~RepoPage() override;

    void showTab(Tab tab);
    //! Shows the file in the Files tab.
    void revealFile(const QString &path);
    void focusSearch();
    void focusContent();
    //! Leads to why the files cannot be had; only while a gate is closed.
    void focusGate();

Q_SIGNALS:
    void backRequested();
    void authorRequested(const QString &name);
    void revisionChosen(const QString &revision);
    //! Empty: the whole repo.
    void downloadRequested(const QStringList &paths);
    //! A link of the card leads to another repo.
    void addressActivated(const QString &address);
    void signInRequested();
    void goOnlineRequested();

private:
    [[nodiscard]] QWidget *buildContent();
    void followSettings();
    void connectCard();
    void connectAll();
    void showState();
    void showCard();
    void showRevisions();
    void showGate();

    UiContext m_context;
    RepoController *m_controller;
    RepoHeader *m_header;
    GateNotice *m_gate;
    VersionNotice *m_version;
    FlatTabBar *m_tabs;
    RevisionCombo *m_revision;
    QStackedWidget *m_pages;
    CardImageLoader *m_images = nullptr;
    MarkdownView *m_card = nullptr;
    ThemedLabel *m_cardNote;
    StateStack *m_cardStates = nullptr;
    FilesTab *m_files;
    RevisionsTab *m_revisions;
    StateStack *m_states = nullptr;
    SafeHtml m_shownCard;
};

} // namespace hubdesk
