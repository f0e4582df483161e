// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/cardrenderer.h"
#include "core/card/markdown.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

const CardContext kContext{
    QUrl(u"https://hub.example"_s), {RepoType::Model, u"org/name"_s}, u"main"_s};

QString html(const QByteArray &markdown)
{
    return renderCard(markdown, kContext).html.segments.join(u"|");
}

//! Every `<` of the result must open or close a tag of the allow-list without handlers.
bool isSafe(const QString &text)
{
    static const QRegularExpression allowed(u"^</"
                                            u"?(p|div|center|blockquote|dl|dt|dd|b|i|u|s|sub|sup|"
                                            u"small|big|code|br|hr|h[1-6]|a|img|ul|ol|"
                                            "li|table|tr|td|th|thead|tbody|tfoot|pre)"
                                            "( "
                                            "(class|border|cellspacing|cellpadding|align|href|src|"
                                            "alt|width|height|colspan|rowspan|start|"
                                            "name)=\"[^\"<>]*\")*/?>"_s);
    static const QRegularExpression scheme(
        u"(href|src)=\"(?!https?:|mailto:|hf:|#|hubdesk-file:)"_s);
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        if (!allowed.matchView(QStringView(text).sliced(at)).hasMatch()) {
            qWarning("not allowed: %s",
                     qPrintable(text.sliced(at, qMin(120, int(text.size() - at)))));
            return false;
        }
    }
    return !scheme.match(text).hasMatch();
}

} // namespace

class TestCardRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersGitHubMarkdown();
    void keepsTextAfterHtml();
    void stripsHeader();
    void hostile_data();
    void hostile();
    void collectsImages();
    void headingsGetAnchors();
    void hugeTableIsCutAndFast();
    void longTextComesInSegments();
    void longCodeAndLists();
    void endlessNesting_data();
    void endlessNesting();
    void survivesAnyBytes();
};

void TestCardRenderer::rendersGitHubMarkdown()
{
    const QString text = html("# Title\n\n**bold** ~~old~~ `code`\n\n- [x] done\n- [ ] open\n\n"
                              "| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n```python\nx < 1\n```\n\n"
                              "https://example.org\n");
    QVERIFY(isSafe(text));
    QVERIFY(text.contains("<h1><a name=\"title\"></a>Title</h1>"_L1));
    QVERIFY(text.contains("<b>bold</b>"_L1));
    QVERIFY(text.contains("<s>old</s>"_L1));
    QVERIFY(text.contains("<code>code</code>"_L1));
    QVERIFY(text.contains(u'\u2611') && text.contains(u'\u2610'));
    QVERIFY(text.contains("<td align=\"right\">2</td>"_L1));
    QVERIFY(text.contains("x &lt; 1"_L1));
    QVERIFY(text.contains("<a href=\"https://example.org\">"_L1));
}

void TestCardRenderer::keepsTextAfterHtml()
{
    for (const QByteArray &start :
         {"one<br>two"_ba, "<p align=\"center\"><img src=\"a.png\"></p>"_ba,
          "<img src=\"a.png\">"_ba, "<details><summary>More</summary>"_ba, "<a href=\"x\">"_ba,
          "<table><tr><td>"_ba, "<!-- comment"_ba + " -->"_ba}) {
        const QString text = html(start + "\n\nlast paragraph\n");
        QVERIFY2(text.contains("last paragraph"_L1), start.constData());
        QVERIFY(isSafe(text));
    }
}

void TestCardRenderer::stripsHeader()
{
    const RenderedCard card = renderCard("---\nlicense: mit\n---\n# T\n", kContext);
    QCOMPARE(card.metadata.value("license"_L1).toString(), u"mit"_s);
    QVERIFY(!card.html.segments.join(QString()).contains("license"_L1));
    QVERIFY(card.metadataProblem.isEmpty());

    const RenderedCard broken = renderCard("---\na: [1\n---\n# T\n", kContext);
    QVERIFY(!broken.metadataProblem.isEmpty());
    QVERIFY(broken.html.segments.join(QString()).contains("T</h1>"_L1));
}

void TestCardRenderer::hostile_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("forbidden");
    const auto row = [](const char *name, const QByteArray &text, const QString &forbidden) {
        QTest::newRow(name) << text << forbidden;
    };
    row("script", "<script>alert('x1')</script>ok", u"x1"_s);
    row("script in text", "a <script src=//e.example/x1.js></script> b", u"x1"_s);
    row("style", "<style>p{background:url(x1)}</style>ok", u"x1"_s);
    row("style attribute", "<p style=\"background:url(x1)\">ok</p>", u"x1"_s);
    row("iframe", "<iframe src=\"https://x1.example\"></iframe>ok", u"x1"_s);
    row("iframe content", "<iframe><p>x1</p></iframe>ok", u"x1"_s);
    row("object", "<object data=\"x1\"><embed src=\"x1\"></object>ok", u"x1"_s);
    row("handler", "<img src=\"https://a.example/i.png\" onerror=\"x1()\">ok", u"x1"_s);
    row("handler on p", "<p onclick=x1()>ok</p>", u"x1"_s);
    row("javascript link", "[a](javascript:x1)", u"x1"_s);
    row("javascript link, entity", "<a href=\"&#106;avascript:x1\">ok</a>", u"x1"_s);
    row("javascript link, tab", "<a href=\"java&#9;script:x1\">ok</a>", u"x1"_s);
    row("data link", "[a](data:text/html;base64,x1)", u"x1"_s);
    row("data image", "![ok](data:image/svg+xml;base64,x1)", u"x1"_s);
    row("file image", "![ok](file:///x1)", u"x1"_s);
    row("file link", "<a href=\"file:///x1\">ok</a>", u"x1"_s);
    row("svg", "<svg><script>x1</script><a xlink:href=\"x1\"><text>x1</text></a></svg>ok", u"x1"_s);
    row("math", "<math><mtext><table><mglyph><style>x1</style></table></math>ok", u"<style"_s);
    row("form",
        "<form action=\"https://x1\"><input type=text value=x1><button>x1</button></form>ok",
        u"x1"_s);
    row("meta", "<meta http-equiv=refresh content=\"0;url=x1\">ok", u"x1"_s);
    row("base", "<base href=\"https://x1/\">ok", u"x1"_s);
    row("link element", "<link rel=stylesheet href=x1>ok", u"x1"_s);
    row("quote breaks out", "<a title='\"><script>x1</script>' href=\"https://a.example/\">ok</a>",
        u"<script"_s);
    row("alt breaks out", "![\"><script>x1</script>](https://a.example/i.png)", u"<script"_s);
    row("unknown element", "<x1 onload=x1>ok</x1>", u"x1"_s);
    row("noscript trick", "<noscript><p title=\"</noscript><img src=x onerror=x1>\">ok",
        u"onerror"_s);
    row("template", "<template><img src=https://x1.example/></template>ok", u"x1"_s);
    row("comment trick", "<!--><img src=x onerror=x1>-->ok", u"onerror"_s);
    row("width", "<img src=\"https://a.example/i.png\" width=\"999999999\">", u"999999999"_s);
    row("colspan", "<table><tr><td colspan=1000000>ok</td></tr></table>", u"1000000"_s);
    row("name", "<a name=\"x1\">ok</a>", u"x1"_s);
}

void TestCardRenderer::hostile()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, forbidden);
    const QString text = html(markdown + "\n\nend of card\n");
    QVERIFY2(isSafe(text), qPrintable(text));
    QVERIFY2(!text.contains(forbidden), qPrintable(text));
    QVERIFY2(text.contains("end of card"_L1) || markdown.contains("noscript")
                 || markdown.contains("math"),
             qPrintable(text));
}

void TestCardRenderer::collectsImages()
{
    const RenderedCard card = renderCard("![a](img/a.png) ![b](https://cdn.example/b.png) "
                                         "![a](img/a.png) ![c](http://x.example/c.png)",
                                         kContext);
    QCOMPARE(card.html.images,
             (QList<QUrl>{QUrl(u"https://hub.example/org/name/resolve/main/img/a.png"_s),
                          QUrl(u"https://cdn.example/b.png"_s)}));
    QVERIFY(card.html.segments.join(QString()).contains("[c]"_L1));
}

void TestCardRenderer::headingsGetAnchors()
{
    const QString text = html("## How to use it?\n\n## How to use it?\n\n## `code` & more\n");
    QVERIFY(text.contains("name=\"how-to-use-it\""_L1));
    QVERIFY(text.contains("name=\"how-to-use-it-1\""_L1));
    QVERIFY(text.contains("name=\"code--more\""_L1));
}

void TestCardRenderer::hugeTableIsCutAndFast()
{
    QByteArray table = "| a | b | c |\n|---|---|---|\n";
    for (int row = 0; row < 8000; ++row)
        table += "| " + QByteArray::number(row) + " | text | more |\n";
    table += "\nafter the table\n";
    QElapsedTimer timer;
    timer.start();
    const RenderedCard card = renderCard(table, kContext);
    QVERIFY2(timer.elapsed() < 2000, "an 8,000-row table must be done in the pool in no time");
    QVERIFY(card.html.shortened);
    const QString text = card.html.segments.join(QString());
    QCOMPARE(text.count("<tr>"_L1), HtmlLimits().maxRows);
    QVERIFY(text.contains("The table goes on"_L1));
    // No piece is more than a view lays out in one go.
    for (const QString &segment : card.html.segments)
        QVERIFY(segment.count("<td"_L1) <= HtmlLimits().maxCells + 3);
    QVERIFY(text.contains("after the table"_L1));
}

void TestCardRenderer::longTextComesInSegments()
{
    QByteArray card;
    for (int i = 0; i < 2000; ++i)
        card += "Paragraph " + QByteArray::number(i) + " with some words to fill it.\n\n";
    const SafeHtml result =
        renderCard("<div align=\"center\">\n\n" + card + "</div>\n", kContext).html;
    QVERIFY(result.segments.size() > 3);
    QVERIFY(!result.shortened);
    for (const QString &segment : result.segments) {
        QVERIFY(segment.size() < 40'000);
        QCOMPARE(segment.count("<div"_L1), segment.count("</div>"_L1));
        QCOMPARE(segment.count("<p>"_L1), segment.count("</p>"_L1));
    }
    const SafeHtml one = renderCard(QByteArray(900'000, 'x'), kContext).html;
    QVERIFY(one.segments.size() > 20);
}

void TestCardRenderer::longCodeAndLists()
{
    QByteArray code = "```\n";
    for (int i = 0; i < 5000; ++i)
        code += "line " + QByteArray::number(i) + '\n';
    code += "```\n\n";
    for (int i = 0; i < 5000; ++i)
        code += "- item " + QByteArray::number(i) + '\n';
    const SafeHtml result = renderCard(code, kContext).html;
    const QString text = result.segments.join(QString());
    QVERIFY(result.shortened);
    QVERIFY(text.contains("line 999"_L1) && !text.contains("line 1001"_L1));
    QVERIFY(text.contains("item 999"_L1) && !text.contains("item 1001"_L1));
    QVERIFY(text.contains("The code goes on"_L1) && text.contains("The list goes on"_L1));
}

void TestCardRenderer::endlessNesting_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::newRow("quotes") << QByteArray(5'000, '>') + " x";
    QTest::newRow("divs") << QByteArray("<div>").repeated(5'000) + "x";
    QTest::newRow("tables") << QByteArray("<table><tr><td>").repeated(3'000) + "x";
    QTest::newRow("lists") << QByteArray("<ul><li>").repeated(3'000) + "x";
    QTest::newRow("emphasis") << QByteArray("*a _b ").repeated(20'000);
    QTest::newRow("brackets") << QByteArray(50'000, '[');
    QTest::newRow("links") << QByteArray("[a](").repeated(20'000);
    QTest::newRow("spans") << QByteArray("<b><i>").repeated(5'000) + "x";
    QTest::newRow("backticks") << QByteArray("`a ``b ").repeated(10'000);
}

void TestCardRenderer::endlessNesting()
{
    QFETCH(QByteArray, markdown);
    QElapsedTimer timer;
    timer.start();
    const SafeHtml result = renderCard(markdown + "\n\nend\n", kContext).html;
    const QString text = result.segments.join(u'|');
    QVERIFY(isSafe(text));
    // What is left out is said.
    QVERIFY(text.contains("end"_L1) || text.contains(u'x') || result.shortened);
    QVERIFY2(timer.elapsed() < 20'000, "must not explode");
}

void TestCardRenderer::survivesAnyBytes()
{
    QByteArray bytes;
    quint32 seed = 12345;
    for (int i = 0; i < 100'000; ++i) {
        seed = seed * 1664525u + 1013904223u;
        bytes.append(static_cast<char>(seed >> 24));
    }
    QVERIFY(isSafe(html(bytes)));
    QVERIFY(isSafe(html(QByteArray("<\0script>x", 10))));
    QVERIFY(html({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestCardRenderer)
#include "tst_cardrenderer.moc"
