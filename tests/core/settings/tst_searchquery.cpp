// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/searchquery.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace hubdesk {

class SearchQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordCounts_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("all");
        QTest::addColumn<bool>("any");
        QTest::newRow("empty") << u""_s << false << false;
        QTest::newRow("blank") << u"  "_s << false << false;
        QTest::newRow("one word") << u"proxy"_s << true << true;
        QTest::newRow("case") << u"PROXY"_s << true << true;
        QTest::newRow("over two texts") << u"port proxy"_s << true << true;
        QTest::newRow("one is missing") << u"proxy cache"_s << false << true;
        QTest::newRow("accents") << u"schlussel"_s << true << true;
        QTest::newRow("with accents") << u"SCHLÜSSEL"_s << true << true;
        QTest::newRow("a variable") << u"hf_hub_etag"_s << true << true;
        QTest::newRow("a variable in words") << u"hf etag timeout"_s << true << true;
        QTest::newRow("mnemonic") << u"address"_s << true << true;
        QTest::newRow("nothing") << u"banana"_s << false << false;
    }
    void everyWordCounts()
    {
        QFETCH(QString, query);
        const QStringList texts{u"Proxy: its login"_s, u"Port"_s, u"Schlüssel"_s,
                                u"HF_HUB_ETAG_TIMEOUT"_s, u"Add&ress"_s};
        QTEST(SearchQuery(query).matchesAll(texts), "all");
        QTEST(SearchQuery(query).matchesAny(texts), "any");
        QCOMPARE(SearchQuery(query).isEmpty(), query.trimmed().isEmpty());
    }
};

} // namespace hubdesk

QTEST_GUILESS_MAIN(hubdesk::SearchQueryTest)
#include "tst_searchquery.moc"
