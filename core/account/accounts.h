// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/account.h"
#include "core/account/accountlistfile.h"
#include "core/account/gitcredentials.h"
#include "core/account/secretstore.h"
#include "core/account/storedtokenslock.h"
#include "core/account/tokenfiles.h"
#include "core/net/tokenrules.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hubdesk {

//! A token that lies on this machine and belongs to no account yet.
struct FoundToken
{
    QString
        name; //!< In the file of stored tokens, or the variable; empty: the active token's file.
    QString source; //!< Variable or path, for the user.
    QUrl endpoint; //!< The Hub that it was most likely made for.
    StoredToken entry;
};

//! The user's accounts: the list in a file of its own, without secrets, the tokens in \a
//! SecretStore, and, for accounts that are shared, in the files of the other tools as well. Tokens
//! that are in use are held in memory. Files are read and written on a thread of their own;
//! callbacks come from the event loop, and not after the object's end. GUI thread.
class Accounts : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Accounts)

public:
    using Done = std::function<void(const Result<void> &)>;
    using Token = std::function<void(const Result<QString> &)>;

    //! What somebody signs in with.
    struct Secret
    {
        QString token;
        QString refreshToken; //!< OAuth only.
    };

    //! Reads \a listFile (small) at once; see AccountListFile for what becomes of one that cannot
    //! be read. Does not own \a store. The end waits for what is being written.
    Accounts(const Environment &environment, SecretStore *store, QString listFile,
             QObject *parent = nullptr);
    ~Accounts() override;

    [[nodiscard]] static QString newId();
    //! Where the user's list is, for all programs of Hubdesk.
    [[nodiscard]] static QString standardFile();

    //! Takes over what another program has written into the list; then calls \a done, if any.
    void reload(std::function<void()> done = {});
    [[nodiscard]] const QString &listFile() const { return m_file.path(); }

    //! Gets the tokens from where they are kept, those in use first: ready() follows, and loaded()
    //! when the others, which transfers may still work with, are here too.
    void begin();
    //! All tokens in use are here, or could not be had: problem() says why.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    [[nodiscard]] const AccountList &list() const { return m_list; }
    [[nodiscard]] const TokenFiles &files() const { return m_files; }
    //! Where the other tools send what is in the files, as far as is known here.
    [[nodiscard]] QUrl environmentEndpoint() const { return m_environment.endpoint(); }
    //! In memory; empty: not loaded, or there is none.
    [[nodiscard]] QString token(const QString &id) const { return m_tokens.value(id).token; }
    [[nodiscard]] QString refreshToken(const QString &id) const
    {
        return m_tokens.value(id).refreshToken;
    }
    //! The rules that have a token for \a endpoint, with it.
    [[nodiscard]] std::vector<TokenRule> tokenRules(const QUrl &endpoint) const;

    //! Keeps \a secret where account.place says and then puts the account into the list, replacing
    //! the one with the same id, and into use. An empty id gets a new one. Nothing is listed, and
    //! nothing written, when the secret cannot be kept.
    void add(Account account, const Secret &secret, Done done);
    //! A renewed secret of a known account. It is used from now on, also when it cannot be kept.
    void renew(const QString &id, const Secret &secret, const QDateTime &expiresAt, Done done);
    //! Uses \a id from now on; empty: what environment and files say. A token that is not in memory
    //! is read first. What we put into the file of the active token follows.
    void activate(const QString &id, Done done = {});
    //! Writes down that \a id (empty: none) is in use from now on, and leaves its token and the
    //! files of the other tools alone: for who has just written those.
    void choose(const QString &id);
    //! What the Hub says about an account now.
    void updateIdentity(const QString &id, const Identity &identity);
    //! ErrorKind::Invalid when another account has that name.
    Result<void> rename(const QString &id, const QString &name);
    void setHosts(const QString &id, const QStringList &hosts);
    void setRules(const std::vector<AccountRule> &rules);

    //! The token of \a id, from memory or from where it is kept.
    void readToken(const QString &id, Token done);
    //! Puts the token into the files of the other tools, or takes it away from there.
    void setShared(const QString &id, bool shared, Done done);
    void setInGit(const QString &id, bool inGit, Done done);
    //! What the files of the other tools have of a shared account.
    struct SharedToken
    {
        std::optional<StoredToken> entry; //!< Nothing: it is not there any more.
        StoredTokensLock::Pointer lock; //!< No other program changes it meanwhile.
    };
    void holdShared(const QString &id, std::function<void(const Result<SharedToken> &)> done);
    //! Removes the account and its token from wherever we put it.
    void signOut(const QString &id, Done done);
    void signOutAll(Done done);

    //! Calls \a done when everything that was asked for so far is on the disk, or could not be
    //! written.
    void whenWritten(std::function<void()> done);

    //! Tokens in the environment and in the files that no account has.
    void findTokens(std::function<void(const std::vector<FoundToken> &)> found);

Q_SIGNALS:
    void ready();
    void loaded();
    //! Another token, endpoint or rule may be in force.
    void credentialsChanged();
    //! The list is another one: names, order, what is known.
    void listChanged();
    //! The list could not be written.
    void saveFailed(const hubdesk::Error &error);

private:
    void save();
    void exchangeList();
    void takeOver(const AccountListFile::Exchange &lists);
    void readNext(std::vector<QString> ids, qsizetype inUse);
    void changed(bool credentials);
    void run(std::function<void()> work, std::function<void()> done);
    //! \a work on the thread of the files, \a done with its result here.
    template <class T> void inPool(std::function<T()> work, std::function<void(T)> done)
    {
        auto result = std::make_shared<std::optional<T>>();
        run([result, work = std::move(work)] { result->emplace(work()); },
            [result, done = std::move(done)] { done(std::move(**result)); });
    }
    void share(const QString &id, const QString &former, Done done);
    void unshare(const QString &id, Done done);
    void shareActive();
    void replaceActive(const QString &former, const QString &renewed);
    using Kept = std::function<void(const Result<Account> &)>;
    //! Answers with the account, which knows by then what it is called in the files.
    void keepSecret(const Account &account, const Secret &secret, Kept done);
    void writeShared(const Account &account, const Secret &secret, Kept done);
    void dropFormer(const Account &before, const Account &now);
    void giveToGit(const Account &account);
    void forgetGit(const QUrl &endpoint);
    void dropSecret(const Account &account, Done done);

    Environment m_environment;
    SecretStore *m_store;
    AccountListFile m_file;
    TokenFiles m_files;
    GitCredentials m_git;
    AccountList m_list;
    AccountList m_inFile; // as last read or written
    AccountList m_sent; // what the exchange that is going on works with
    QHash<QString, Secret> m_tokens;
    std::optional<Error> m_problem;
    bool m_ready = false;
    // Accounts that are on their way into the other tools' files, and what waits for that.
    QHash<QString, std::vector<std::function<void()>>> m_sharing;
    QSet<QString> m_leaving; // being signed out of
    int m_switches = 0; // that were asked for
    // One exchange with the file at a time, so that it is always known what ours was made from.
    bool m_isExchanging = false;
    bool m_isUnsaved = false; // changed since the list was last given to the file
    bool m_isOutdated = false; // somebody else has written meanwhile
    std::vector<std::function<void()>> m_waiting; // for the list to be written
    QThreadPool m_pool; // one thread: writes keep their order
};

} // namespace hubdesk
