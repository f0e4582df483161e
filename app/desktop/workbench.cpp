// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/workbench.h"

#include "app/desktop/freedesktopnotifier.h"
#include "app/desktop/language.h"
#include "app/desktop/logsettings.h"
#include "app/desktop/pacscript.h"
#include "app/desktop/session.h"
#include "app/desktop/systemservices.h"
#include "core/account/accounts.h"
#include "core/account/keychainstore.h"
#include "core/account/nosecretstore.h"
#include "core/account/secretfile.h"
#include "core/cache/verifiedmarks.h"
#include "core/log/flightrecorder.h"
#include "core/model/accountcontroller.h"
#include "core/model/browsercontroller.h"
#include "core/model/cachecontroller.h"
#include "core/model/enginetransferqueue.h"
#include "core/model/personcontroller.h"
#include "core/model/repocontroller.h"
#include "core/model/settingscontroller.h"
#include "core/model/supportcontroller.h"
#include "core/model/transferbatch.h"
#include "core/model/transferscontroller.h"
#include "core/model/updatecontroller.h"
#include "core/net/hubclient.h"
#include "core/net/proxylogin.h"
#include "ui/dialogs/proxylogindialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/panes/browser/browserpane.h"
#include "ui/panes/cache/cachepane.h"
#include "ui/panes/transfers/transferspane.h"
#include "ui/shell/batchnotifier.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pane.h"
#include "ui/shell/systemprompter.h"
#include "ui/shell/versionnotifier.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/toasts.h"

#include <QApplication>
#include <QDBusConnection>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString journalFolder(const QString &wanted)
{
    if (!wanted.isEmpty())
        return wanted;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/transfers"_L1;
}

QString historyFile(const QString &wanted)
{
    if (!wanted.isEmpty())
        return wanted;
    return QStandardPaths::writableLocation(QStandardPaths::StateLocation)
        + "/transfer-history.jsonl"_L1;
}

} // namespace

//! In the order of their making; what is used later is destroyed earlier.
struct Workbench::Parts
{
    Parts(const Environment *env, const Places &places)
        : environment(env),
          settings(places.settingsFile),
          logSettings(env, &settings),
          proxyLogin(&settings),
          translations(places.translations.isEmpty() ? translationsFolder() : places.translations),
          recorder(std::make_shared<FlightRecorder>(places.stateFolder.isEmpty()
                                                        ? FlightRecorder::standardFolder()
                                                        : places.stateFolder)),
          hasKeychain(places.hasKeychain),
          secrets(places.hasKeychain
                      ? std::unique_ptr<SecretStore>(std::make_unique<KeychainStore>(u"hubdesk"_s))
                      : std::make_unique<NoSecretStore>()),
          accounts(*env, secrets.get(),
                   places.accountsFile.isEmpty() ? Accounts::standardFile() : places.accountsFile),
          session(env, &settings, places.endpoint, journalFolder(places.journalFolder), recorder,
                  &accounts),
          client(firstConfig()),
          marksFolder(places.stateFolder.isEmpty() ? VerifiedMarks::standardFolder()
                                                   : places.stateFolder + "/verified"_L1),
          engine(engineConfig()),
          queue(&engine),
          browser(&client, &settings),
          repo(&client, session.cachePlaces()),
          person(&client),
          transfers(&queue, historyFile(places.historyFile)),
          batch(&queue),
          cache([this] { return session.cachePlaces(); }),
          updates(&client, &settings, &cache, &queue),
          account(
              &client, &accounts, [this] { return session.tokenChoice(); },
              [this] { return settingsController.oauthClientId().value; }),
          settingsController(&settings, env, [this] { return session.clientConfig(); }),
          support([this] { return supportInput(); }),
          icons(&theme),
          prompter(&theme),
          desktopNotifier(QDBusConnection::sessionBus()),
          batchNotifier(&batch, &desktopNotifier, nullptr),
          versionNotifier(&updates, &desktopNotifier,
                          [this] { return settings.flag(SettingKey::NotifyNewVersions); })
    { }

    //! With the script for proxies: without it nothing could be reached.
    ClientConfig firstConfig()
    {
        session.setProxyScripts(
            [](const QString &source) { return std::make_shared<PacScript>(source); });
        return session.clientConfig();
    }

    //! What was proved is noted where the command line looks too, but for a demo.
    EngineConfig engineConfig() const
    {
        EngineConfig config = session.engineConfig();
        config.marksFolder = marksFolder;
        return config;
    }

    //! What a support bundle is made of, as it is now.
    SupportInput supportInput()
    {
        SupportInput input;
        input.environment = *environment;
        input.recorder = recorder;
        input.settings = settings.all();
        input.cache = session.cachePlaces();
        for (const TransferId id : engine.transfers()) {
            if (auto transfer = engine.transfer(id))
                input.transfers.push_back(std::move(*transfer));
        }
        return input;
    }

    const Environment *environment;
    Settings settings;
    LogSettings logSettings;
    ProxyLogin proxyLogin;
    QString translations;
    std::shared_ptr<FlightRecorder> recorder;
    bool hasKeychain;
    std::unique_ptr<SecretStore> secrets;
    Accounts accounts;
    QFileSystemWatcher accountsWatch;
    Session session;
    HubClient client;
    SystemServices services;
    QString marksFolder;
    TransferEngine engine;
    EngineTransferQueue queue;
    BrowserController browser;
    RepoController repo;
    PersonController person;
    TransfersController transfers;
    TransferBatch batch;
    CacheController cache;
    UpdateController updates;
    AccountController account;
    SettingsController settingsController;
    SupportController support;
    Theme theme;
    Icons icons;
    SystemPrompter prompter;
    FreedesktopNotifier desktopNotifier;
    BatchNotifier batchNotifier;
    VersionNotifier versionNotifier;
    std::unique_ptr<MainWindow> window;
};

Workbench::Workbench(const Environment *environment, const Places &places)
    : m(std::make_unique<Parts>(environment, places))
{
    m->theme.setAppearance(appearanceFromName(m->settings.text(SettingKey::Appearance)));
    m->theme.install(*qApp);
    speak();
    registerPanes();
    connectAll();
    connectSettings();
}

Workbench::~Workbench() = default;

MainWindow *Workbench::window() const
{
    return m->window.get();
}

Theme *Workbench::theme() const
{
    return &m->theme;
}

HubClient *Workbench::client() const
{
    return &m->client;
}

TransferEngine *Workbench::engine() const
{
    return &m->engine;
}

Settings *Workbench::settings() const
{
    return &m->settings;
}

const Session *Workbench::session() const
{
    return &m->session;
}

void Workbench::registerPanes()
{
    PaneRegistry panes;
    panes.add(
        {u"browse"_s, tr("Browse"), u"browse"_s,
         [this](const UiContext &context, QWidget *parent) -> Pane * {
             auto *pane =
                 new BrowserPane(context, &m->browser, &m->repo, &m->person, &m->updates, parent);
             connect(pane, &BrowserPane::downloadRequested, this, &Workbench::download);
             connect(pane, &BrowserPane::signInRequested, this, [this] { m->window->signIn(); });
             connect(pane, &BrowserPane::goOnlineRequested, this,
                     [this] { m->settings.setValue(SettingKey::Offline, false); });
             return pane;
         }});
    panes.add({u"transfers"_s, tr("Transfers"), u"transfers"_s,
               [this](const UiContext &context, QWidget *parent) -> Pane * {
                   return new TransfersPane(context, &m->transfers, parent);
               }});
    panes.add({u"cache"_s, tr("Cache"), u"cache"_s,
               [this](const UiContext &context, QWidget *parent) -> Pane * {
                   return new CachePane(context, &m->cache, &m->updates, parent);
               }});

    UiContext context;
    context.theme = &m->theme;
    context.icons = &m->icons;
    context.settings = &m->settings;
    context.prompter = &m->prompter;
    const WindowServices services{&m->account, &m->transfers, &m->cache, &m->settingsController,
                                  &m->support};
    m->window = std::make_unique<MainWindow>(context, std::move(panes), services);
    m->batchNotifier.setWindow(m->window.get());
    m->versionNotifier.setWindow(m->window.get());
}

void Workbench::comeToFront(const QString &pane)
{
    m->window->setWindowState(m->window->windowState() & ~Qt::WindowMinimized);
    m->window->show();
    m->window->raise();
    m->window->activateWindow();
    m->window->showPane(pane);
}

void Workbench::speak()
{
    installLanguage(m->settings.text(SettingKey::Language), m->translations);
}

//! What a window shows was translated when it was made: another language needs another window. What
//! it works on stays, running transfers included.
void Workbench::replaceWindow()
{
    speak();
    const std::unique_ptr<MainWindow> old = std::move(m->window);
    const QByteArray geometry = old->saveGeometry();
    const QString page = old->settingsDialog() ? old->settingsDialog()->page() : QString();
    const bool wasVisible = old->isVisible();
    registerPanes();
    m->window->restoreGeometry(geometry);
    m->window->follow(old->trail());
    if (wasVisible)
        m->window->show();
    Q_EMIT windowReplaced();
    if (!page.isEmpty())
        m->window->openSettings(page);
}

void Workbench::connectSettings()
{
    m->batchNotifier.setWanted([this](bool isTrouble) {
        return m->settings.flag(SettingKey::NotifyBatchEnd)
            || (isTrouble && m->settings.flag(SettingKey::NotifyFailures));
    });
    // Not now: it is a button of the window that said so.
    connect(
        &m->settings, &Settings::changed, this,
        [this](SettingKey key) {
            if (key == SettingKey::Language)
                replaceWindow();
        },
        Qt::QueuedConnection);
    m->settingsController.setProxyLogin(&m->proxyLogin);
    m->settingsController.setAccountInUse([this] {
        const Account *account = m->accounts.list().active();
        return account && account->mayReceive(m->client.config().endpoint) ? account->name
                                                                           : QString();
    });
    connect(&m->client, &HubClient::configChanged, &m->settingsController,
            &SettingsController::accountInUseChanged);
    if (m->hasKeychain) // else the password is asked for once a run
        connectVault();
    m->session.setProxyPassword([this] { return m->proxyLogin.password(); });
    connect(&m->proxyLogin, &ProxyLogin::changed, &m->session, &Session::refresh);
    connect(&m->proxyLogin, &ProxyLogin::missing, this, [this] {
        UiContext context;
        context.theme = &m->theme;
        context.icons = &m->icons;
        context.settings = &m->settings;
        auto *dialog = new ProxyLoginDialog(context, &m->proxyLogin, m->window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void Workbench::connectVault()
{
    SecretStore *secrets = m->secrets.get();
    m->proxyLogin.setVault(
        {.store =
             [this, secrets](const QString &key, const QString &secret) {
                 secrets->write(key, secret, [this](const Result<void> &done) {
                     if (!done)
                         m->window->toasts()->notify(
                             tr("The password of the proxy is known until you quit: %1")
                                 .arg(done.error().message));
                 });
             },
         .read =
             [secrets](const QString &key, std::function<void(QString)> answered) {
                 secrets->read(key,
                               [answered = std::move(answered)](const Result<QString> &secret) {
                                   answered(secret.value_or(QString()));
                               });
             },
         .remove =
             [secrets](const QString &key) {
                 secrets->remove(key, [](const Result<void> &) { });
             }});
}

void Workbench::connectAll()
{
    connect(&m->session, &Session::changed, this, [this] {
        const CachePlaces before = m->engine.config().cache;
        m->client.setConfig(m->session.clientConfig());
        m->engine.setConfig(m->engineConfig());
        m->repo.setCachePlaces(m->session.cachePlaces());
        if (m->session.cachePlaces() != before)
            m->cache.rescan();
    });
    connect(&m->settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::Appearance)
            m->theme.setAppearance(appearanceFromName(m->settings.text(key)));
    });
    // A token file may have been written since: read it before the question goes out.
    connect(&m->account, &AccountController::aboutToRefresh, this, [this] {
        m->client.setConfig(m->session.clientConfig());
        m->engine.setConfig(m->engineConfig());
    });
    connect(&m->account, &AccountController::changed, this, [this] {
        const bool isKnown = m->account.state() == AccountController::State::SignedIn;
        m->repo.likes()->setUser(isKnown ? m->account.identity().name : QString());
    });
    connect(&m->engine, &TransferEngine::cacheChanged, &m->repo, &RepoController::cacheChanged);
    connect(&m->engine, &TransferEngine::cacheChanged, &m->cache,
            [this] { m->cache.rescanSoon(); });
    connectUpdates();
    connect(&m->engine, &TransferEngine::stopped, this, &Workbench::stopped);
    m->engine.setSleepInhibitor(&m->services);
    connect(&m->services, &SystemServices::wokeUp, &m->engine, &TransferEngine::wokeUp);
    connect(&m->services, &SystemServices::networkChanged, &m->engine,
            &TransferEngine::networkChanged);
    m->services.connectToBuses();
    connect(&m->batchNotifier, &BatchNotifier::transfersRequested, this,
            [this] { comeToFront(u"transfers"_s); });
    connect(&m->versionNotifier, &VersionNotifier::cacheRequested, this,
            [this] { comeToFront(u"cache"_s); });
    connect(&m->transfers, &TransfersController::transferEnded, this,
            [this](TransferId id, TransferState state) {
                const auto transfer = m->engine.transfer(id);
                if (!transfer)
                    return;
                if (state == TransferState::Finished)
                    m->window->toasts()->notify(
                        tr("%1 is downloaded.").arg(transfer->request.repo.id));
                else if (state == TransferState::Failed)
                    m->window->toasts()->notify(
                        tr("%1 could not be downloaded.").arg(transfer->request.repo.id),
                        tr("Show"), [this] { m->window->showPane(u"transfers"_s); });
            });
}

void Workbench::connectUpdates()
{
    m->updates.follow(&m->repo);
    m->browser.model()->setMarks([this](const RepoInfo &info) { return m->updates.mark(info); });
    connect(&m->updates, &UpdateController::versionsChanged, m->browser.model(),
            &RepoListModel::refreshMarks);
    connect(&m->updates, &UpdateController::updateQueued, this, [this](const RepoId &repo) {
        m->window->toasts()->notify(tr("The update of %1 is in the queue.").arg(repo.id),
                                    tr("Show"), [this] { m->window->showPane(u"transfers"_s); });
    });
    connect(&m->updates, &UpdateController::updateEnded, this,
            [this](const RepoId &repo, const std::optional<Error> &error) {
                m->window->toasts()->notify(
                    error ? tr("%1 was not updated: %2").arg(repo.id, error->message)
                          : tr("%1 is up to date.").arg(repo.id));
            });
}

void Workbench::download(const DownloadRequest &request, const TransferOptions &options)
{
    m->engine.addDownload(request, options);
    m->window->toasts()->notify(tr("%1 is in the queue.").arg(request.repo.id), tr("Show"),
                                [this] { m->window->showPane(u"transfers"_s); });
}

void Workbench::begin()
{
    m->proxyLogin.ask();
    connect(&m->accounts, &Accounts::saveFailed, this,
            [this](const Error &error) { m->window->toasts()->notify(error.message); });
    // Transfers go on with the account that they were added with.
    connect(
        &m->accounts, &Accounts::loaded, this, [this] { m->engine.restore(); },
        Qt::SingleShotConnection);
    // Only once the token is here: nobody is to be shown as signed out for a moment.
    connect(&m->accounts, &Accounts::ready, &m->account, &AccountController::refresh,
            Qt::SingleShotConnection);
    m->accounts.begin();
    // hubdesk-cli may switch, too; perhaps before there is any account.
    std::ignore = makeFolderOfOwner(m->accounts.listFile());
    m->accountsWatch.addPath(QFileInfo(m->accounts.listFile()).path());
    connect(&m->accountsWatch, &QFileSystemWatcher::directoryChanged, &m->accounts,
            [this] { m->accounts.reload(); });
    m->cache.rescan();
    m->updates.checkAtStart();
}

void Workbench::stop()
{
    m->engine.stop();
}

} // namespace hubdesk
