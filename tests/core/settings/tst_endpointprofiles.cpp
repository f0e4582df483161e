// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/endpointprofiles.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class EndpointProfilesTest : public QObject
{
    Q_OBJECT

    using Kind = EndpointProfile::Kind;
    static EndpointProfile company()
    {
        return {.name = u"Our Hub | Ulm & Köln"_s,
                .url = QUrl(u"https://hub.example.com:8443/hf"_s),
                .kind = Kind::Company};
    }

private Q_SLOTS:
    void officialIsAlwaysFirst()
    {
        for (const QString &text : {u""_s, u"nonsense"_s, u"official|Mine|https://a.test"_s}) {
            EndpointProfiles profiles = EndpointProfiles::parse(text);
            QCOMPARE(profiles.size(), 1U);
            QCOMPARE(profiles.entries()[0].kind, Kind::Official);
            profiles.remove(0);
            profiles.replace(0, company());
            QCOMPARE(profiles, EndpointProfiles());
        }
    }

    void survivesTheSettings()
    {
        EndpointProfiles profiles;
        profiles.add(company());
        profiles.add(
            {.name = u"Here"_s, .url = QUrl(u"http://127.0.0.1:8080"_s), .kind = Kind::LocalHub});
        QCOMPARE(profiles.size(), 3U);
        QCOMPARE(EndpointProfiles::parse(profiles.toString()), profiles);
        QCOMPARE(profiles.toString().count(u' '), 1);
        QCOMPARE(profiles.indexOf(u"https://hub.example.com:8443/hf/"_s), 1U);
        QCOMPARE(profiles.indexOf({}), 0U);
        QVERIFY(!profiles.indexOf(u"https://other.test"_s));
        QVERIFY(!profiles.indexOf(u"nonsense"_s));
    }

    void leavesOutWhatCannotBe()
    {
        const auto profiles = EndpointProfiles::parse(
            u"company|A|https%3A%2F%2Fa.test mirror|Secret|https%3A%2F%2Fme%3Apw%40b.test "
            "strange|C|https%3A%2F%2Fc.test company|D company|A|https%3A%2F%2Fd.test "
            "mirror|E|https%3A%2F%2Fa.test mirror||https%3A%2F%2Ff.test"_s);
        QCOMPARE(profiles.size(), 2U);
        QCOMPARE(profiles.entries()[1].name, u"A"_s);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("problem"); // part of it
        QTest::newRow("good") << u"B"_s << u"https://b.test"_s << QString();
        QTest::newRow("no name") << u" "_s << u"https://b.test"_s << u"name"_s;
        QTest::newRow("same name") << u"our hub"_s << u"https://b.test"_s << u"already"_s;
        QTest::newRow("same address") << u"B"_s << u"https://a.test"_s << u"\"Our Hub\""_s;
        QTest::newRow("no address") << u"B"_s << u"b.test"_s << u"https://"_s;
        QTest::newRow("password") << u"B"_s << u"https://me:pw@b.test"_s << u"password"_s;
        QTest::newRow("query") << u"B"_s << u"https://b.test?x=1"_s << u"path"_s;
    }
    void problems()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, problem);
        EndpointProfiles profiles;
        profiles.add(
            {.name = u"Our Hub"_s, .url = QUrl(u"https://a.test"_s), .kind = Kind::Mirror});
        const EndpointProfile profile{.name = name, .url = QUrl(url), .kind = Kind::Company};
        const QString said = profiles.problem(profiles.size(), profile);
        QCOMPARE(said.isEmpty(), problem.isEmpty());
        QVERIFY2(said.contains(problem), qPrintable(said));
        profiles.add(profile);
        QCOMPARE(profiles.size(), problem.isEmpty() ? 3U : 2U);
    }

    void changesAndRemoves()
    {
        EndpointProfiles profiles;
        profiles.add(company());
        EndpointProfile other = company();
        other.name = u"  Renamed "_s;
        QVERIFY(profiles.problem(1, other).isEmpty()); // it may keep its own address
        profiles.replace(1, other);
        QCOMPARE(profiles.entries()[1].name, u"Renamed"_s);
        profiles.remove(7);
        profiles.remove(1);
        QCOMPARE(profiles.toString(), QString());
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::EndpointProfilesTest)
#include "tst_endpointprofiles.moc"
