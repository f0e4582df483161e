// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QUrl>

#include <memory>

namespace hubdesk {

class Environment;
class HubClient;
class MainWindow;
class Session;
class Settings;
class Theme;
class TransferEngine;
struct DownloadRequest;
struct TransferOptions;

//! Makes and connects the big objects: client, engine, controllers, panes and the window.
class Workbench final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workbench)

public:
    //! Where this run keeps its things; empty: the user's own places.
    struct Places
    {
        QUrl endpoint; //!< From the command line.
        QString settingsFile;
        QString journalFolder;
        QString stateFolder; //!< Of the flight recorder.
        QString historyFile; //!< What became of the transfers.
        QString accountsFile; //!< The list of accounts.
        bool hasKeychain = true; //!< False: nothing is kept in the user's keychain.
        QString translations; //!< Folder; empty: beside the program.
    };

    //! \a environment is not owned.
    Workbench(const Environment *environment, const Places &places);
    ~Workbench() override;

    [[nodiscard]] MainWindow *window() const;
    [[nodiscard]] Theme *theme() const;
    [[nodiscard]] HubClient *client() const;
    [[nodiscard]] TransferEngine *engine() const;
    [[nodiscard]] const Session *session() const;
    [[nodiscard]] Settings *settings() const;

    //! What waits for the window to be there: transfers of the last run go on, the account is asked
    //! for, the cache is scanned.
    void begin();
    //! Pauses the engine and closes its files; stopped() follows within three seconds.
    void stop();

Q_SIGNALS:
    void stopped();
    //! The language is another one: window() is new, where the old one was.
    void windowReplaced();

private:
    void speak();
    void replaceWindow();
    void connectSettings();
    void comeToFront(const QString &pane);
    void registerPanes();
    void connectAll();
    void connectVault();
    void connectUpdates();
    void download(const DownloadRequest &request, const TransferOptions &options);

    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace hubdesk
