// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/repopage.h"

#include "core/hub/users.h"
#include "core/model/cardimageloader.h"
#include "core/model/reposnippets.h"
#include "core/settings/settings.h"
#include "ui/panes/browser/filestab.h"
#include "ui/panes/browser/gatenotice.h"
#include "ui/panes/browser/repoheader.h"
#include "ui/panes/browser/revisionstab.h"
#include "ui/panes/browser/versionnotice.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/widgets/flattabbar.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/revisioncombo.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

RepoPage::RepoPage(const UiContext &context, RepoController *controller, UpdateController *updates,
                   QAction *download, QAction *openInBrowser, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_controller(controller),
      m_header(new RepoHeader(context, controller, download, openInBrowser, this)),
      m_gate(new GateNotice(context, this)),
      m_version(new VersionNotice(context, controller, updates, this)),
      m_tabs(new FlatTabBar(context, this)),
      m_revision(new RevisionCombo(context, this)),
      m_pages(new QStackedWidget(this)),
      m_cardNote(new ThemedLabel(context.theme, FontRole::Secondary, Token::Warn, this)),
      m_files(new FilesTab(context, controller, this)),
      m_revisions(new RevisionsTab(context, controller, this))
{
    if (controller->client()->network())
        m_images = new CardImageLoader(controller->client()->network(),
                                       controller->client()->config(), this);
    m_card = new MarkdownView(context, m_images, this);
    m_card->setObjectName(u"repoCard"_s);
    followSettings();
    m_cardStates = new StateStack(context, m_card, this);
    m_cardStates->setObjectName(u"cardStates"_s);
    m_states = new StateStack(context, buildContent(), this);
    m_states->setObjectName(u"repoStates"_s);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::kLarge, measure::kLarge, measure::kLarge, measure::kLarge);
    column->setSpacing(measure::kMedium);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
    connectCard();
    connectAll();
    showState();
    showCard();
    showRevisions();
}

RepoPage::~RepoPage() = default;

QWidget *RepoPage::buildContent()
{
    m_tabs->setObjectName(u"repoTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the repo"));
    m_tabs->addTab(tr("Card"));
    m_tabs->addTab(tr("Files"));
    m_tabs->addTab(tr("Revisions"));
    m_revision->setObjectName(u"repoRevision"_s);
    m_cardNote->setObjectName(u"cardNote"_s);
    m_cardNote->setElideMode(Qt::ElideRight);
    m_cardNote->hide();

    auto *cardPage = new QWidget(this);
    auto *cardColumn = new QVBoxLayout(cardPage);
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->setSpacing(measure::kSmall);
    cardColumn->addWidget(m_cardNote);
    cardColumn->addWidget(m_cardStates, 1);
    m_pages->addWidget(cardPage);
    m_pages->addWidget(m_files);
    m_pages->addWidget(m_revisions);

    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::kSmall);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_revision);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kSmall);
    column->addWidget(m_gate);
    column->addWidget(m_version);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    return content;
}

void RepoPage::followSettings()
{
    if (!m_context.settings)
        return;
    const auto follow = [this] {
        m_card->setWithImages(m_context.settings->flag(SettingKey::LoadCardImages));
    };
    connect(m_context.settings, &Settings::changed, this, [follow](SettingKey key) {
        if (key == SettingKey::LoadCardImages)
            follow();
    });
    follow();
}

void RepoPage::connectCard()
{
    connect(m_card, &MarkdownView::fileActivated, this, &RepoPage::revealFile);
    connect(m_card, &MarkdownView::addressActivated, this, &RepoPage::addressActivated);
    connect(m_controller, &RepoController::cardChanged, this, &RepoPage::showCard);
    connect(m_cardStates, &StateStack::retryRequested, m_controller, &RepoController::refresh);
    connect(m_cardStates, &StateStack::signInRequested, this, &RepoPage::signInRequested);
    connect(m_cardStates, &StateStack::goOnlineRequested, this, &RepoPage::goOnlineRequested);
    connect(m_cardStates, &StateStack::actionRequested, this, [this] { showTab(FilesTabIndex); });
}

void RepoPage::connectAll()
{
    connect(m_header, &RepoHeader::backRequested, this, &RepoPage::backRequested);
    connect(m_header, &RepoHeader::signInRequested, this, &RepoPage::signInRequested);
    connect(m_header, &RepoHeader::authorRequested, this, &RepoPage::authorRequested);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_revision, &RevisionCombo::revisionChosen, this, &RepoPage::revisionChosen);
    connect(m_revisions, &RevisionsTab::revisionChosen, this, &RepoPage::revisionChosen);
    connect(m_files, &FilesTab::downloadRequested, this, &RepoPage::downloadRequested);
    connect(m_files, &FilesTab::signInRequested, this, &RepoPage::signInRequested);
    connect(m_files, &FilesTab::goOnlineRequested, this, &RepoPage::goOnlineRequested);
    connect(m_revisions, &RevisionsTab::signInRequested, this, &RepoPage::signInRequested);
    connect(m_revisions, &RevisionsTab::goOnlineRequested, this, &RepoPage::goOnlineRequested);

    connect(m_controller, &RepoController::repoChanged, this, [this] {
        if (m_controller->state() == LoadState::Idle) {
            m_states->clearContent();
            m_cardStates->clearContent();
            showTab(CardTab);
        }
        showRevisions();
    });
    connect(m_controller, &RepoController::stateChanged, this, &RepoPage::showState);
    connect(m_controller, &RepoController::stateChanged, this, [this] {
        if (m_controller->cardState() == LoadState::Failed)
            showCard();
    });
    connect(m_controller, &RepoController::refsChanged, this, &RepoPage::showRevisions);
    connect(m_controller, &RepoController::gateChanged, this, &RepoPage::showGate);
    connect(m_states, &StateStack::retryRequested, m_controller, &RepoController::refresh);
    connect(m_states, &StateStack::signInRequested, this, &RepoPage::signInRequested);
    connect(m_states, &StateStack::goOnlineRequested, this, &RepoPage::goOnlineRequested);

    connect(m_gate, &GateNotice::signInRequested, this, &RepoPage::signInRequested);
    connect(m_gate, &GateNotice::checkAgainRequested, m_controller, &RepoController::refresh);
    connect(m_gate, &GateNotice::tokenSettingsRequested, this, [this] {
        m_context.prompter->openUrl(tokenSettingsPage(m_controller->client()->config().endpoint));
    });
    connect(m_gate, &GateNotice::repoPageRequested, this, [this] {
        m_context.prompter->openUrl(
            webPage(m_controller->client()->config().endpoint, m_controller->repo()));
    });
}

void RepoPage::showState()
{
    switch (m_controller->state()) {
    case LoadState::Idle:
    case LoadState::Loading:
        m_states->showLoading();
        break;
    case LoadState::Ready:
    case LoadState::Empty:
        m_states->showReady();
        break;
    case LoadState::Failed: {
        const Error &error = *m_controller->error();
        // The Hub does not tell strangers whether a private repo exists.
        if (error.isRepoNotFound() && m_controller->client()->config().token.isEmpty())
            m_states->showSignIn(tr("There is no repo of this name, or it is private. Sign in to "
                                    "see the private repos that you may read."));
        else
            m_states->showFailure(error);
        break;
    }
    }
}

void RepoPage::showCard()
{
    const QString problem = m_controller->card().metadataProblem;
    m_cardNote->setText(problem);
    m_cardNote->setVisible(!problem.isEmpty());
    switch (m_controller->cardState()) {
    case LoadState::Idle:
        m_cardStates->clearContent();
        m_cardStates->showLoading();
        break;
    case LoadState::Loading:
        m_cardStates->showLoading();
        break;
    case LoadState::Ready:
        if (m_shownCard != m_controller->card().html || !m_cardStates->hasContent()) {
            m_shownCard = m_controller->card().html;
            if (m_images)
                m_images->setConfig(m_controller->client()->config());
            m_card->setCard(m_shownCard);
        }
        m_cardStates->showReady();
        break;
    case LoadState::Empty:
        m_cardStates->showEmpty(tr("This repo has no card"), tr("Show the files"), u"file-text"_s);
        break;
    case LoadState::Failed:
        m_cardStates->showFailure(*m_controller->cardError(),
                                  m_controller->state() == LoadState::Failed);
        break;
    }
}

void RepoPage::showRevisions()
{
    m_revision->setRevisions(m_controller->refs(), m_controller->revision());
    m_revision->setEnabled(m_controller->isOpen());
}

void RepoPage::showGate()
{
    m_gate->setGate(m_controller->gate());
}

void RepoPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void RepoPage::revealFile(const QString &path)
{
    showTab(FilesTabIndex);
    m_files->reveal(path);
}

void RepoPage::focusSearch()
{
    showTab(FilesTabIndex);
    m_files->focusSearch();
}

void RepoPage::focusGate()
{
    m_gate->focusAction();
}

void RepoPage::focusContent()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

} // namespace hubdesk
