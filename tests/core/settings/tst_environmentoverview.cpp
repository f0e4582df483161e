// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/environmentoverview.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

class EnvironmentOverviewTest : public QObject
{
    Q_OBJECT

    using Effect = EnvironmentRow::Effect;
    using Pairs = std::vector<std::pair<QString, QString>>;

    static std::vector<EnvironmentRow> overview(const Pairs &variables)
    {
        QProcessEnvironment process;
        process.insert(u"HOME"_s, u"/nonexistent/home"_s);
        for (const auto &[name, value] : variables)
            process.insert(name, value);
        return environmentOverview(Environment(process));
    }
    static EnvironmentRow rowOf(const std::vector<EnvironmentRow> &rows, const QString &name)
    {
        const auto it = std::ranges::find(rows, name, &EnvironmentRow::name);
        return it == rows.end() ? EnvironmentRow() : *it;
    }

private Q_SLOTS:
    void emptyIsEmpty()
    {
        QVERIFY(overview({}).empty());
        QVERIFY(overview({{u"HF_HOME"_s, QString()}, {u"PATH"_s, u"/bin"_s}}).empty());
    }

    void effects()
    {
        const auto rows = overview({{u"HF_ENDPOINT"_s, u"https://hub.test"_s},
                                    {u"HUGGINGFACE_CO_STAGING"_s, u"1"_s},
                                    {u"HF_HUB_CACHE"_s, u"/c"_s},
                                    {u"HUGGINGFACE_HUB_CACHE"_s, u"/old"_s},
                                    {u"HF_HOME"_s, u"/h"_s},
                                    {u"HF_HUB_OFFLINE"_s, u"0"_s},
                                    {u"HF_XET_HIGH_PERFORMANCE"_s, u"1"_s},
                                    {u"HF_HUB_ETAG_TIMEOUT"_s, u"30"_s},
                                    {u"HF_HUB_VERBOSITY"_s, u"debug"_s},
                                    {u"HF_SOMETHING_NEW"_s, u"hush"_s}});
        QCOMPARE(rows.size(), 10U);
        QCOMPARE(rowOf(rows, u"HF_ENDPOINT"_s).effect, Effect::OverridesSetting);
        QCOMPARE(rowOf(rows, u"HF_ENDPOINT"_s).setting, SettingKey::Endpoint);
        QVERIFY(effectText(rowOf(rows, u"HF_ENDPOINT"_s)).contains(u"Endpoint"_s));
        QCOMPARE(rowOf(rows, u"HUGGINGFACE_CO_STAGING"_s).shadowedBy, u"HF_ENDPOINT"_s);
        QCOMPARE(rowOf(rows, u"HF_HUB_CACHE"_s).effect, Effect::OverridesSetting);
        QCOMPARE(rowOf(rows, u"HUGGINGFACE_HUB_CACHE"_s).effect, Effect::Shadowed);
        // It still decides where tokens are, but no more where the cache is.
        QCOMPARE(rowOf(rows, u"HF_HOME"_s).effect, Effect::InForce);
        QCOMPARE(rowOf(rows, u"HF_HUB_OFFLINE"_s).effect, Effect::InForce); // off forces nothing
        QCOMPARE(rowOf(rows, u"HF_XET_HIGH_PERFORMANCE"_s).effect, Effect::NoEffect);
        QCOMPARE(rowOf(rows, u"HF_HUB_ETAG_TIMEOUT"_s).setting, SettingKey::MetadataTimeout);
        QCOMPARE(rowOf(rows, u"HF_HUB_VERBOSITY"_s).effect, Effect::OverridesSetting);
        QCOMPARE(rowOf(rows, u"HF_SOMETHING_NEW"_s).effect, Effect::Unknown);
        for (const EnvironmentRow &row : rows)
            QVERIFY(!effectText(row).isEmpty());
    }

    void homeAloneDecides()
    {
        const auto rows = overview({{u"HF_HOME"_s, u"/h"_s}, {u"TRANSFORMERS_OFFLINE"_s, u"1"_s}});
        QCOMPARE(rowOf(rows, u"HF_HOME"_s).effect, Effect::OverridesSetting);
        QCOMPARE(rowOf(rows, u"TRANSFORMERS_OFFLINE"_s).effect, Effect::OverridesSetting);
    }

    void noSecret_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("token") << u"HF_TOKEN"_s << u"sesame"_s;
        QTest::newRow("old token") << u"HUGGING_FACE_HUB_TOKEN"_s << u"sesame"_s;
        QTest::newRow("build machine") << u"HF_OIDC_ID_TOKEN"_s << u"sesame"_s;
        QTest::newRow("proxy") << u"https_proxy"_s << u"http://me:sesame@proxy.test:1"_s;
        QTest::newRow("proxy without scheme") << u"HTTP_PROXY"_s << u"me:sesame@proxy.test:1"_s;
        QTest::newRow("odd proxy") << u"all_proxy"_s << u"socks5h://me:sesame@proxy.test"_s;
        QTest::newRow("proxy with odd password")
            << u"all_proxy"_s << u"http://me:ses@me@proxy.test"_s;
        QTest::newRow("odd proxy with a comma")
            << u"ALL_PROXY"_s << u"socks5h://me:ses,ame@proxy"_s;
        QTest::newRow("comma without scheme") << u"HTTP_PROXY"_s << u"me:ses,ame@proxy:1"_s;
        QTest::newRow("endpoint") << u"HF_ENDPOINT"_s << u"https://me:sesame@hub.test"_s;
        QTest::newRow("unknown") << u"HF_MY_SECRET"_s << u"sesame"_s;
        QTest::newRow("token elsewhere") << u"HF_HOME"_s << u"hf_sesame1234567890"_s;
    }
    void noSecret()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto rows = overview({{name, value}});
        QCOMPARE(rows.size(), 1U);
        QVERIFY2(!rows[0].value.contains(u"ses"_s), qPrintable(rows[0].value));
        QVERIFY(!rows[0].value.isEmpty());
    }

    void hostsWithoutProxyAreShown()
    {
        for (const QString &name : {u"no_proxy"_s, u"NO_PROXY"_s}) {
            const auto rows = overview({{name, u"10.0.0.0/8 odd@a.test"_s}});
            QCOMPARE(rows[0].value, u"10.0.0.0/8 odd@a.test"_s);
        }
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::EnvironmentOverviewTest)
#include "tst_environmentoverview.moc"
