// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/activetoken.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class ActiveTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void precedence()
    {
        const QTemporaryDir folder;
        QProcessEnvironment variables;
        variables.insert(u"HOME"_s, folder.path());
        variables.insert(u"HF_HOME"_s, folder.path());
        QCOMPARE(activeToken(Environment(variables)), ActiveToken{});

        QFile file(folder.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(" hf_file\n");
        file.close();
        QCOMPARE(activeToken(Environment(variables)), (ActiveToken{u"hf_file"_s, file.fileName()}));

        variables.insert(u"HUGGING_FACE_HUB_TOKEN"_s, u"hf_old"_s);
        QCOMPARE(activeToken(Environment(variables)),
                 (ActiveToken{u"hf_old"_s, u"HUGGING_FACE_HUB_TOKEN"_s}));
        variables.insert(u"HF_TOKEN"_s, u"hf_env\n"_s);
        QCOMPARE(activeToken(Environment(variables)), (ActiveToken{u"hf_env"_s, u"HF_TOKEN"_s}));
        variables.insert(u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, u"1"_s);
        QCOMPARE(activeToken(Environment(variables)), ActiveToken{});
    }

    void configuration()
    {
        QProcessEnvironment variables;
        variables.insert(u"HOME"_s, u"/nonexistent"_s);
        variables.insert(u"HF_ENDPOINT"_s, u"http://127.0.0.1:9/"_s);
        variables.insert(u"HF_TOKEN"_s, u"hf_x"_s);
        variables.insert(u"HF_HUB_OFFLINE"_s, u"1"_s);
        variables.insert(u"HF_HUB_DOWNLOAD_TIMEOUT"_s, u"3"_s);
        variables.insert(u"no_proxy"_s, u"localhost"_s);
        const ClientConfig config = clientConfigFrom(Environment(variables));
        QCOMPARE(config.endpoint, QUrl(u"http://127.0.0.1:9"_s));
        QCOMPARE(config.token, u"hf_x"_s);
        QVERIFY(config.offline);
        QCOMPARE(config.downloadTimeout, std::chrono::seconds(3));
        QVERIFY(config.userAgent.startsWith("hubdesk/"));
        QCOMPARE(config.proxies.none, u"localhost"_s);
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::ActiveTokenTest)
#include "tst_activetoken.moc"
