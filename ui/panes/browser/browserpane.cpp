// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/browserpane.h"

#include "core/model/reposnippets.h"
#include "ui/dialogs/downloaddialog.h"
#include "ui/panes/browser/repopage.h"
#include "ui/panes/browser/searchpage.h"
#include "ui/shell/prompter.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hubdesk {

BrowserPane::BrowserPane(const UiContext &context, BrowserController *search, RepoController *repo,
                         UpdateController *updates, QWidget *parent)
    : Pane(context, u"browse"_s, tr("Browse"), parent),
      m_search(search),
      m_repo(repo),
      m_download(addMenuAction(u"browseDownload"_s, tr("Download..."), u"download"_s)),
      m_open(addMenuAction(u"browseOpen"_s, tr("Open in browser"), u"external"_s)),
      m_pages(new QStackedWidget(this)),
      m_searchPage(new SearchPage(context, search, this))
{
    buildActions();
    m_repoPage = new RepoPage(context, repo, updates, m_download, m_open, this);
    m_pages->addWidget(m_searchPage);
    m_pages->addWidget(m_repoPage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connectAll();
    updateActions();
}

BrowserPane::~BrowserPane() = default;

void BrowserPane::buildActions()
{
    m_download->setShortcut(QKeySequence(u"Ctrl+D"_s));
    m_download->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_download, &QAction::triggered, this, [this] {
        if (showsRepo()) {
            startDownload();
            return;
        }
        const QModelIndex current = m_searchPage->list()->currentIndex();
        if (current.isValid()) {
            openRepo(m_search->model()->repo(current.row()).repo);
            startDownload();
        }
    });
    connect(m_open, &QAction::triggered, this, [this] {
        context().prompter->openUrl(
            webPage(m_repo->client()->config().endpoint, m_repo->repo(), m_repo->revision()));
    });
}

void BrowserPane::connectAll()
{
    connect(m_searchPage, &SearchPage::repoActivated, this,
            [this](const RepoId &repo) { openRepo(repo); });
    connect(m_searchPage, &SearchPage::addressEntered, this, &BrowserPane::navigate);
    connect(m_searchPage, &SearchPage::contextMenuRequested, this, &BrowserPane::showRowMenu);
    connect(m_searchPage, &SearchPage::signInRequested, this, &BrowserPane::signInRequested);
    connect(m_searchPage, &SearchPage::goOnlineRequested, this, &BrowserPane::goOnlineRequested);
    connect(m_searchPage->list()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BrowserPane::updateActions);
    connect(m_search, &BrowserController::queryChanged, this, [this] {
        if (!showsRepo())
            Q_EMIT
        addressChanged(address());
    });
    connect(m_repo, &RepoController::gateChanged, this, &BrowserPane::updateActions);
    connect(m_repoPage, &RepoPage::backRequested, this, &BrowserPane::back);
    connect(m_repoPage, &RepoPage::revisionChosen, this,
            [this](const QString &revision) { openRepo(m_repo->repo(), revision); });
    connect(m_repoPage, &RepoPage::downloadRequested, this, &BrowserPane::startDownload);
    connect(m_repoPage, &RepoPage::addressActivated, this, &BrowserPane::navigate);
    connect(m_repoPage, &RepoPage::signInRequested, this, &BrowserPane::signInRequested);
    connect(m_repoPage, &RepoPage::goOnlineRequested, this, &BrowserPane::goOnlineRequested);
}

bool BrowserPane::showsRepo() const
{
    return !m_history[static_cast<size_t>(m_place)].repo.id.isEmpty();
}

void BrowserPane::search(const QString &text)
{
    m_search->setText(text);
    m_search->searchNow();
    go({});
}

void BrowserPane::openRepo(const RepoId &repo, const QString &revision, const QString &path)
{
    go({repo, revision.isEmpty() ? u"main"_s : revision});
    if (!path.isEmpty())
        m_repoPage->revealFile(path);
}

void BrowserPane::go(const Place &place)
{
    if (place != m_history[static_cast<size_t>(m_place)]) {
        m_history.resize(static_cast<size_t>(m_place) + 1);
        m_history.push_back(place);
        ++m_place;
    }
    show(place);
}

void BrowserPane::show(const Place &place)
{
    const bool repo = !place.repo.id.isEmpty();
    if (repo)
        m_repo->open(place.repo, place.revision);
    m_pages->setCurrentIndex(repo ? 1 : 0);
    updateActions();
    focusContent();
    Q_EMIT
    historyChanged();
    Q_EMIT
    addressChanged(address());
}

QString BrowserPane::address() const
{
    const Place &place = m_history[static_cast<size_t>(m_place)];
    return showsRepo() ? hubLink(place.repo, place.revision) : m_search->text();
}

void BrowserPane::step(int by)
{
    const int place = m_place + by;
    if (place < 0 || place >= static_cast<int>(m_history.size()))
        return;
    m_place = place;
    show(m_history[static_cast<size_t>(place)]);
}

bool BrowserPane::canGoBack() const
{
    return m_place > 0;
}

bool BrowserPane::canGoForward() const
{
    return m_place + 1 < static_cast<int>(m_history.size());
}

void BrowserPane::back()
{
    step(-1);
}

void BrowserPane::forward()
{
    step(1);
}

bool BrowserPane::navigate(const QString &address)
{
    const QString text = address.trimmed();
    const QString host = m_repo->client()->config().endpoint.host();
    if (const auto location = parseHubLocation(text, host)) {
        openRepo(location->repo, location->revision, location->path);
        return true;
    }
    if (text.contains("://"_L1)) {
        notify(tr("This address is not on this Hub: %1").arg(text));
        return false;
    }
    search(text);
    return true;
}

void BrowserPane::refresh()
{
    if (showsRepo())
        m_repo->refresh();
    else
        m_search->refresh();
}

void BrowserPane::focusSearch()
{
    if (showsRepo())
        m_repoPage->focusSearch();
    else
        m_searchPage->focusSearch();
}

void BrowserPane::focusContent()
{
    if (showsRepo())
        m_repoPage->focusContent();
    else
        m_searchPage->focusList();
}

void BrowserPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_search->state() == LoadState::Idle)
        m_search->searchNow();
}

void BrowserPane::keyPressEvent(QKeyEvent *event)
{
    const bool altLeft = event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier;
    const bool altRight = event->key() == Qt::Key_Right && event->modifiers() == Qt::AltModifier;
    if ((event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier) || altLeft)
        back();
    else if (altRight)
        forward();
    else
        Pane::keyPressEvent(event);
}

void BrowserPane::updateActions()
{
    const bool row = m_searchPage->list()->currentIndex().isValid();
    const auto gate = showsRepo() ? m_repo->gate() : std::nullopt;
    m_download->setEnabled(!gate && (showsRepo() || row));
    m_download->setStatusTip(gate ? gateText(*gate) : QString());
    m_open->setEnabled(showsRepo());
}

void BrowserPane::startDownload(const QStringList &paths)
{
    if (!showsRepo() || m_dialog)
        return;
    if (m_repo->gate()) {
        m_repoPage->focusGate();
        return;
    }
    m_dialog = new DownloadDialog(context(), m_repo, paths, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &DownloadDialog::downloadRequested, this, &BrowserPane::downloadRequested);
    connect(m_dialog, &DownloadDialog::signInRequested, this, &BrowserPane::signInRequested);
    connect(m_dialog, &DownloadDialog::goOnlineRequested, this, &BrowserPane::goOnlineRequested);
    m_dialog->open();
}

void BrowserPane::showRowMenu(const RepoInfo &info, const QPoint &position)
{
    const RepoId repo = info.repo;
    const QString author = info.author.isEmpty() ? repo.author() : info.author;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"browseMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Prompter *prompter = context().prompter;
    const auto add = [this, menu](const QString &icon, const QString &text, const auto &order) {
        menu->addAction(context().icons->icon(icon), text, this, order);
    };
    add(u"forward"_s, tr("Open"), [this, repo] { openRepo(repo); });
    add(u"download"_s, tr("Download..."), [this, repo] {
        openRepo(repo);
        startDownload();
    });
    if (!author.isEmpty())
        add(u"filter"_s, tr("Show only %1").arg(author),
            [this, author] { m_search->setAuthor(author); });
    menu->addSeparator();
    add(u"copy"_s, tr("Copy name"), [=] { prompter->copyText(repo.id); });
    add(u"link"_s, tr("Copy hf:// link"), [=] { prompter->copyText(hubLink(repo)); });
    add(u"file-code"_s, tr("Copy Python line"), [=] { prompter->copyText(pythonLine(repo)); });
    add(u"terminal"_s, tr("Copy command"), [=] { prompter->copyText(commandLine(repo)); });
    menu->addSeparator();
    add(u"external"_s, tr("Open in browser"),
        [=, this] { prompter->openUrl(webPage(m_repo->client()->config().endpoint, repo)); });
    menu->popup(position);
}

} // namespace hubdesk
