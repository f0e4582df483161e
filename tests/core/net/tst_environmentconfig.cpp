// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/environmentconfig.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class EnvironmentConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void configuration()
    {
        QProcessEnvironment variables;
        variables.insert(u"HOME"_s, u"/nonexistent"_s);
        variables.insert(u"HF_ENDPOINT"_s, u"http://127.0.0.1:9/"_s);
        variables.insert(u"HF_TOKEN"_s, u"hf_x"_s);
        variables.insert(u"HF_HUB_OFFLINE"_s, u"1"_s);
        variables.insert(u"HF_HUB_ETAG_TIMEOUT"_s, u"2"_s);
        variables.insert(u"HF_HUB_DOWNLOAD_TIMEOUT"_s, u"3"_s);
        variables.insert(u"HF_HUB_USER_AGENT_ORIGIN"_s, u"lab"_s);
        variables.insert(u"no_proxy"_s, u"localhost"_s);
        const ClientConfig config = clientConfigFrom(Environment(variables));
        QCOMPARE(config.endpoint, QUrl(u"http://127.0.0.1:9"_s));
        QCOMPARE(config.token, QString()); // whose it is, and where it may go, is decided elsewhere
        QVERIFY(config.offline);
        QCOMPARE(config.metadataTimeout, std::chrono::seconds(2));
        QCOMPARE(config.downloadTimeout, std::chrono::seconds(3));
        QVERIFY(config.userAgent.startsWith("hubdesk/"));
        QVERIFY(config.userAgent.contains("lab"));
        QCOMPARE(config.proxies.none, u"localhost"_s);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::EnvironmentConfigTest)
#include "tst_environmentconfig.moc"
