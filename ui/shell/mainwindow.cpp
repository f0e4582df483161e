// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/model/accountcontroller.h"
#include "core/model/cachecontroller.h"
#include "core/model/transferscontroller.h"
#include "core/settings/settings.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/signindialog.h"
#include "ui/dialogs/supportdialog.h"
#include "ui/shell/accountmenu.h"
#include "ui/shell/navigationbar.h"
#include "ui/shell/pane.h"
#include "ui/shell/prompter.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windowstatus.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/toasts.h"

#include <QAction>
#include <QCloseEvent>
#include <QGridLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace hubdesk {

MainWindow::MainWindow(const UiContext &context, PaneRegistry panes, const WindowServices &services,
                       QWidget *parent)
    : QMainWindow(parent),
      m_context(context),
      m_registry(std::move(panes)),
      m_services(services),
      m_toasts(new Toasts(context, this)),
      m_actions(new WindowActions(context, m_registry, this)),
      m_topBar(new TopBar(context, m_actions->back(), m_actions->forward(), this)),
      m_navigation(new NavigationBar(context, m_registry, this)),
      m_stack(new QStackedWidget(this)),
      m_status(new WindowStatus(context, services, this)),
      m_accountMenu(new AccountMenu(services.account, this))
{
    constexpr QSize kSize(1280, 800);
    constexpr QSize kMinimum(760, 560);
    if (!m_context.notifier)
        m_context.notifier = m_toasts;
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Hubdesk"_s);
    setMinimumSize(kMinimum);
    resize(kSize);
    restoreGeometry(m_context.settings->state(u"window/geometry"_s).toByteArray());
    m_context.theme->setAppearance(
        appearanceFromName(m_context.settings->text(SettingKey::Appearance)));
    build();
    connectActions();
    updateAccount();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *center = new QWidget(this);
    auto *grid = new QGridLayout(center);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_topBar, 0, 0, 1, 2);
    grid->addWidget(m_navigation, 1, 0);
    grid->addWidget(m_stack, 1, 1);
    grid->addWidget(m_status, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    setCentralWidget(center);
    m_toasts->raise();
}

void MainWindow::connectActions()
{
    connect(m_actions, &WindowActions::backRequested, this, &MainWindow::back);
    connect(m_actions, &WindowActions::forwardRequested, this, &MainWindow::forward);
    connect(m_actions, &WindowActions::refreshRequested, this, [this] {
        if (Pane *pane = currentPane())
            pane->refresh();
    });
    connect(m_actions, &WindowActions::findRequested, this, [this] {
        if (Pane *pane = currentPane())
            pane->focusSearch();
    });
    connect(m_actions, &WindowActions::addressRequested, m_topBar, &TopBar::focusAddress);
    connect(m_actions, &WindowActions::settingsRequested, this, [this] { openSettings(); });
    connect(m_actions, &WindowActions::shortcutsRequested, this, &MainWindow::showShortcuts);
    m_actions->support()->setVisible(m_services.support);
    connect(m_actions, &WindowActions::supportRequested, this, &MainWindow::showSupport);
    connect(m_actions, &WindowActions::aboutRequested, this, &MainWindow::showAbout);
    connect(m_actions, &WindowActions::undoRequested, m_toasts, &Toasts::triggerAction);
    connect(m_actions, &WindowActions::quitRequested, this, &MainWindow::close);
    connect(m_actions, &WindowActions::paneRequested, this, &MainWindow::showPane);
    connect(m_toasts, &Toasts::actionChanged, this,
            [this] { m_actions->undo()->setEnabled(!m_toasts->actionText().isEmpty()); });
    connect(m_navigation, &NavigationBar::paneChosen, this, &MainWindow::showPane);
    connect(m_navigation, &NavigationBar::settingsChosen, this, [this] { openSettings(); });
    connect(m_topBar, &TopBar::addressEntered, this, &MainWindow::openAddress);
    connect(m_topBar, &TopBar::addressLeft, this, [this] {
        if (Pane *pane = currentPane())
            pane->focusContent();
    });
    connect(m_topBar, &TopBar::accountClicked, this, &MainWindow::showAccounts);
    connect(m_status, &WindowStatus::accountsRequested, this, &MainWindow::showAccounts);
    connect(m_actions, &WindowActions::accountRequested, this,
            [this] { showAccounts(m_topBar->accountButton()); });
    connect(m_accountMenu, &AccountMenu::signInRequested, this, &MainWindow::signIn);
    connect(m_accountMenu, &AccountMenu::settingsRequested, this,
            [this] { openSettings(u"account"_s); });
    connect(m_accountMenu, &AccountMenu::failed, this,
            [this](const QString &text) { m_context.notifier->notify(text); });
    connect(m_status, &WindowStatus::paneRequested, this, &MainWindow::showPane);
    connect(m_status, &WindowStatus::settingsRequested, this, &MainWindow::openSettings);
    connect(m_services.account, &AccountController::changed, this, &MainWindow::updateAccount);
    connect(m_context.settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::Appearance)
            m_context.theme->setAppearance(
                appearanceFromName(m_context.settings->text(SettingKey::Appearance)));
    });
}

Pane *MainWindow::pane(const QString &id)
{
    if (Pane *existing = m_panes.value(id))
        return existing;
    for (const PaneEntry &entry : m_registry.entries()) {
        if (entry.id != id)
            continue;
        Pane *made = entry.factory(m_context, m_stack);
        m_stack->addWidget(made);
        m_panes.insert(id, made);
        connectPane(made);
        return made;
    }
    return nullptr;
}

void MainWindow::connectPane(Pane *pane)
{
    connect(pane, &Pane::historyChanged, this, &MainWindow::updateHistory);
    connect(pane, &Pane::addressChanged, this, [this, pane](const QString &address) {
        if (pane == currentPane())
            m_topBar->setAddress(address);
    });
    connect(pane, &Pane::openRequested, this, [this](const QString &id, const QString &address) {
        if (id == "settings"_L1) {
            openSettings(address);
            return;
        }
        if (showPane(id) && !address.isEmpty())
            currentPane()->navigate(address);
    });
}

Pane *MainWindow::currentPane() const
{
    return qobject_cast<Pane *>(m_stack->currentWidget());
}

bool MainWindow::showPane(const QString &id)
{
    Pane *wanted = pane(id);
    if (!wanted)
        return false;
    if (wanted != currentPane() || m_visitedAt < 0) {
        m_visited.resize(m_visitedAt + 1);
        m_visited.append(id);
        ++m_visitedAt;
    }
    display(id);
    return true;
}

void MainWindow::showLastPane()
{
    if (!showPane(m_context.settings->state(u"window/pane"_s).toString())
        && !m_registry.entries().empty())
        showPane(m_registry.entries().front().id);
}

MainWindow::Trail MainWindow::trail() const
{
    Trail trail{{}, m_visited, m_visitedAt};
    for (auto it = m_panes.begin(); it != m_panes.end(); ++it) {
        if (const std::any history = it.value()->history(); history.has_value())
            trail.panes.insert(it.key(), history);
    }
    return trail;
}

void MainWindow::follow(const Trail &trail)
{
    for (auto it = trail.panes.begin(); it != trail.panes.end(); ++it) {
        if (Pane *there = pane(it.key()))
            there->takeHistory(it.value());
    }
    if (trail.visitedAt < 0)
        return showLastPane();
    m_visited = trail.visited;
    m_visitedAt = trail.visitedAt;
    showPane(m_visited.at(m_visitedAt));
}

void MainWindow::display(const QString &id)
{
    Pane *shown = pane(id);
    if (shown != currentPane() || m_visitedAt == 0)
        m_topBar->replaceAddress(shown->address());
    m_stack->setCurrentWidget(shown);
    m_navigation->setCurrent(id);
    m_actions->setPane(shown);
    m_context.settings->setState(u"window/pane"_s, id);
    setWindowTitle(u"%1 – Hubdesk"_s.arg(shown->title()));
    shown->focusContent();
    updateHistory();
    Q_EMIT
    paneShown(id);
}

void MainWindow::updateHistory()
{
    const Pane *shown = currentPane();
    m_actions->back()->setEnabled(m_visitedAt > 0 || (shown && shown->canGoBack()));
    m_actions->forward()->setEnabled(m_visitedAt + 1 < m_visited.size()
                                     || (shown && shown->canGoForward()));
}

void MainWindow::back()
{
    Pane *shown = currentPane();
    if (shown && shown->canGoBack())
        shown->back();
    else if (m_visitedAt > 0)
        display(m_visited.at(--m_visitedAt));
    updateHistory();
}

void MainWindow::forward()
{
    Pane *shown = currentPane();
    if (shown && shown->canGoForward())
        shown->forward();
    else if (m_visitedAt + 1 < m_visited.size())
        display(m_visited.at(++m_visitedAt));
    updateHistory();
}

void MainWindow::openAddress(const QString &text)
{
    if (text.isEmpty())
        return;
    Pane *browse = pane(u"browse"_s);
    if (!browse)
        return;
    showPane(u"browse"_s);
    if (!browse->navigate(text)) {
        m_topBar->setTyped(text);
        m_context.notifier->notify(
            tr("This is not an address that Hubdesk can open: %1").arg(text));
    }
}

void MainWindow::openSettings(const QString &page)
{
    if (!m_settingsDialog) {
        m_settingsDialog =
            new SettingsDialog(m_context, m_services.settings, m_services.account, this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_settingsDialog->showPage(page);
    m_settingsDialog->open();
}

SettingsDialog *MainWindow::settingsDialog() const
{
    return m_settingsDialog;
}

void MainWindow::updateAccount()
{
    const bool signedIn = m_services.account->state() == AccountController::State::SignedIn;
    m_topBar->setAccount(m_services.account->text(), signedIn ? u"account"_s : u"sign-in"_s);
}

//! Where there is room: below the top bar's button, above the status bar's.
void MainWindow::showAccounts(QWidget *anchor)
{
    const bool above = anchor->mapTo(this, QPoint()).y() > height() / 2;
    const QSize size = m_accountMenu->sizeHint();
    m_accountMenu->popup(anchor->mapToGlobal(QPoint(0, above ? -size.height() : anchor->height())));
}

void MainWindow::signIn()
{
    auto *dialog = new SignInDialog(m_context, m_services.account, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_context, m_actions->withShortcuts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showSupport()
{
    auto *dialog = new SupportDialog(m_context, m_services.support, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool MainWindow::mayQuit()
{
    // Not the summary, which lags behind: a download of this moment counts too.
    const TransferModel *transfers = m_services.transfers->model();
    const int count =
        transfers->count(TransferGroup::Active) + transfers->count(TransferGroup::Waiting);
    if (m_quitAgreed || count == 0)
        return true;
    if (m_asking)
        return false;
    m_asking = true;
    const Confirmation question{
        .title = count == 1 ? tr("Quit while a download is not finished?")
                            : tr("Quit while %n downloads are not finished?", nullptr, count),
        .text = tr("They stop now and go on where they were when Hubdesk starts again."),
        .details = {},
        .acceptText = tr("Quit"),
        .rejectText = tr("Keep downloading"),
    };
    m_context.prompter->confirm(this, question, this, [this](bool yes) {
        m_asking = false;
        m_quitAgreed = yes;
        if (yes)
            close();
    });
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayQuit()) {
        event->ignore();
        return;
    }
    m_context.settings->setState(u"window/geometry"_s, saveGeometry());
    m_context.settings->sync();
    event->accept();
    Q_EMIT
    quitAccepted();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setCollapsed(width() < measure::kCollapseBelow);
}

} // namespace hubdesk
