// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/cardrenderer.h"
#include "core/model/cardimageloader.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/uifixture.h"
#include "ui/widgets/markdownview.h"

#include <QBuffer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace hubdesk;

namespace {

QByteArray png(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

SafeHtml card(const QByteArray &markdown)
{
    const CardContext context{
        QUrl(u"http://hub.test"_s), {RepoType::Model, u"org/name"_s}, u"main"_s};
    return renderCard(markdown, context).html;
}

} // namespace

class TestMarkdownView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNoFiles();
    void imagesComeThroughTheLoader();
    void imagesGoAndComeAtOnce();
    void refusesOddImages();
    void sectionsAndThemes();
    void opensAtTheTop();
    void longCardsComeInSlices();
};

void TestMarkdownView::readsNoFiles()
{
    UiFixture ui;
    QFile secret(ui.folder.filePath(u"secret.png"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write(png({8, 8}));
    secret.close();
    MarkdownView view(ui.context(), nullptr);
    const QUrl local = QUrl::fromLocalFile(secret.fileName());
    const auto image = view.loadResource(QTextDocument::ImageResource, local).value<QImage>();
    QVERIFY(image.size() != QSize(8, 8)); // the box that stands in for images
    QVERIFY(view.loadResource(QTextDocument::HtmlResource, local).toByteArray().isEmpty());
    QVERIFY(view.loadResource(QTextDocument::StyleSheetResource, local).toByteArray().isEmpty());
    // Even HTML that did not pass the allow-list reads nothing.
    view.setHtml(u"<img src=\"%1\"><link rel=stylesheet href=\"%1\">"_s.arg(local.toString()));
    view.setSource(local);
    QVERIFY(!view.toHtml().contains("8\" height=\"8"_L1));
    QVERIFY(view.source().isEmpty());
}

void TestMarkdownView::imagesComeThroughTheLoader()
{
    UiFixture ui;
    FakeNetwork network;
    network.setResponder([](FakeReply *reply) { reply->finishWith(200, png({40, 30})); });
    ClientConfig config;
    config.endpoint = QUrl(u"http://hub.test"_s);
    CardImageLoader loader(&network, config);
    MarkdownView view(ui.context(), &loader);
    view.resize(600, 400);
    QVERIFY(showActive(&view));
    view.setCard(card("![a](images/a.png) ![b](http://elsewhere.test/b.png)"));
    const QUrl url(u"http://hub.test/org/name/resolve/main/images/a.png"_s);
    QTRY_COMPARE(view.loadResource(QTextDocument::ImageResource, url).value<QImage>().size(),
                 QSize(40, 30));
    QCOMPARE(network.log(), QList<QByteArray>{"GET /org/name/resolve/main/images/a.png"});
}

void TestMarkdownView::imagesGoAndComeAtOnce()
{
    UiFixture ui;
    FakeNetwork network;
    network.setResponder([](FakeReply *reply) { reply->finishWith(200, png({40, 30})); });
    ClientConfig config;
    config.endpoint = QUrl(u"http://hub.test"_s);
    CardImageLoader loader(&network, config);
    MarkdownView view(ui.context(), &loader);
    view.resize(400, 200);
    QVERIFY(showActive(&view));
    view.setCard(card("![a](https://p.example/a.png)\n\n" + QByteArray("line\n\n").repeated(60)));
    const QUrl image(u"https://p.example/a.png"_s);
    const auto width = [&] {
        return view.loadResource(QTextDocument::ImageResource, image).value<QImage>().width();
    };
    QTRY_COMPARE(width(), 40);
    QTRY_VERIFY(view.isComplete());
    const auto lineHeight = [&view](int block) {
        return view.document()->findBlockByNumber(block).blockFormat().lineHeightType();
    };
    QCOMPARE(lineHeight(0), int(QTextBlockFormat::SingleHeight)); // no gap below the image
    QCOMPARE(lineHeight(1), int(QTextBlockFormat::ProportionalHeight));
    view.verticalScrollBar()->setValue(300);
    view.setWithImages(false);
    QVERIFY(width() != 40); // the box
    QTRY_VERIFY(view.isComplete());
    QCOMPARE(view.verticalScrollBar()->value(), 300); // the reader stays
    view.setWithImages(true);
    QTRY_COMPARE(width(), 40);
    QCOMPARE(network.count(), 2);
}

void TestMarkdownView::refusesOddImages()
{
    QCOMPARE(decodedCardImage(png({2000, 100}), 500).size(), QSize(500, 25));
    QVERIFY(decodedCardImage("not an image", 500).isNull());
    QVERIFY(decodedCardImage({}, 500).isNull());
    const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">";
    QVERIFY(decodedCardImage(svg + "<image href=\"file:///etc/passwd\"/></svg>", 500).isNull());
    QVERIFY(decodedCardImage("<!DOCTYPE a [<!ENTITY b \"c\">]>" + svg + "</svg>", 500).isNull());
    QVERIFY(decodedCardImage(svg + QByteArray(400'000, ' ') + "</svg>", 500).isNull());
}

void TestMarkdownView::sectionsAndThemes()
{
    UiFixture ui;
    MarkdownView view(ui.context(), nullptr);
    view.resize(500, 200);
    QVERIFY(showActive(&view));
    view.setCard(
        card("# Top\n\n" + QByteArray("Some words.\n\n").repeated(100) + "## The end\n\nlast"));
    QTRY_VERIFY(view.isComplete());
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    Q_EMIT
    view.anchorClicked(QUrl(u"#the-end"_s));
    QVERIFY(view.verticalScrollBar()->value() > 0);
    const QString text = view.toPlainText();
    ui.theme.setAppearance(Appearance::Dark);
    QTRY_VERIFY(view.isComplete());
    QCOMPARE(view.toPlainText(), text);
    view.selectAll();
    QVERIFY(view.textCursor().selectedText().contains(u"last"));
}

void TestMarkdownView::opensAtTheTop()
{
    UiFixture ui;
    MarkdownView view(ui.context(), nullptr);
    view.resize(500, 200);
    // The card may be there before the page is.
    view.setCard(
        card("# Top\n\n" + QByteArray("Some words.\n\n").repeated(100) + "## The end\n\nlast"));
    QTRY_VERIFY(view.isComplete());
    QVERIFY(showActive(&view));
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    QCOMPARE(view.textCursor().position(), 0);
    QVERIFY(!view.textCursor().hasSelection());
}

void TestMarkdownView::longCardsComeInSlices()
{
    UiFixture ui;
    MarkdownView view(ui.context(), nullptr);
    view.resize(800, 600);
    QVERIFY(showActive(&view));
    QSignalSpy completed(&view, &MarkdownView::completed);
    view.setCard(
        card(QByteArray("Some words that fill a line or two of the card.\n\n").repeated(8000)));
    QVERIFY(!view.isComplete()); // what is left comes between other events
    QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), 30'000);
    QCOMPARE(completed.size(), 1);
    QCOMPARE(view.toPlainText().count(u"Some words"_s), 8000);
}

HUBDESK_UI_TEST_MAIN(TestMarkdownView)
#include "tst_markdownview.moc"
