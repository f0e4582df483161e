// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/browsercontroller.h"
#include "core/model/humanformat.h"
#include "core/hub/users.h"
#include "core/model/reposnippets.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hubdesk;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void sizes();
    void counts();
    void times();
    void snippets();
    void quoting();
    void pages();
    void searchWords();
    void tasks();
};

void TestTexts::sizes()
{
    QCOMPARE(humanSize(0), u"0 bytes"_s);
    QCOMPARE(humanSize(1), u"1 byte"_s);
    QCOMPARE(humanSize(999), u"999 bytes"_s);
    QCOMPARE(humanSize(1000), u"1.0 kB"_s);
    QCOMPARE(humanSize(999'999), u"1.0 MB"_s);
    QCOMPARE(humanSize(4'213'876'224), u"4.2 GB"_s);
    QCOMPARE(humanSize(123'456'789'012), u"123 GB"_s);
    QCOMPARE(exactBytes(4'213'876'224), u"4,213,876,224 bytes"_s);
}

void TestTexts::counts()
{
    QCOMPARE(compactCount(0), u"0"_s);
    QCOMPARE(compactCount(999), u"999"_s);
    QCOMPARE(compactCount(1234), u"1.2k"_s);
    QCOMPARE(compactCount(56'789'012), u"56.8M"_s);
}

void TestTexts::times()
{
    const QDateTime now(QDate(2026, 6, 15), QTime(12, 0), QTimeZone::UTC);
    QCOMPARE(relativeTime(now.addSecs(30), now), u"just now"_s);
    QCOMPARE(relativeTime(now.addSecs(-600), now), u"10 min ago"_s);
    QCOMPARE(relativeTime(now.addSecs(-7300), now), u"2 h ago"_s);
    QCOMPARE(relativeTime(now.addDays(-1).addSecs(-1), now), u"yesterday"_s);
    QCOMPARE(relativeTime(now.addDays(-5), now), u"5 days ago"_s);
    QCOMPARE(relativeTime(now.addDays(-45), now), u"last month"_s);
    QCOMPARE(relativeTime(now.addDays(-100), now), u"3 months ago"_s);
    QCOMPARE(relativeTime(now.addDays(-400), now), u"last year"_s);
    QCOMPARE(relativeTime(now.addDays(-800), now), u"2 years ago"_s);
    QCOMPARE(relativeTime({}, now), QString());
}

void TestTexts::snippets()
{
    const RepoId model{RepoType::Model, u"org/name"_s};
    const RepoId dataset{RepoType::Dataset, u"org/name"_s};
    QCOMPARE(hubLink(model), u"hf://org/name"_s);
    QCOMPARE(hubLink(dataset, u"v1.0"_s, u"a/b.csv"_s), u"hf://datasets/org/name@v1.0/a/b.csv"_s);
    QCOMPARE(hubLink(model, u"feature/x"_s), u"hf://org/name@feature%2Fx"_s);
    QCOMPARE(hubLink(model, u"refs/pr/1"_s), u"hf://org/name@refs/pr/1"_s);
    QCOMPARE(pythonLine(model), u"snapshot_download(\"org/name\")"_s);
    QCOMPARE(pythonLine(model, u"main"_s), u"snapshot_download(\"org/name\")"_s);
    QCOMPARE(pythonLine(dataset, u"v1"_s, u"a.csv"_s),
             u"hf_hub_download(\"org/name\", \"a.csv\", repo_type=\"dataset\", revision=\"v1\")"_s);
    QCOMPARE(commandLine(dataset, u"v1"_s, u"a b.csv"_s),
             u"hubdesk-cli download org/name 'a b.csv' --repo-type dataset --revision v1"_s);
}

void TestTexts::quoting()
{
    const RepoId model{RepoType::Model, u"org/name"_s};
    QCOMPARE(pythonLine(model, {}, u"a\"b\\c"_s),
             u"hf_hub_download(\"org/name\", \"a\\\"b\\\\c\")"_s);
    QCOMPARE(commandLine(model, {}, u"it's $HOME"_s),
             u"hubdesk-cli download org/name 'it'\\''s $HOME'"_s);
    QCOMPARE(commandLine(model, {}, u"-rf"_s), u"hubdesk-cli download org/name '-rf'"_s);
}

void TestTexts::pages()
{
    const QUrl endpoint(u"http://127.0.0.1:8080"_s);
    const RepoId space{RepoType::Space, u"org/name"_s};
    const auto text = [](const QUrl &url) { return QString::fromLatin1(url.toEncoded()); };
    QCOMPARE(text(webPage(endpoint, space)), u"http://127.0.0.1:8080/spaces/org/name"_s);
    QCOMPARE(text(webPage(endpoint, space, u"refs/pr/1"_s)),
             u"http://127.0.0.1:8080/spaces/org/name/tree/refs%2Fpr%2F1"_s);
    QCOMPARE(text(webPage(endpoint, space, u"main"_s, u"a/b c.txt"_s)),
             u"http://127.0.0.1:8080/spaces/org/name/blob/main/a/b%20c.txt"_s);
    QCOMPARE(text(tokenSettingsPage(endpoint)), u"http://127.0.0.1:8080/settings/tokens"_s);
}

void TestTexts::searchWords()
{
    QCOMPARE(parseSearchWords(u" llama  3 "_s), (SearchWords{u"llama 3"_s, {}}));
    QCOMPARE(parseSearchWords(u"author:meta llama"_s), (SearchWords{u"llama"_s, u"meta"_s}));
    QCOMPARE(parseSearchWords(u"Author:meta"_s), (SearchWords{{}, u"meta"_s}));
    QCOMPARE(parseSearchWords(u"author:"_s), (SearchWords{}));
}

void TestTexts::tasks()
{
    QCOMPARE(taskTitle(u"text-generation"_s), u"Text generation"_s);
    QCOMPARE(taskTitle({}), QString());
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
