// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/accountlistfile.h"
#include "tests/support/testfiles.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

Account account(const QString &id, const QString &name,
                Account::Place place = Account::Place::Keychain)
{
    Account result;
    result.id = id;
    result.name = name;
    result.endpoint = QUrl(u"https://one.example"_s);
    result.place = place;
    return result;
}

QStringList namesOf(const AccountList &list)
{
    QStringList names;
    for (const Account &each : list.accounts)
        names.append(each.name);
    return names;
}

} // namespace

class AccountListFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBothAdditions()
    {
        const AccountList base{{account(u"1"_s, u"one"_s)}, {}, u"1"_s};
        AccountList ours = base;
        ours.accounts.push_back(account(u"2"_s, u"work"_s));
        ours.activeId = u"2"_s;
        AccountList theirs = base;
        theirs.accounts.push_back(account(u"3"_s, u"Work"_s));
        const AccountList merged = mergedLists(base, ours, theirs);
        QCOMPARE(namesOf(merged), (QStringList{u"one"_s, u"Work"_s, u"work 2"_s}));
        QCOMPARE(merged.activeId, u"2"_s);
    }

    void keepsChangesOfOneAccountByBoth()
    {
        const AccountList base{{account(u"1"_s, u"one"_s)}, {}, {}};
        AccountList ours = base;
        ours.accounts.front().name = u"mine"_s;
        ours.accounts.front().plan = u"pro"_s;
        AccountList theirs = base;
        theirs.accounts.front().name = u"yours"_s;
        theirs.accounts.front().isShared = true;
        theirs.rules = {{u"a/*"_s, u"1"_s}};
        theirs.activeId = u"1"_s;
        const AccountList merged = mergedLists(base, ours, theirs);
        QCOMPARE(merged.accounts.front().name, u"mine"_s);
        QCOMPARE(merged.accounts.front().plan, u"pro"_s);
        QVERIFY(merged.accounts.front().isShared);
        QCOMPARE(merged.rules, theirs.rules);
        QCOMPARE(merged.activeId, u"1"_s);
    }

    void doesNotBringBackWhatIsGone()
    {
        const AccountList base{
            {account(u"1"_s, u"one"_s), account(u"2"_s, u"two"_s)}, {{u"a/*"_s, u"1"_s}}, u"1"_s};
        AccountList ours = base;
        ours.remove(u"2"_s);
        AccountList theirs = base;
        theirs.remove(u"1"_s);
        const AccountList merged = mergedLists(base, ours, theirs);
        QVERIFY(merged.accounts.empty());
        QVERIFY(merged.rules.empty());
        QCOMPARE(merged.activeId, QString());
    }

    void keepsWhatIsOnlyOfThisSession()
    {
        const AccountList base{
            {account(u"1"_s, u"one"_s), account(u"s"_s, u"session"_s, Account::Place::Session)},
            {{u"a/*"_s, u"s"_s}},
            u"s"_s};
        const QTemporaryDir folder;
        const AccountListFile file(folder.filePath(u"accounts.json"_s));
        QVERIFY(file.write({}, base));
        QCOMPARE(namesOf(*file.read()), QStringList{u"one"_s});
        // Nobody else has changed anything.
        QCOMPARE(file.readInto(base, base).merged, base);
        AccountList theirs = *file.read();
        theirs.accounts.push_back(account(u"2"_s, u"two"_s));
        QVERIFY(file.write(*file.read(), theirs));
        const AccountList merged = file.readInto(base, base).merged;
        QCOMPARE(namesOf(merged), (QStringList{u"one"_s, u"two"_s, u"session"_s}));
        QCOMPARE(merged.rules, base.rules);
        QCOMPARE(merged.activeId, u"s"_s);
    }

    void aFileThatIsGoneTakesNothingAway()
    {
        const AccountList base{{account(u"1"_s, u"one"_s)}, {}, u"1"_s};
        const QTemporaryDir folder;
        const AccountListFile file(folder.filePath(u"accounts.json"_s));
        QCOMPARE(file.readInto(base, base).merged, base);
        QVERIFY(file.write(base, base));
        QCOMPARE(*file.read(), base);
        writeFile(file.path(), "broken");
        QCOMPARE(file.readInto(base, base).merged, base);
        QVERIFY(file.write(base, base));
        QCOMPARE(*file.read(), base);
        QCOMPARE(contentOf(file.path() + ".broken"_L1), "broken");
    }

    void saysWhenItIsLocked()
    {
        const QTemporaryDir folder;
        const AccountListFile file(folder.filePath(u"accounts.json"_s),
                                   std::chrono::milliseconds(50));
        QLockFile other(file.path() + ".lock"_L1);
        QVERIFY(other.lock());
        const auto written = file.write({}, {});
        QVERIFY(!written);
        QVERIFY(written.error().message.contains("locked"_L1));
        QVERIFY(!QFile::exists(file.path()));
        other.unlock();
        QVERIFY(file.write({}, {}));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::AccountListFileTest)
#include "tst_accountlistfile.moc"
