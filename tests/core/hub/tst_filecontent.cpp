// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/filecontent.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestFileContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForARange();
    void parsesWholeAndPart();
    void emptyFile();
};

void TestFileContent::asksForARange()
{
    FileContentRequest request;
    request.repo = {RepoType::Dataset, u"org/name"_s};
    request.revision = u"refs/pr/1"_s;
    request.path = u"a b/README.md"_s;
    request.maxBytes = 1000;
    const RequestSpec spec = request.spec();
    QCOMPARE(spec.method, "GET"_ba);
    QCOMPARE(spec.path, "/datasets/org/name/resolve/refs%2Fpr%2F1/a%20b/README.md"_ba);
    QVERIFY(spec.identityEncoding);
    QCOMPARE(spec.headers.front(), (std::pair<QByteArray, QByteArray>{"Range", "bytes=0-999"}));
}

void TestFileContent::parsesWholeAndPart()
{
    FileContentRequest request;
    request.maxBytes = 4;
    ReplyData reply;
    reply.status = 206;
    reply.body = "abcd";
    reply.headers.append("content-range"_L1, "bytes 0-3/100"_L1);
    reply.headers.append("x-repo-commit"_L1, "c0ffee"_L1);
    const auto part = request.parse(reply);
    QVERIFY(part);
    QCOMPARE(part->total, 100);
    QVERIFY(part->truncated);
    QCOMPARE(part->commit, u"c0ffee"_s);

    ReplyData whole;
    whole.status = 200;
    whole.body = "abc";
    const auto small = request.parse(whole);
    QVERIFY(small && !small->truncated);
    whole.body = "abcdefgh"; // the server ignores ranges
    const auto cut = request.parse(whole);
    QVERIFY(cut && cut->truncated);
    QCOMPARE(cut->data, "abcd"_ba);
    QCOMPARE(cut->total, 8);
}

void TestFileContent::emptyFile()
{
    Error error;
    error.httpStatus = 416;
    QVERIFY(isEmptyFileError(error));
    error.httpStatus = 404;
    QVERIFY(!isEmptyFileError(error));
}

QTEST_GUILESS_MAIN(TestFileContent)
#include "tst_filecontent.moc"
