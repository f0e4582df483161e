// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/curlcommand.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class CurlCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isACommand()
    {
        QNetworkRequest request(QUrl(u"https://hub.example/api/models?search=a"_s));
        request.setRawHeader("User-Agent", "it's/1");
        request.setRawHeader("Accept", "*/*");
        QCOMPARE(curlCommand("GET", request),
                 uR"(curl -X GET -H 'accept: */*' -H 'user-agent: it'\''s/1' )"
                 "'https://hub.example/api/models?search=a'"_s);
        QVERIFY(curlCommand("POST", request, 12).contains("-d '<12 bytes>'"_L1));
    }

    void showsNoSecret_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("token") << QByteArray("Authorization");
        QTest::newRow("cookie") << QByteArray("Cookie");
        QTest::newRow("proxy") << QByteArray("Proxy-Authorization");
        QTest::newRow("unknown") << QByteArray("X-Something");
        QTest::newRow("upload") << QByteArray("x-amz-server-side-encryption-customer-key");
    }
    void showsNoSecret()
    {
        QFETCH(QByteArray, name);
        QNetworkRequest request(QUrl(u"http://me:secret99@h/x?Signature=secret99"_s));
        request.setRawHeader(name, "Bearer secret99");
        const QString command = curlCommand("GET", request);
        QVERIFY2(!command.contains("secret99"_L1), qPrintable(command));
        QVERIFY(command.contains(QString::fromLatin1(name), Qt::CaseInsensitive));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::CurlCommandTest)
#include "tst_curlcommand.moc"
