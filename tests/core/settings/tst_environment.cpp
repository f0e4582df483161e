// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/environment.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

Environment environment(const QMap<QString, QString> &variables)
{
    QProcessEnvironment process;
    process.insert(u"HOME"_s, u"/h"_s);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        process.insert(it.key(), it.value());
    return Environment(process);
}

} // namespace

class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults()
    {
        const Environment env = environment({});
        QCOMPARE(env.endpoint(), QUrl(u"https://huggingface.co"_s));
        QCOMPARE(env.home(), u"/h/.cache/huggingface"_s);
        QCOMPARE(env.hubCache(), u"/h/.cache/huggingface/hub"_s);
        QCOMPARE(env.assetsCache(), u"/h/.cache/huggingface/assets"_s);
        QCOMPARE(env.tokenPath(), u"/h/.cache/huggingface/token"_s);
        QCOMPARE(env.storedTokensPath(), u"/h/.cache/huggingface/stored_tokens"_s);
        QCOMPARE(env.token(), QString());
        QCOMPARE(env.etagTimeout(), 10);
        QVERIFY(!env.offline());
        QVERIFY(!env.progressBarsDisabled());
        QVERIFY(env.verbosity().isEmpty());
        QCOMPARE(env.xet(), XetVariables());
        QCOMPARE(env.oidc(), OidcVariables());
        QCOMPARE(env.space(), SpaceVariables());
        QCOMPARE(env.proxies(), ProxyVariables());
        QVERIFY(!env.hfTransferEnabled());
        QCOMPARE(env.autoSymlinkThreshold(), 5'242'880);
        QVERIFY(!env.isColabEnterprise());
    }

    void endpoint_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("staging");
        QTest::addColumn<QString>("result");
        QTest::newRow("slash") << u"http://127.0.0.1:80/"_s << QString()
                               << u"http://127.0.0.1:80"_s;
        QTest::newRow("staging") << QString() << u"yes"_s << u"https://hub-ci.huggingface.co"_s;
        QTest::newRow("both") << u"http://x"_s << u"1"_s << u"http://x"_s;
        QTest::newRow("empty") << QString() << u"0"_s << u"https://huggingface.co"_s;
    }
    void endpoint()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, staging);
        QFETCH(QString, result);
        const Environment env =
            environment({{u"HF_ENDPOINT"_s, endpoint}, {u"HUGGINGFACE_CO_STAGING"_s, staging}});
        QCOMPARE(env.endpoint().toString(), result);
    }

    void folders()
    {
        QCOMPARE(environment({{u"XDG_CACHE_HOME"_s, u"/x"_s}}).hubCache(), u"/x/huggingface/hub"_s);
        QCOMPARE(environment({{u"HF_HOME"_s, u"~/hf"_s}}).hubCache(), u"/h/hf/hub"_s);
        QCOMPARE(environment({{u"HF_HOME"_s, u"$D/${D}x/$NO"_s}, {u"D"_s, u"/d"_s}}).home(),
                 u"/d//dx/$NO"_s.replace("//"_L1, "/"_L1));
        QCOMPARE(environment({{u"HUGGINGFACE_HUB_CACHE"_s, u"/old"_s}}).hubCache(), u"/old"_s);
        QCOMPARE(
            environment({{u"HUGGINGFACE_HUB_CACHE"_s, u"/old"_s}, {u"HF_HUB_CACHE"_s, u"/new"_s}})
                .hubCache(),
            u"/new"_s);
        QCOMPARE(environment({{u"HF_TOKEN_PATH"_s, u"/t/tok"_s}}).storedTokensPath(),
                 u"/t/stored_tokens"_s);
        QCOMPARE(environment({{u"HUGGINGFACE_ASSETS_CACHE"_s, u"/a"_s}}).assetsCache(), u"/a"_s);
    }

    void tokens()
    {
        QCOMPARE(environment({{u"HF_TOKEN"_s, u" hf_a\r\n"_s}}).token(), u"hf_a"_s);
        QCOMPARE(
            environment({{u"HF_TOKEN"_s, u""_s}, {u"HUGGING_FACE_HUB_TOKEN"_s, u"hf_b"_s}}).token(),
            u"hf_b"_s);
        QCOMPARE(environment({{u"HF_TOKEN"_s, u" \n"_s}}).token(), QString());
    }

    void offline_data()
    {
        QTest::addColumn<QString>("hub");
        QTest::addColumn<QString>("transformers");
        QTest::addColumn<bool>("offline");
        QTest::newRow("hub") << u"1"_s << QString() << true;
        QTest::newRow("transformers") << QString() << u"YES"_s << true;
        QTest::newRow("zero wins") << u"0"_s << u"1"_s << false;
        QTest::newRow("word") << u"true"_s << QString() << true;
        QTest::newRow("other") << u"2"_s << QString() << false;
    }
    void offline()
    {
        QFETCH(QString, hub);
        QFETCH(QString, transformers);
        QFETCH(bool, offline);
        const Environment env =
            environment({{u"HF_HUB_OFFLINE"_s, hub}, {u"TRANSFORMERS_OFFLINE"_s, transformers}});
        QCOMPARE(env.offline(), offline);
    }

    void numbersAndSwitches()
    {
        QCOMPARE(environment({{u"HF_HUB_ETAG_TIMEOUT"_s, u"3"_s}}).etagTimeout(), 3);
        QCOMPARE(environment({{u"HF_HUB_ETAG_TIMEOUT"_s, u"0"_s}}).etagTimeout(), 10);
        QCOMPARE(environment({{u"HF_HUB_DOWNLOAD_TIMEOUT"_s, u"soon"_s}}).downloadTimeout(), 10);
        QVERIFY(environment({{u"HF_DEBUG"_s, u"1"_s}}).debug());
        QVERIFY(environment({{u"HF_HUB_DISABLE_XET"_s, u"yes"_s}}).xetDisabled());
        QCOMPARE(environment({}).xetCache(), u"/h/.cache/huggingface/xet"_s);
        QCOMPARE(environment({{u"HF_XET_CACHE"_s, u"~/x"_s}}).xetCache(), u"/h/x"_s);
        QVERIFY(environment({{u"HF_HUB_DISABLE_UPDATE_CHECK"_s, u"1"_s}}).updateCheckDisabled());
        QCOMPARE(environment({{u"HF_HUB_ENABLE_HF_TRANSFER"_s, u"1"_s}}).deprecatedVariables(),
                 QStringList({u"HF_HUB_ENABLE_HF_TRANSFER"_s}));
        QVERIFY(environment({{u"DO_NOT_TRACK"_s, u"1"_s}}).telemetryDisabled());
        QCOMPARE(environment({{u"HF_HUB_DISABLE_PROGRESS_BARS"_s, u"0"_s}}).progressBarsDisabled(),
                 std::optional(false));
        QVERIFY(
            environment({{u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, u"on"_s}}).implicitTokenDisabled());
        QCOMPARE(environment({{u"SSL_CERT_FILE"_s, u"/c"_s}, {u"REQUESTS_CA_BUNDLE"_s, u"/r"_s}})
                     .caFile(),
                 u"/r"_s);
        QCOMPARE(environment({{u"HF_HUB_VERBOSITY"_s, u"DEBUG"_s}}).verbosity(), u"debug"_s);
        QVERIFY(environment({{u"HF_HUB_ENABLE_HF_TRANSFER"_s, u"1"_s}}).hfTransferEnabled());
        QCOMPARE(environment({{u"HF_HUB_LOCAL_DIR_AUTO_SYMLINK_THRESHOLD"_s, u"7"_s}})
                     .autoSymlinkThreshold(),
                 7);
        QVERIFY(environment({{u"VERTEX_PRODUCT"_s, u"COLAB_ENTERPRISE"_s}}).isColabEnterprise());
    }

    void xetTuning()
    {
        const XetVariables set =
            environment({{u"HF_XET_HIGH_PERFORMANCE"_s, u"1"_s},
                         {u"HF_XET_CHUNK_CACHE_SIZE_BYTES"_s, u"10000000000"_s},
                         {u"HF_XET_SHARD_CACHE_SIZE_LIMIT"_s, u"0"_s},
                         {u"HF_XET_NUM_CONCURRENT_RANGE_GETS"_s, u"64"_s},
                         {u"HF_XET_RECONSTRUCT_WRITE_SEQUENTIALLY"_s, u"yes"_s}})
                .xet();
        QCOMPARE(set, (XetVariables{true, 10'000'000'000, 0, 64, true}));
        const XetVariables odd =
            environment({{u"HF_XET_CHUNK_CACHE_SIZE_BYTES"_s, u"-5"_s},
                         {u"HF_XET_SHARD_CACHE_SIZE_LIMIT"_s, u"much"_s},
                         {u"HF_XET_NUM_CONCURRENT_RANGE_GETS"_s, u"99999999999"_s}})
                .xet();
        QCOMPARE(odd.chunkCacheSize, 0);
        QVERIFY(!odd.shardCacheSizeLimit);
        QCOMPARE(odd.concurrentRangeGets, std::numeric_limits<int>::max());
    }

    void signInOfBuildMachines()
    {
        const OidcVariables set =
            environment({{u"HF_OIDC_RESOURCE"_s, u"models/a/b"_s},
                         {u"HF_OIDC_ID_TOKEN"_s, u" eyJ.x\n"_s},
                         {u"GITHUB_ACTIONS"_s, u"true"_s},
                         {u"ACTIONS_ID_TOKEN_REQUEST_URL"_s, u"https://ci.example/t?v=1"_s},
                         {u"ACTIONS_ID_TOKEN_REQUEST_TOKEN"_s, u"abc\r\n"_s}})
                .oidc();
        QCOMPARE(set,
                 (OidcVariables{u"models/a/b"_s, u"eyJ.x"_s, true,
                                QUrl(u"https://ci.example/t?v=1"_s), u"abc"_s}));
    }

    void insideASpace()
    {
        const SpaceVariables set = environment({{u"SPACE_ID"_s, u"a/b"_s},
                                                {u"SPACE_HOST"_s, u"a-b.example"_s},
                                                {u"OAUTH_CLIENT_ID"_s, u"c"_s},
                                                {u"OAUTH_CLIENT_SECRET"_s, u"d"_s},
                                                {u"OAUTH_SCOPES"_s, u"openid profile"_s},
                                                {u"OPENID_PROVIDER_URL"_s, u"https://p"_s},
                                                {u"WEBHOOK_SECRET"_s, u"w"_s}})
                                       .space();
        QCOMPARE(set,
                 (SpaceVariables{u"a/b"_s, u"a-b.example"_s, u"c"_s, u"d"_s, u"openid profile"_s,
                                 u"https://p"_s, u"w"_s}));
    }

    void proxies()
    {
        const ProxyVariables set = environment({{u"HTTP_PROXY"_s, u"http://old:1"_s},
                                                {u"http_proxy"_s, u" http://new:2 "_s},
                                                {u"HTTPS_PROXY"_s, u"http://upper:3"_s},
                                                {u"ALL_PROXY"_s, u"socks5://all:4"_s},
                                                {u"all_proxy"_s, QString()},
                                                {u"NO_PROXY"_s, u"localhost"_s}})
                                       .proxies();
        QCOMPARE(set,
                 (ProxyVariables{u"http://new:2"_s, u"http://upper:3"_s, {}, u"localhost"_s, {}}));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::EnvironmentTest)
#include "tst_environment.moc"
