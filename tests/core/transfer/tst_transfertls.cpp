// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/transfer/enginefixture.h"
#include "tests/support/tlsfront.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hubdesk;
using enum hubdesk::TransferState;

namespace {

constexpr qint64 kSize = 6'000'000;
constexpr auto kFailed = "The encrypted connection to 127.0.0.1 failed."_L1;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! Encrypted connections that fail: perhaps a page for signing in to a network, perhaps a machine
//! that inspects traffic. Both may pass or be trusted later, so the transfer waits; it never says
//! anything over such a connection.
class TransferTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void waitsAndSaysNothing_data();
    void waitsAndSaysNothing();
    void givesUpAfterTheRetries();
    void goesOnWhenTrusted();
    void goesOnInTheMiddleOfAFile_data();
    void goesOnInTheMiddleOfAFile();

private:
    [[nodiscard]] QByteArray pem(const QString &name) const
    {
        return contentOf(m_certificates.filePath(name + ".pem"_L1));
    }
    void show(const QString &name)
    {
        front->setCertificate(pem(name), contentOf(m_certificates.filePath(name + ".key"_L1)));
    }
    //! Trusts exactly \a name from the next connection on.
    bool trust(const QString &name)
    {
        QFile file(f->config.client.caFile);
        const QByteArray content = pem(name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    QTemporaryDir m_certificates;
    std::unique_ptr<EngineFixture> f;
    std::unique_ptr<TlsFront> front;
    QByteArray m_content;
};

void TransferTlsTest::initTestCase()
{
    const QString folder = m_certificates.path();
    QVERIFY(TlsFront::makeCertificate(folder, u"good"_s));
    QVERIFY(TlsFront::makeCertificate(folder, u"other"_s));
    QVERIFY(TlsFront::makeCertificate(folder, u"elsewhere"_s, u"127.0.0.2"_s));
    QVERIFY(TlsFront::makeCertificate(
        folder, u"expired"_s, u"127.0.0.1"_s,
        {u"-not_before"_s, u"20200101000000Z"_s, u"-not_after"_s, u"20210101000000Z"_s}));
    m_content = FakeHubServer::content(kSize);
}

void TransferTlsTest::init()
{
    f = std::make_unique<EngineFixture>();
    f->hub.addFile(u"model.bin"_s, m_content);
    front = std::make_unique<TlsFront>(f->hub.endpoint());
    f->config.client.endpoint = front->endpoint();
    f->config.client.caFile = f->folder.filePath(u"trusted.pem"_s);
    f->config.client.proxies.none = u"*"_s;
    f->config.journalFolder.clear();
    show(u"good"_s);
    QVERIFY(trust(u"good"_s));
}

void TransferTlsTest::waitsAndSaysNothing_data()
{
    QTest::addColumn<TlsFront::Mode>("mode");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("words");
    using enum TlsFront::Mode;
    const QString failed = kFailed;
    QTest::newRow("untrusted") << Tls << u"good"_s << u"other"_s << failed;
    QTest::newRow("expired") << Tls << u"expired"_s << u"expired"_s << failed;
    QTest::newRow("of another host") << Tls << u"elsewhere"_s << u"elsewhere"_s << failed;
    QTest::newRow("not encrypted") << Portal << u"good"_s << u"good"_s << failed;
    QTest::newRow("closed") << Closes << u"good"_s << u"good"_s << u"127.0.0.1"_s;
}

void TransferTlsTest::waitsAndSaysNothing()
{
    QFETCH(TlsFront::Mode, mode);
    QFETCH(QString, shown);
    QFETCH(QString, trusted);
    QFETCH(QString, words);
    show(shown);
    QVERIFY(trust(trusted));
    front->setMode(mode);
    f->config.client.retryDelay = 200ms;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(!engine.transfer(id)->waitReason.isEmpty());
    const QString reason = engine.transfer(id)->waitReason;
    QVERIFY2(reason.contains(words) && reason.contains("Trying again in"_L1), qPrintable(reason));
    QTRY_VERIFY(front->connections() >= 3);
    QCOMPARE(stateOf(engine, id), Preparing);
    // Only the beginnings of handshakes: neither the question nor the token left in the clear.
    const QByteArray heard = front->heard();
    QVERIFY(mode == TlsFront::Mode::Portal ? heard.startsWith('\x16') : heard.isEmpty());
    QVERIFY(!heard.contains(FakeHubServer::kToken) && !heard.contains("HTTP/1"));
    QCOMPARE(f->hub.requests().size(), 0u);

    front->setMode(TlsFront::Mode::Tls);
    show(u"good"_s);
    QVERIFY(trust(u"good"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20s);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QVERIFY(front->heard().contains(FakeHubServer::kToken));
}

void TransferTlsTest::givesUpAfterTheRetries()
{
    QVERIFY(trust(u"other"_s));
    f->config.tuning.retries = 5;
    f->config.client.retryDelay = 1ms;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(stateOf(engine, id), Failed);
    QCOMPARE(errorOf(engine, id).kind, ErrorKind::Network);
    QVERIFY2(errorOf(engine, id).message.contains(kFailed),
             qPrintable(errorOf(engine, id).message));
    QVERIFY(front->heard().isEmpty());
    // Not the five that a Hub gets which has answered before: nobody else answers there.
    QCOMPARE(front->connections(), 3);
}

void TransferTlsTest::goesOnWhenTrusted()
{
    QVERIFY(trust(u"other"_s));
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_VERIFY(engine.transfer(id)->waitReason.contains(kFailed));
    QVERIFY(trust(u"good"_s)); // as a user does who adds the certificate of the company
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20s);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
}

void TransferTlsTest::goesOnInTheMiddleOfAFile_data()
{
    QTest::addColumn<TlsFront::Mode>("mode");
    QTest::addColumn<QString>("shown");
    using enum TlsFront::Mode;
    QTest::newRow("untrusted") << Tls << u"other"_s;
    QTest::newRow("expired") << Tls << u"expired"_s;
    QTest::newRow("not encrypted") << Portal << u"good"_s;
}

void TransferTlsTest::goesOnInTheMiddleOfAFile()
{
    QFETCH(TlsFront::Mode, mode);
    QFETCH(QString, shown);
    FakeFault stall;
    stall.match = "/resolve/";
    stall.kind = FakeFault::Kind::Stall;
    stall.at = kSize / 2;
    f->hub.addFault(stall);
    f->config.client.retryDelay = 200ms;
    TransferEngine engine(f->config);
    const TransferId id = engine.addDownload(f->request());
    QTRY_COMPARE(engine.transfer(id)->doneBytes, kSize / 2);
    const qsizetype before = front->heard().size();
    front->setMode(mode);
    show(shown);
    QTRY_VERIFY2(engine.transfer(id)->waitReason.contains(kFailed),
                 qPrintable(engine.transfer(id)->waitReason));
    QCOMPARE(stateOf(engine, id), Running);
    QVERIFY(!front->heard().sliced(before).contains(FakeHubServer::kToken));
    QCOMPARE(engine.transfer(id)->doneBytes, kSize / 2);

    front->setMode(TlsFront::Mode::Tls);
    show(u"good"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(engine, id), Finished, 20s);
    QCOMPARE(f->cached(u"model.bin"_s), m_content);
    QCOMPARE(f->hub.contentBytes(), kSize); // nothing twice
}

QTEST_GUILESS_MAIN(TransferTlsTest)
#include "tst_transfertls.moc"
