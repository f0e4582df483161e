// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/browserpane.h"

#include "core/model/reposnippets.h"
#include "ui/dialogs/downloaddialog.h"
#include "ui/panes/browser/personpage.h"
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
                         PersonController *person, UpdateController *updates, QWidget *parent)
    : Pane(context, u"browse"_s, tr("Browse"), parent),
      m_search(search),
      m_repo(repo),
      m_person(person),
      m_download(addMenuAction(u"browseDownload"_s, tr("Download..."), u"download"_s)),
      m_open(addMenuAction(u"browseOpen"_s, tr("Open in browser"), u"external"_s)),
      m_pages(new QStackedWidget(this)),
      m_searchPage(new SearchPage(context, search, this))
{
    buildActions();
    m_repoPage = new RepoPage(context, repo, updates, m_download, m_open, this);
    m_pages->addWidget(m_searchPage);
    m_personPage = new PersonPage(context, person, updates, m_open, this);
    m_pages->addWidget(m_repoPage);
    m_pages->addWidget(m_personPage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connectAll();
    connectPerson();
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
        if (const auto repo = currentRepo()) {
            openRepo(*repo);
            startDownload();
        }
    });
    connect(m_open, &QAction::triggered, this, [this] {
        const QUrl endpoint = m_repo->client()->config().endpoint;
        context().prompter->openUrl(showsPerson()
                                        ? personPage(endpoint, m_person->name())
                                        : webPage(endpoint, m_repo->repo(), m_repo->revision()));
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
        if (!showsRepo() && !showsPerson())
            Q_EMIT
        addressChanged(address());
    });
    connect(m_searchPage, &SearchPage::personActivated, this,
            [this](const QString &name) { openPerson(name); });
    connect(m_repoPage, &RepoPage::authorRequested, this,
            [this](const QString &name) { openPerson(name); });
    connect(m_repo, &RepoController::gateChanged, this, &BrowserPane::updateActions);
    connect(m_repoPage, &RepoPage::backRequested, this, &BrowserPane::back);
    connect(m_repoPage, &RepoPage::revisionChosen, this,
            [this](const QString &revision) { openRepo(m_repo->repo(), revision); });
    connect(m_repoPage, &RepoPage::downloadRequested, this, &BrowserPane::startDownload);
    connect(m_repoPage, &RepoPage::addressActivated, this, &BrowserPane::navigate);
    connect(m_repoPage, &RepoPage::signInRequested, this, &BrowserPane::signInRequested);
    connect(m_repoPage, &RepoPage::goOnlineRequested, this, &BrowserPane::goOnlineRequested);
}

void BrowserPane::connectPerson()
{
    connect(m_personPage, &PersonPage::backRequested, this, &BrowserPane::back);
    connect(m_personPage, &PersonPage::repoActivated, this,
            [this](const RepoId &repo) { openRepo(repo); });
    connect(m_personPage, &PersonPage::personActivated, this, &BrowserPane::openPerson);
    connect(m_personPage, &PersonPage::webPageRequested, this,
            [this](const QUrl &page) { context().prompter->openUrl(page); });
    connect(m_personPage, &PersonPage::repoMenuRequested, this, &BrowserPane::showRowMenu);
    connect(m_personPage, &PersonPage::personMenuRequested, this, &BrowserPane::showPersonMenu);
    connect(m_personPage, &PersonPage::currentChanged, this, &BrowserPane::updateActions);
    connect(m_personPage, &PersonPage::signInRequested, this, &BrowserPane::signInRequested);
    connect(m_personPage, &PersonPage::goOnlineRequested, this, &BrowserPane::goOnlineRequested);
    connect(m_person, &PersonController::tabChanged, this, [this] {
        if (showsPerson())
            place().tab = m_person->tab();
    });
    connect(m_person, &PersonController::stateChanged, this, [this] {
        if (!showsPerson() || !place().mayBeRepo || !m_person->isNobody())
            return;
        // The oldest repos have no author: the address meant one of them.
        place() = {.repo = {RepoType::Model, m_person->name()}, .revision = u"main"_s};
        show(place());
    });
}

bool BrowserPane::showsRepo() const
{
    return !place().repo.id.isEmpty();
}

bool BrowserPane::showsPerson() const
{
    return !place().person.isEmpty();
}

std::optional<RepoId> BrowserPane::currentRepo() const
{
    if (showsRepo())
        return place().repo;
    if (showsPerson())
        return m_personPage->currentRepo();
    const QModelIndex current = m_searchPage->list()->currentIndex();
    return current.isValid() ? std::optional(m_search->model()->repo(current.row()).repo)
                             : std::nullopt;
}

void BrowserPane::search(const QString &text)
{
    m_search->setText(text);
    m_search->searchNow();
    go({});
}

void BrowserPane::openRepo(const RepoId &repo, const QString &revision, const QString &path)
{
    go({.repo = repo, .revision = revision.isEmpty() ? u"main"_s : revision});
    if (!path.isEmpty())
        m_repoPage->revealFile(path);
}

void BrowserPane::openPerson(const QString &name, PersonKind likely)
{
    go({.person = name, .likely = likely});
}

void BrowserPane::go(const Place &place)
{
    if (!place.isSame(this->place())) {
        m_history.resize(static_cast<size_t>(m_place) + 1);
        m_history.push_back(place);
        ++m_place;
    }
    show(this->place());
}

void BrowserPane::show(const Place &place)
{
    const bool repo = showsRepo();
    const bool person = showsPerson();
    if (repo)
        m_repo->open(place.repo, place.revision);
    else if (person)
        m_person->open(place.person, place.likely, place.tab);
    m_pages->setCurrentIndex(repo ? 1 : person ? 2 : 0);
    updateActions();
    focusContent();
    Q_EMIT
    historyChanged();
    Q_EMIT
    addressChanged(address());
}

QString BrowserPane::address() const
{
    if (showsPerson())
        return u'@' + place().person;
    return showsRepo() ? hubLink(place().repo, place().revision) : m_search->text();
}

void BrowserPane::step(int by)
{
    const int target = m_place + by;
    if (target < 0 || target >= static_cast<int>(m_history.size()))
        return;
    m_place = target;
    show(place());
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

std::any BrowserPane::history() const
{
    return History(m_history, m_place);
}

void BrowserPane::takeHistory(const std::any &history)
{
    if (const auto *known = std::any_cast<History>(&history)) {
        std::tie(m_history, m_place) = *known;
        show(place());
    }
}

bool BrowserPane::navigate(const QString &address)
{
    const QString text = address.trimmed();
    const QString host = m_repo->client()->config().endpoint.host();
    if (const auto person = parsePersonAddress(text, host)) {
        go({.person = person->name, .mayBeRepo = person->mayBeRepo});
        return true;
    }
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
    else if (showsPerson())
        m_person->refresh();
    else
        m_search->refresh();
}

void BrowserPane::focusSearch()
{
    if (showsRepo()) {
        m_repoPage->focusSearch();
        return;
    }
    if (showsPerson()) {
        // There is no field on that page: what they have is searched like everything else.
        m_search->setAuthor(m_person->name());
        go({});
    }
    m_searchPage->focusSearch();
}

void BrowserPane::focusContent()
{
    if (showsRepo())
        m_repoPage->focusContent();
    else if (showsPerson())
        m_personPage->focusContent();
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
    const auto gate = showsRepo() ? m_repo->gate() : std::nullopt;
    m_download->setEnabled(!gate && currentRepo().has_value());
    m_download->setStatusTip(gate ? gateText(*gate) : QString());
    m_open->setEnabled(showsRepo() || showsPerson());
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

QMenu *BrowserPane::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"browseMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void BrowserPane::showRowMenu(const RepoInfo &info, const QPoint &position)
{
    const RepoId repo = info.repo;
    const QString author = info.author.isEmpty() ? repo.author() : info.author;
    QMenu *menu = makeMenu();
    Prompter *prompter = context().prompter;
    const auto add = [this, menu](const QString &icon, const QString &text, const auto &order) {
        return menu->addAction(context().icons->icon(icon), text, this, order);
    };
    add(u"forward"_s, tr("Open"), [this, repo] { openRepo(repo); });
    add(u"download"_s, tr("Download..."), [this, repo] {
        openRepo(repo);
        startDownload();
    });
    if (!author.isEmpty() && !(showsPerson() && author == m_person->overview().person.name)) {
        QAction *goTo =
            add(u"account"_s, tr("Go to %1").arg(author), [this, author] { openPerson(author); });
        goTo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return)); // what the rows listen to
    }
    if (!author.isEmpty())
        add(u"filter"_s, tr("Show only %1").arg(author), [this, author] {
            m_search->setAuthor(author);
            go({});
        });
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

void BrowserPane::showPersonMenu(const Person &person, const QPoint &position)
{
    const QString name = person.name;
    const PersonKind kind = person.kind;
    const QUrl page = personPage(m_person->client()->config().endpoint, name);
    QMenu *menu = makeMenu();
    Prompter *prompter = context().prompter;
    const auto add = [this, menu](const QString &icon, const QString &text, const auto &order) {
        menu->addAction(context().icons->icon(icon), text, this, order);
    };
    add(u"account"_s, tr("Go to %1").arg(name), [=, this] { openPerson(name, kind); });
    menu->addSeparator();
    add(u"copy"_s, tr("Copy name"), [=] { prompter->copyText(name); });
    add(u"link"_s, tr("Copy link"), [=] { prompter->copyText(page.toString()); });
    menu->addSeparator();
    add(u"external"_s, tr("Open in browser"), [=] { prompter->openUrl(page); });
    menu->popup(position);
}

} // namespace hubdesk
