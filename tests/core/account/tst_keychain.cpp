// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/accounts.h"
#include "core/account/keychainstore.h"
#include "tests/support/secretservice.h"
#include "tests/support/testfiles.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace hubdesk {

//! Accounts with a real keychain: gnome-keyring on a bus of its own.
class KeychainTest : public QObject
{
    Q_OBJECT

public:
    explicit KeychainTest(SecretService *service)
        : m_service(service)
    { }

private Q_SLOTS:
    void storesReadsAndDeletes()
    {
        KeychainStore store(u"hubdesk-test"_s);
        QCOMPARE(read(store, u"a"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(write(store, u"a"_s, u"hf_secret_ä"_s));
        QVERIFY(write(store, u"b"_s, u"hf_other"_s));
        QCOMPARE(*read(store, u"a"_s), u"hf_secret_ä"_s);
        QVERIFY(write(store, u"a"_s, u"hf_new"_s));
        QCOMPARE(*read(store, u"a"_s), u"hf_new"_s);
        QVERIFY(remove(store, u"a"_s));
        QVERIFY(remove(store, u"a"_s)); // fine when there is none
        QCOMPARE(read(store, u"a"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(*read(store, u"b"_s), u"hf_other"_s);
    }

    void switchesAccounts()
    {
        const QTemporaryDir home;
        QProcessEnvironment variables;
        variables.insert(u"HF_HOME"_s, home.filePath(u"hf"_s));
        const auto open = [&](KeychainStore *store) {
            return std::make_unique<Accounts>(Environment(variables), store,
                                              home.filePath(u"accounts.json"_s));
        };
        QStringList ids;
        {
            KeychainStore store(u"hubdesk-test"_s);
            const auto accounts = open(&store);
            for (const QString &name : {u"one"_s, u"two"_s}) {
                Account account;
                account.name = name;
                account.endpoint = QUrl(u"https://hub.example"_s);
                std::optional<Result<void>> done;
                accounts->add(account, {u"hf_token_of_"_s + name, {}},
                              [&](const Result<void> &result) { done = result; });
                QTRY_VERIFY(done);
                QVERIFY2(done->has_value(), qPrintable(*done ? QString() : done->error().detail));
                ids.append(accounts->list().activeId);
            }
        }
        // Nothing but the keychain's own files has it.
        for (const QString &file : filesBelow(home.path()))
            QVERIFY(!contentOf(home.filePath(file)).contains("hf_token_of_"));
        KeychainStore store(u"hubdesk-test"_s);
        const auto accounts = open(&store);
        accounts->begin();
        QTRY_VERIFY(accounts->isReady());
        QCOMPARE(accounts->token(ids.at(1)), u"hf_token_of_two"_s);
        std::optional<Result<void>> done;
        accounts->activate(ids.at(0), [&](const Result<void> &result) { done = result; });
        QTRY_VERIFY(done && *done);
        QCOMPARE(accounts->token(ids.at(0)), u"hf_token_of_one"_s);
        done.reset();
        accounts->signOutAll([&](const Result<void> &result) { done = result; });
        QTRY_VERIFY(done && *done);
        QCOMPARE(read(store, ids.at(0)).error().kind, ErrorKind::NotFound);
        QCOMPARE(read(store, ids.at(1)).error().kind, ErrorKind::NotFound);
    }

    //! A program may end while the keychain is asked.
    void answersThatComeTooLate()
    {
        for (int i = 0; i < 20; ++i) {
            KeychainStore store(u"hubdesk-test"_s);
            bool answered = false;
            store.write(u"late"_s, u"hf_late"_s, [&](const Result<void> &) { answered = true; });
            store.read(u"late"_s, [&](const Result<QString> &) { answered = true; });
            QCoreApplication::processEvents(); // it is asked
            QVERIFY(!answered);
        }
        KeychainStore store(u"hubdesk-test"_s);
        QVERIFY(remove(store, u"late"_s));
    }

    //! Last, because it takes the keychain away.
    void saysWhenItIsGone()
    {
        m_service->stopKeyring();
        KeychainStore store(u"hubdesk-test"_s);
        const auto result = write(store, u"c"_s, u"hf_lost"_s);
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
        QVERIFY(!result.error().detail.contains(u"hf_lost"_s));
    }

private:
    static Result<QString> read(KeychainStore &store, const QString &key)
    {
        std::optional<Result<QString>> done;
        store.read(key, [&](const Result<QString> &result) { done = result; });
        [&] { QTRY_VERIFY(done); }();
        return done.value_or(failure(ErrorKind::Timeout, u"no answer"_s));
    }
    static Result<void> write(KeychainStore &store, const QString &key, const QString &secret)
    {
        std::optional<Result<void>> done;
        store.write(key, secret, [&](const Result<void> &result) { done = result; });
        [&] { QTRY_VERIFY(done); }();
        return done.value_or(failure(ErrorKind::Timeout, u"no answer"_s));
    }
    static Result<void> remove(KeychainStore &store, const QString &key)
    {
        std::optional<Result<void>> done;
        store.remove(key, [&](const Result<void> &result) { done = result; });
        [&] { QTRY_VERIFY(done); }();
        return done.value_or(failure(ErrorKind::Timeout, u"no answer"_s));
    }

    SecretService *m_service;
};

} // namespace hubdesk

int main(int argc, char **argv)
{
    hubdesk::SecretService service;
    const bool started = service.start();
    // Before anybody has looked for a bus.
    qputenv("DBUS_SESSION_BUS_ADDRESS", service.busAddress().toUtf8());
    QCoreApplication application(argc, argv);
    if (!started) {
        qCritical("%s", qPrintable(service.errorText()));
        return 1;
    }
    hubdesk::KeychainTest test(&service);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
