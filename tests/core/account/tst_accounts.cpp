// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/accounts.h"
#include "core/account/tokenchoice.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/testfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

const QUrl kFirstHub(u"https://one.example"_s);
const QUrl kSecondHub(u"https://two.example"_s);

Account account(const QString &name, const QUrl &endpoint = kFirstHub)
{
    Account result;
    result.name = name;
    result.endpoint = endpoint;
    result.tokenName = name + "-token"_L1;
    return result;
}

Error refusal(ErrorKind kind)
{
    return failure(kind, u"no"_s).error();
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_variables.clear();
        m_variables.insert(u"HF_HOME"_s, m_home->filePath(u"hf"_s));
        m_variables.insert(u"HF_ENDPOINT"_s, QString());
        m_store = std::make_unique<FakeSecretStore>();
        open();
    }

    void keepsTokensOutOfTheList()
    {
        add(account(u"one"_s), u"hf_secret_one"_s);
        add(account(u"two"_s, kSecondHub), u"hf_secret_two"_s);
        QCOMPARE(m_accounts->list().active()->name, u"two"_s);
        written();
        QVERIFY(!contentOf(listFile()).contains("hf_secret"));
        QVERIFY(contentOf(listFile()).contains("two.example"));
        QCOMPARE(filesBelow(m_home->path()), QStringList{u"accounts.json"_s}); // nothing is shared

        open();
        QVERIFY(!m_accounts->isReady());
        begin();
        QCOMPARE(m_accounts->list().accounts.size(), size_t(2));
        QCOMPARE(m_accounts->token(m_accounts->list().activeId), u"hf_secret_two"_s);
        // First what is in use, then what transfers may still work with.
        const QStringList reads = m_store->log.last(2);
        QCOMPARE(reads, (QStringList{u"read "_s + id(u"two"_s), u"read "_s + id(u"one"_s)}));
        activate(id(u"one"_s));
        QCOMPARE(m_accounts->token(id(u"one"_s)), u"hf_secret_one"_s);
        QCOMPARE(choice().endpoint, kFirstHub);
        QCOMPARE(choice().token, u"hf_secret_one"_s);
    }

    void listsNothingThatCannotBeKept()
    {
        m_store->problem = refusal(ErrorKind::Offline);
        QVERIFY(!add(account(u"one"_s), u"hf_secret"_s));
        written();
        QVERIFY(m_accounts->list().accounts.empty());
        QCOMPARE(filesBelow(m_home->path()), QStringList());
        // The user may choose: for this session only.
        Account session = account(u"one"_s);
        session.place = Account::Place::Session;
        QVERIFY(add(session, u"hf_secret"_s));
        QCOMPARE(choice().token, u"hf_secret"_s);
        written();
        QVERIFY(!contentOf(listFile()).contains("one.example"));
        // Or in the files of the other tools.
        Account inFile = account(u"two"_s);
        inFile.place = Account::Place::TokenFile;
        QVERIFY(add(inFile, u"hf_plain"_s));
        QCOMPARE(contentOf(m_accounts->files().storedPath()),
                 "[two-token]\nhf_token = hf_plain\n\n");
        written();
        open();
        begin();
        QCOMPARE(choice().token, u"hf_plain"_s);
    }

    void asksALockedKeychainOnce()
    {
        add(account(u"one"_s), u"hf_1"_s);
        add(account(u"two"_s), u"hf_2"_s);
        m_accounts->setRules({{u"myorg"_s, id(u"one"_s)}});
        written();
        open();
        m_store->problem = refusal(ErrorKind::Forbidden);
        m_store->log.clear();
        begin();
        QCOMPARE(m_store->log.size(), 1);
        QCOMPARE(m_accounts->problem()->kind, ErrorKind::Forbidden);
        QCOMPARE(choice().token, QString());
        // A switch that does not work leaves the choice as it was.
        const QString before = m_accounts->list().activeId;
        QVERIFY(!activate(id(u"one"_s)));
        QCOMPARE(m_accounts->list().activeId, before);
        m_store->problem.reset();
        QVERIFY(activate(id(u"one"_s)));
        QVERIFY(!m_accounts->problem());
    }

    void sharesOnlyWhatItIsToldTo()
    {
        const TokenFiles &files = m_accounts->files();
        add(account(u"one"_s), u"hf_1"_s);
        add(account(u"two"_s), u"hf_2"_s);
        QVERIFY(share(id(u"one"_s), true)); // not the one in use
        QCOMPARE(contentOf(files.storedPath()), "[one-token]\nhf_token = hf_1\n\n");
        written();
        QCOMPARE(*files.active(), QString());
        activate(id(u"one"_s));
        written();
        QCOMPARE(*files.active(), u"hf_1"_s);
        activate(id(u"two"_s));
        written();
        QCOMPARE(*files.active(), QString()); // the other tools have none while it is off
        QVERIFY(share(id(u"two"_s), true));
        written();
        QCOMPARE(*files.active(), u"hf_2"_s);
        QVERIFY(share(id(u"two"_s), false));
        QCOMPARE(*files.active(), QString());
        QCOMPARE(contentOf(files.storedPath()), "[one-token]\nhf_token = hf_1\n\n");
    }

    void theLastWishAboutSharingCounts()
    {
        const TokenFiles files = m_accounts->files(); // of the first, too
        add(account(u"one"_s), u"hf_1"_s);
        written();
        open(); // the token comes from the keychain first
        std::optional<Result<void>> off;
        m_accounts->setShared(id(u"one"_s), true, [](const Result<void> &) { });
        m_accounts->setShared(id(u"one"_s), false, [&](const Result<void> &r) { off = r; });
        QTRY_VERIFY(off);
        QVERIFY(*off);
        QVERIFY(!m_accounts->list().accounts.front().isShared);
        QVERIFY(files.stored()->empty());
        written();
        QCOMPARE(*files.active(), QString());
        // Nothing comes back after signing out.
        std::optional<Result<void>> gone;
        m_accounts->setShared(id(u"one"_s), true, [](const Result<void> &) { });
        m_accounts->signOut(id(u"one"_s), [&](const Result<void> &r) { gone = r; });
        std::optional<Result<void>> late;
        m_accounts->setShared(id(u"one"_s), true, [&](const Result<void> &r) { late = r; });
        QTRY_VERIFY(gone && late);
        QVERIFY(*gone);
        QVERIFY(!*late);
        written();
        QVERIFY(files.stored()->empty());
        QCOMPARE(*files.active(), QString());
    }

    //! "None of them" must not go on as the account by way of the file.
    void takesBackWhatItSharedWhenNobodyIsInUse()
    {
        const TokenFiles &files = m_accounts->files();
        add(account(u"one"_s), u"hf_1"_s);
        QVERIFY(share(id(u"one"_s), true));
        written();
        QCOMPARE(*files.active(), u"hf_1"_s);
        activate({});
        written();
        QCOMPARE(*files.active(), QString());
        QCOMPARE(files.stored(u"one-token"_s)->value().token, u"hf_1"_s);
        // Whoever has just written the file only says who is in use.
        QVERIFY(files.setActive(u"hf_1"_s));
        m_accounts->choose(id(u"one"_s));
        m_accounts->choose({});
        written();
        QCOMPARE(*files.active(), u"hf_1"_s);
        QVERIFY(files.setActive(u"hf_theirs"_s));
        activate({});
        written();
        QCOMPARE(*files.active(), u"hf_theirs"_s);
    }

    void leavesTokensOfOthersAlone()
    {
        const TokenFiles &files = m_accounts->files();
        QVERIFY(files.save({u"one-token"_s, u"hf_theirs"_s, {}, {}}));
        QVERIFY(files.setActive(u"hf_theirs"_s));
        add(account(u"one"_s), u"hf_1"_s);
        written();
        QCOMPARE(*files.active(), u"hf_theirs"_s);
        QVERIFY(share(id(u"one"_s), true));
        QCOMPARE(files.stored(u"one-token"_s)->value().token, u"hf_theirs"_s);
        QCOMPARE(files.stored(u"one-token-2"_s)->value().token, u"hf_1"_s);
        // Somebody else logs in under our name: that is not ours to remove.
        QVERIFY(files.save({u"one-token-2"_s, u"hf_newer"_s, {}, {}}));
        QVERIFY(files.setActive(u"hf_newer"_s));
        QVERIFY(signOut(id(u"one"_s)));
        QCOMPARE(files.stored(u"one-token-2"_s)->value().token, u"hf_newer"_s);
        QCOMPARE(*files.active(), u"hf_newer"_s);
        QVERIFY(m_store->secrets.isEmpty());
        QVERIFY(m_accounts->list().accounts.empty());
    }

    void theLastClickCounts()
    {
        add(account(u"one"_s), u"hf_1"_s);
        add(account(u"two"_s), u"hf_2"_s);
        written();
        open(); // nothing is in memory
        std::optional<Result<void>> first;
        std::optional<Result<void>> second;
        m_accounts->activate(id(u"one"_s), [&](const Result<void> &r) { first = r; });
        m_accounts->activate({}, [&](const Result<void> &r) { second = r; });
        QTRY_VERIFY(first && second);
        QCOMPARE(first->error().kind, ErrorKind::Canceled);
        QCOMPARE(m_accounts->list().activeId, QString());
    }

    void aReplacedTokenLeavesNothingBehind()
    {
        Account oauth = account(u"one"_s);
        oauth.isOAuth = true;
        QVERIFY(ask([&](auto done) { m_accounts->add(oauth, {u"hf_o"_s, u"rr"_s}, done); }));
        QCOMPARE(m_store->secrets.size(), 2);
        Account plain = *m_accounts->list().active();
        plain.isOAuth = false;
        QVERIFY(add(plain, u"hf_plain"_s));
        QTRY_COMPARE(m_store->secrets.size(), 1);
        plain.place = Account::Place::Session;
        QVERIFY(add(plain, u"hf_session"_s));
        QTRY_VERIFY(m_store->secrets.isEmpty());
        QCOMPARE(m_accounts->list().accounts.size(), size_t(1));
        QCOMPARE(choice().token, u"hf_session"_s);
    }

    void listsNothingWhenTheTokenFileCannotBeWritten()
    {
        const QByteArray broken = "no section\n";
        writeFile(m_accounts->files().storedPath(), broken);
        Account inFile = account(u"one"_s);
        inFile.place = Account::Place::TokenFile;
        QVERIFY(!add(inFile, u"hf_1"_s));
        QVERIFY(m_accounts->list().accounts.empty());
        QCOMPARE(contentOf(m_accounts->files().storedPath()), broken);
    }

    void noticesWhatAnotherProgramDid()
    {
        add(account(u"one"_s), u"hf_1"_s);
        add(account(u"two"_s), u"hf_2"_s);
        written();
        Accounts other(Environment(m_variables), m_store.get(), listFile());
        std::optional<Result<void>> done;
        other.activate(id(u"one"_s), [&](const Result<void> &r) { done = r; });
        QTRY_VERIFY(done);
        bool saved = false;
        other.whenWritten([&] { saved = true; });
        QTRY_VERIFY(saved);
        QSignalSpy changed(m_accounts.get(), &Accounts::credentialsChanged);
        m_accounts->reload();
        QTRY_COMPARE(m_accounts->list().activeId, id(u"one"_s));
        QTRY_VERIFY(changed.count() > 0);
        QCOMPARE(choice().token, u"hf_1"_s);
    }

    //! Two programs sign in in the same moment, and neither knows of the other.
    void losesNothingToAnotherProgram()
    {
        add(account(u"one"_s), u"hf_1"_s);
        written();
        Accounts other(Environment(m_variables), m_store.get(), listFile());
        std::optional<Result<void>> done;
        other.add(account(u"theirs"_s, kSecondHub), {u"hf_t"_s, {}},
                  [&](const Result<void> &r) { done = r; });
        QVERIFY(add(account(u"ours"_s), u"hf_o"_s));
        QVERIFY(m_accounts->rename(id(u"one"_s), u"first"_s)); // while the list is being written
        QTRY_VERIFY(done);
        bool saved = false;
        other.whenWritten([&] { saved = true; });
        QTRY_VERIFY(saved);
        written();
        m_accounts->reload();
        written();
        QStringList names;
        for (const Account &each : m_accounts->list().accounts)
            names.append(each.name);
        names.sort();
        QCOMPARE(names, (QStringList{u"first"_s, u"ours"_s, u"theirs"_s}));
        QCOMPARE(filesBelow(m_home->path()), QStringList{u"accounts.json"_s}); // no lock stays
    }

    void writesTheLastChangeBeforeItEnds()
    {
        add(account(u"one"_s), u"hf_1"_s);
        m_accounts->setRules({{u"a/*"_s, {}}});
        m_accounts->setRules({{u"b/*"_s, {}}}); // the first is still on its way
        m_accounts.reset();
        open();
        QCOMPARE(m_accounts->list().rules, (std::vector<AccountRule>{{u"b/*"_s, {}}}));
    }

    void signsOutOfAll()
    {
        add(account(u"one"_s), u"hf_1"_s);
        add(account(u"two"_s), u"hf_2"_s);
        QVERIFY(share(id(u"two"_s), true));
        m_accounts->setRules({{u"myorg"_s, id(u"one"_s)}});
        std::optional<Result<void>> done;
        m_accounts->signOutAll([&](const Result<void> &result) { done = result; });
        QTRY_VERIFY(done);
        QVERIFY(*done);
        QVERIFY(m_store->secrets.isEmpty());
        QVERIFY(m_accounts->list().rules.empty());
        QVERIFY(m_accounts->files().stored()->empty());
        QCOMPARE(*m_accounts->files().active(), QString());
    }

    void findsWhatOthersPutThere()
    {
        const TokenFiles &files = m_accounts->files();
        add(account(u"one"_s), u"hf_1"_s);
        QVERIFY(share(id(u"one"_s), true));
        QVERIFY(files.save({u"laptop"_s, u"hf_laptop"_s, {}, {}}));
        QVERIFY(files.setActive(u"hf_bare"_s));
        std::optional<std::vector<FoundToken>> found;
        m_accounts->findTokens([&](const std::vector<FoundToken> &tokens) { found = tokens; });
        QTRY_VERIFY(found);
        QCOMPARE(found->size(), size_t(2));
        QCOMPARE(found->at(0).name, u"laptop"_s);
        QCOMPARE(found->at(0).source, files.storedPath());
        QCOMPARE(found->at(1).entry.token, u"hf_bare"_s);
        QCOMPARE(found->at(1).name, QString());
    }

    void usesTheRightToken_data();
    void usesTheRightToken();

    void namesAreUnique()
    {
        add(account(u"one"_s), u"hf_1"_s);
        add(account(u"One"_s), u"hf_2"_s);
        QCOMPARE(m_accounts->list().accounts.at(1).name, u"One 2"_s);
        QVERIFY(!m_accounts->rename(id(u"One 2"_s), u"ONE"_s));
        QVERIFY(!m_accounts->rename(id(u"One 2"_s), u"  "_s));
        QVERIFY(m_accounts->rename(id(u"One 2"_s), u"  two  "_s));
        QVERIFY(!id(u"two"_s).isEmpty());
    }

    void setsABrokenListAside()
    {
        writeFile(listFile(), "{ not json");
        open();
        QVERIFY(m_accounts->problem());
        QVERIFY(m_accounts->list().accounts.empty());
        add(account(u"one"_s), u"hf_1"_s);
        written();
        QCOMPARE(contentOf(listFile() + ".broken"_L1), "{ not json");
        QVERIFY(contentOf(listFile()).contains("one.example"));
    }

    void listReadsWhatItWrites()
    {
        Account full = account(u"one"_s);
        full.id = u"id"_s;
        full.hosts = {u"https://mirror.example"_s};
        full.isOAuth = true;
        full.scopes = {u"model a/b: read"_s};
        full.organizations = {u"org"_s};
        full.expiresAt = QDateTime::fromMSecsSinceEpoch(1'767'225'600'123, QTimeZone::UTC);
        AccountList list{{full}, {{u"a/*"_s, u"id"_s}, {u"b/*"_s, {}}}, u"id"_s};
        QCOMPARE(*AccountList::fromJson(list.toJson()), list);
        QByteArray unknown = list.toJson();
        unknown.replace("\"account\": \"id\"", "\"account\": \"gone\"");
        QCOMPARE(AccountList::fromJson(unknown)->rules.size(), size_t(1));
        QVERIFY(!AccountList::fromJson("[]"));
        QVERIFY(full.mayReceive(QUrl(u"https://mirror.example/x"_s)));
        QVERIFY(!full.mayReceive(QUrl(u"http://mirror.example/x"_s)));
        QVERIFY(!full.mayReceive(QUrl(u"https://mirror.example.evil/x"_s)));
    }

private:
    void open()
    {
        m_accounts =
            std::make_unique<Accounts>(Environment(m_variables), m_store.get(), listFile());
    }
    void begin()
    {
        QSignalSpy loaded(m_accounts.get(), &Accounts::loaded);
        m_accounts->begin();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(m_accounts->isReady());
    }
    [[nodiscard]] QString listFile() const { return m_home->filePath(u"accounts.json"_s); }
    [[nodiscard]] QString id(const QString &name) const
    {
        const Account *found = m_accounts->list().named(name);
        return found ? found->id : QString();
    }
    //! Waits for the answer of \a call.
    template <class Call> bool ask(Call call)
    {
        std::optional<bool> done;
        call([&](const Result<void> &result) { done = result.has_value(); });
        [&] { QTRY_VERIFY(done); }();
        return done.value_or(false);
    }
    bool add(const Account &wanted, const QString &token)
    {
        return ask([&](auto done) { m_accounts->add(wanted, {token, {}}, done); });
    }
    bool activate(const QString &wanted)
    {
        return ask([&](auto done) { m_accounts->activate(wanted, done); });
    }
    bool share(const QString &wanted, bool shared)
    {
        return ask([&](auto done) { m_accounts->setShared(wanted, shared, done); });
    }
    bool signOut(const QString &wanted)
    {
        return ask([&](auto done) { m_accounts->signOut(wanted, done); });
    }
    void written()
    {
        bool done = false;
        m_accounts->whenWritten([&] { done = true; });
        QTRY_VERIFY(done);
    }
    [[nodiscard]] TokenChoice choice(const TokenWishes &wishes = {},
                                     const QString &fileToken = {}) const
    {
        return chooseToken(Environment(m_variables), m_accounts.get(), wishes, fileToken);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_variables;
    std::unique_ptr<FakeSecretStore> m_store;
    std::unique_ptr<Accounts> m_accounts;
};

void AccountsTest::usesTheRightToken_data()
{
    using Source = TokenChoice::Source;
    QTest::addColumn<QStringList>("variables"); // NAME=value
    QTest::addColumn<bool>("isActive"); // the account of https://one.example
    QTest::addColumn<QString>("commandLine"); // endpoint
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("token");
    QTest::addColumn<Source>("source");
    const QString official = u"https://huggingface.co"_s;
    const QString one = kFirstHub.toString();
    const QString two = kSecondHub.toString();
    QTest::newRow("file") << QStringList() << false << QString() << official << u"hf_file"_s
                          << Source::File;
    QTest::newRow("account") << QStringList() << true << QString() << one << u"hf_1"_s
                             << Source::Account;
    // It was set for the official Hub, which is not asked.
    QTest::newRow("variable for another Hub") << QStringList{u"HF_TOKEN=hf_env"_s} << true
                                              << QString() << one << u"hf_1"_s << Source::Account;
    QTest::newRow("variable wins") << QStringList{u"HF_TOKEN=hf_env"_s, u"HF_ENDPOINT="_s + one}
                                   << true << QString() << one << u"hf_env"_s << Source::Variable;
    QTest::newRow("old variable") << QStringList{u"HUGGING_FACE_HUB_TOKEN=hf_env"_s} << false
                                  << QString() << official << u"hf_env"_s << Source::Variable;
    QTest::newRow("account of another Hub") << QStringList{u"HF_ENDPOINT="_s + two} << true
                                            << QString() << two << QString() << Source::None;
    QTest::newRow("command line") << QStringList{u"HF_TOKEN=hf_env"_s} << true << two << two
                                  << u"hf_env"_s << Source::Variable;
    QTest::newRow("file for another Hub")
        << QStringList() << false << two << two << QString() << Source::None;
    QTest::newRow("disabled") << QStringList{u"HF_HUB_DISABLE_IMPLICIT_TOKEN=1"_s} << true
                              << QString() << one << QString() << Source::Account;
}

void AccountsTest::usesTheRightToken()
{
    QFETCH(QStringList, variables);
    QFETCH(bool, isActive);
    QFETCH(QString, commandLine);
    QFETCH(QString, endpoint);
    QFETCH(QString, token);
    QFETCH(TokenChoice::Source, source);
    for (const QString &variable : variables)
        m_variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    open();
    add(account(u"one"_s), u"hf_1"_s);
    m_accounts->setRules({{u"myorg"_s, id(u"one"_s)}, {u"open"_s, {}}});
    if (!isActive)
        activate({});
    const TokenChoice chosen =
        choice({.commandLine = QUrl(commandLine), .settings = {}}, u"hf_file"_s);
    QCOMPARE(chosen.endpoint.toString(), endpoint);
    QCOMPARE(chosen.token, token);
    QCOMPARE(chosen.source, source);
    QCOMPARE(chosen.isShadowed,
             isActive && source == TokenChoice::Source::Variable && commandLine.isEmpty());
    QCOMPARE(chosen.isElsewhere, isActive && endpoint != kFirstHub.toString());
    QCOMPARE(chosen.isDisabled, variables.value(0).startsWith("HF_HUB_DISABLE"_L1));
    // A rule's token goes nowhere but to its account's Hub either.
    const bool hasRule = std::ranges::contains(chosen.rules, u"hf_1"_s, &TokenRule::token);
    QCOMPARE(hasRule, source == TokenChoice::Source::Account && !chosen.isDisabled);
}

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::AccountsTest)
#include "tst_accounts.moc"
