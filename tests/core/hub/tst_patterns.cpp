// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/patterns.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class PatternsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void match_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *path, bool matches) {
            QTest::addRow("%s %s", pattern, path)
                << QString::fromUtf8(pattern) << QString::fromUtf8(path) << matches;
        };
        row("*.json", "config.json", true);
        row("*.json", "a/b/config.json", true);
        row("*.json", "config.jsonl", false);
        row("**/*.json", "config.json", false);
        row("**/*.json", "a/config.json", true);
        row("data/", "data/x/y", true);
        row("data/", "mydata/x", false);
        row("a?c", "a/c", true);
        row("a?c", "ac", false);
        row("[ab].bin", "a.bin", true);
        row("[!ab].bin", "a.bin", false);
        row("[!ab].bin", "c.bin", true);
        row("[a-c]x", "bx", true);
        row("[c-a]x", "bx", false);
        row("[]]x", "]x", true);
        row("[!]]x", "ax", true);
        row("a[b", "a[b", true);
        row("a[b", "ab", false);
        row("[-a]x", "-x", true);
        row("[a^]x", "^x", true);
        row("[\\]x", "\\x", true);
        row("*", ".hidden", true);
        row("A.bin", "a.bin", false);
        row("a.b", "axb", false);
        row("a+b(c)", "a+b(c)", true);
        row("{a,b}", "a", false);
        row("", "", true);
        row("", "a", false);
        row("日*", "日本語.txt", true);
        row("*.txt", "a\nb.txt", true);
        row("emoji 🚀🌈/*", "emoji 🚀🌈/smile 😀.txt", true);
        row("emoji 🚀🌈/*", "emoji 🚀🚀/smile 😀.txt", false);
        row("?.txt", "😀.txt", true);
        row("[😀🚀].txt", "🚀.txt", true);
        row("[!😀].txt", "😀.txt", false);
        row("[😀-😂].txt", "😁.txt", true);
    }
    void match()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, matches);
        QCOMPARE(fnmatch(path, pattern), matches);
    }

    void lists()
    {
        QVERIFY(PathFilter().matches(u"x"_s));
        QVERIFY(!PathFilter(QStringList{}, {}).matches(u"x"_s));
        QVERIFY(PathFilter(std::nullopt, {u"*.bin"_s}).matches(u"x"_s));
        QVERIFY(!PathFilter(std::nullopt, {u"*.bin"_s}).matches(u"x.bin"_s));
        const PathFilter both(QStringList{u"*.json"_s, u"*.bin"_s}, {u"big*"_s});
        QVERIFY(both.matches(u"a.bin"_s));
        QVERIFY(!both.matches(u"big.bin"_s));
        QVERIFY(!both.matches(u"a.txt"_s));
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::PatternsTest)
#include "tst_patterns.moc"
