// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdownview.h"

#include "core/card/cardlinks.h"
#include "core/model/cardimageloader.h"
#include "ui/shell/prompter.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFuture>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kMaxPixels = 40'000'000;
constexpr qsizetype kMaxSvgBytes = 300'000;

//! The reader would look up what an SVG refers to; badges refer to nothing.
bool isHarmlessSvg(const QByteArray &data)
{
    if (data.size() > kMaxSvgBytes)
        return false;
    const QByteArray lower = data.toLower();
    for (const char *word : {"<image", "<!entity", "<use", "<script", "<foreignobject", "url(http",
                             "url(file", "@import", "<feimage"}) {
        if (lower.contains(word))
            return false;
    }
    return true;
}

} // namespace

QImage decodedCardImage(const QByteArray &data, int maxWidth, bool filling)
{
    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    static const QList<QByteArray> kFormats{"png",  "jpeg", "jpg", "gif",
                                            "webp", "bmp",  "ico", "svg"};
    if (!kFormats.contains(format) || (format == "svg" && !isHarmlessSvg(data)))
        return {};
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()
        || qint64(size.width()) * qint64(size.height()) > kMaxPixels)
        return {};
    if (size.width() > maxWidth)
        reader.setScaledSize(size.scaled(maxWidth, size.height(), Qt::KeepAspectRatio));
    else if (filling && format == "svg")
        reader.setScaledSize(size.scaled(maxWidth, maxWidth, Qt::KeepAspectRatio));
    return reader.read();
}

MarkdownView::MarkdownView(const UiContext &context, CardImageLoader *loader, QWidget *parent)
    : QTextBrowser(parent),
      m_context(context),
      m_loader(loader)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Card"));
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    document()->setDocumentMargin(measure::kLarge);
    document()->setIndentWidth(measure::kHuge);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::activate);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &link) {
        // People see where a link leads before they press it.
        setToolTip(link.scheme() == kRepoFileScheme ? repoFileOfLink(link)
                                                    : link.toDisplayString());
    });
    m_segmentTimer.setSingleShot(true);
    connect(&m_segmentTimer, &QTimer::timeout, this, &MarkdownView::addSegments);
    m_relayoutTimer.setSingleShot(true);
    m_relayoutTimer.setInterval(100);
    connect(&m_relayoutTimer, &QTimer::timeout, this,
            [this] { document()->markContentsDirty(0, document()->characterCount()); });
    if (m_loader) {
        connect(m_loader, &CardImageLoader::imageLoaded, this, &MarkdownView::imageArrived);
    }
    connect(m_context.theme, &Theme::changed, this, [this] {
        restyle();
        renderAgain();
    });
    restyle();
}

MarkdownView::~MarkdownView() = default;

void MarkdownView::restyle()
{
    const Theme &theme = *m_context.theme;
    const auto color = [&theme](Token token) { return theme.html(token); };
    const QFont mono = theme.font(FontRole::Mono);
    const int size = theme.font(FontRole::Body).pointSize();
    document()->setDefaultFont(theme.font(FontRole::Body));
    document()->setDefaultStyleSheet(
        u"body, p, li, td, th { color: %1; }"
        "p, li { line-height: 140%; }"
        "p { margin-top: 0px; margin-bottom: 10px; }"
        "a { color: %2; }"
        "h1 { font-size: %6pt; font-weight: 600; margin-top: 12px; margin-bottom: 10px; }"
        "h2 { font-size: %7pt; font-weight: 600; margin-top: 20px; margin-bottom: 8px; }"
        "h3, h4, h5, h6 { font-size: %8pt; font-weight: 600; margin-top: 14px; margin-bottom: 6px; "
        "}"
        "li { margin-bottom: 4px; }"
        "code { font-family: '%3'; background-color: %4; }"
        "pre { font-family: '%3'; margin: 0px; }"
        "table.code { background-color: %4; }"
        "table.grid { border-collapse: collapse; border-style: solid; border-width: 1px;"
        " border-color: %5; }"
        "table.grid td, table.grid th { border-style: solid; border-width: 1px;"
        " border-color: %5; }"
        "th { font-weight: 600; background-color: %4; text-align: left; }"
        "blockquote { color: %9; margin-left: 16px; }"
        "p.note { color: %9; }"_s
            .arg(color(Token::Text), color(Token::Info), mono.family(), color(Token::Window),
                 color(Token::Border))
            .arg(qRound(size * 1.6))
            .arg(qRound(size * 1.3))
            .arg(qRound(size * 1.1))
            .arg(color(Token::TextSecondary)));
}

void MarkdownView::setCard(const SafeHtml &html)
{
    m_html = html;
    m_keptPosition = 0;
    loadImages();
    render();
}

void MarkdownView::setWithImages(bool withImages)
{
    if (withImages == m_withImages)
        return;
    m_withImages = withImages;
    loadImages();
    renderAgain();
}

void MarkdownView::loadImages()
{
    ++m_round;
    m_images.clear();
    if (!m_loader)
        return;
    m_loader->reset();
    if (!m_withImages)
        return;
    for (const QUrl &image : std::as_const(m_html.images))
        m_loader->load(image);
}

//! The same card in other clothes: the reader stays where he is.
void MarkdownView::renderAgain()
{
    m_keptPosition = std::max(m_keptPosition, verticalScrollBar()->value());
    render();
}

void MarkdownView::render()
{
    m_nextSegment = 0;
    clear();
    // Resources of the document before would stay in its cache.
    for (auto image = m_images.cbegin(); image != m_images.cend(); ++image)
        document()->addResource(QTextDocument::ImageResource, image.key(), *image);
    addSegments();
}

void MarkdownView::addSegments()
{
    QElapsedTimer clock;
    clock.start();
    const int position = verticalScrollBar()->value();
    QTextCursor own = textCursor();
    const int ownAnchor = own.anchor();
    const int ownPosition = own.position();
    QTextCursor cursor(document());
    while (!isComplete() && clock.elapsed() < kSliceTime) {
        cursor.movePosition(QTextCursor::End);
        const QString &segment = m_html.segments.at(m_nextSegment++);
        if (cursor.block().length() > 1) {
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        } else if (segment.startsWith("<table class=\"grid\""_L1) && m_nextSegment > 1) {
            // A long table goes on: the line that must be between two tables is not seen.
            QTextBlockFormat thin;
            thin.setLineHeight(1, QTextBlockFormat::FixedHeight);
            cursor.setBlockFormat(thin);
        }
        const int start = cursor.position();
        cursor.insertHtml(fitted(segment));
        closeLinesOfImages(start);
    }
    // The reader's own cursor was pushed along, and the view goes to it when it is first shown.
    if (textCursor().position() != ownPosition || textCursor().anchor() != ownAnchor) {
        own.setPosition(ownAnchor);
        own.setPosition(ownPosition, QTextCursor::KeepAnchor);
        setTextCursor(own);
    }
    verticalScrollBar()->setValue(position);
    if (!isComplete()) {
        m_segmentTimer.start(0);
        return;
    }
    if (const int kept = std::exchange(m_keptPosition, 0); kept > 0)
        verticalScrollBar()->setValue(kept);
    Q_EMIT
    completed();
}

//! The wide lines of text would leave a gap of almost half its height below an image. From \a start
//! to the end.
void MarkdownView::closeLinesOfImages(int start)
{
    for (QTextBlock block = document()->findBlock(start); block.isValid(); block = block.next()) {
        if (!block.text().contains(QChar::ObjectReplacementCharacter))
            continue;
        QTextBlockFormat close;
        close.setLineHeight(0, QTextBlockFormat::SingleHeight);
        QTextCursor(block).mergeBlockFormat(close);
    }
}

int MarkdownView::availableWidth() const
{
    return std::max(160, std::min(kTextWidth, viewport()->width()) - 2 * measure::kLarge);
}

// An image that says how wide it is would push the text out of the window.
QString MarkdownView::fitted(const QString &segment) const
{
    static const QRegularExpression sized(u"(<img [^>]*?) width=\"(\\d+)\"( height=\"\\d+\")?/>"_s);
    const int room = availableWidth();
    QString result;
    qsizetype end = 0;
    auto matches = sized.globalMatch(segment);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.captured(2).toInt() <= room)
            continue;
        result += QStringView(segment).sliced(end, match.capturedStart() - end);
        result += u"%1 width=\"%2\"/>"_s.arg(match.captured(1)).arg(room);
        end = match.capturedEnd();
    }
    return end == 0 ? segment : result + segment.sliced(end);
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    setLineWrapColumnOrWidth(std::min(kTextWidth, viewport()->width()));
    QTextBrowser::resizeEvent(event);
}

// Following a link by itself would load a document from anywhere.
void MarkdownView::doSetSource(const QUrl &, QTextDocument::ResourceType) { }

QVariant MarkdownView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    const auto image = m_images.constFind(name);
    return image == m_images.cend() ? placeholder() : *image;
}

QImage MarkdownView::placeholder() const
{
    const qreal ratio = devicePixelRatioF();
    QImage image(QSize(96, 20) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_context.theme->color(Token::Track));
    painter.drawRoundedRect(QRectF(0, 0, 96, 20), 4, 4);
    return image;
}

void MarkdownView::imageArrived(const QUrl &url, const QByteArray &bytes)
{
    const qreal ratio = devicePixelRatioF();
    const int width = qRound(availableWidth() * ratio);
    QtConcurrent::run(decodedCardImage, bytes, width, false)
        .then(this, [this, url, ratio, round = m_round](QImage image) {
            if (round != m_round || image.isNull())
                return;
            // Only what had to be shrunk is dense; a badge keeps its size.
            if (image.width() > availableWidth())
                image.setDevicePixelRatio(ratio);
            imageDecoded(url, image);
        });
}

void MarkdownView::imageDecoded(const QUrl &url, const QImage &image)
{
    m_images.insert(url, image);
    document()->addResource(QTextDocument::ImageResource, url, image);
    m_relayoutTimer.start();
}

void MarkdownView::goTo(const QString &section)
{
    scrollToAnchor(section);
}

void MarkdownView::activate(const QUrl &link)
{
    if (link.isRelative()) {
        goTo(link.fragment(QUrl::FullyDecoded));
        return;
    }
    if (link.scheme() == kRepoFileScheme) {
        Q_EMIT
        fileActivated(repoFileOfLink(link));
        return;
    }
    if (link.scheme() == "hf"_L1) {
        Q_EMIT
        addressActivated(link.toString());
        return;
    }
    if (link.scheme() != "https"_L1 && link.scheme() != "http"_L1 && link.scheme() != "mailto"_L1)
        return;
    Confirmation question;
    question.title = tr("Open this link?");
    question.text = link.toDisplayString(QUrl::FullyEncoded);
    question.acceptText = tr("Open");
    m_context.prompter->confirm(this, question, this, [this, link](bool open) {
        if (open)
            m_context.prompter->openUrl(link);
    });
}

} // namespace hubdesk
