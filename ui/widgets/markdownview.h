// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card/htmlsanitizer.h"
#include "ui/shell/uicontext.h"

#include <QHash>
#include <QImage>
#include <QTextBrowser>
#include <QTimer>

namespace hubdesk {

class CardImageLoader;

//! Shows a card. Text comes in piece by piece, a few milliseconds at a time; images come only
//! through the loader, with a quiet box in their place until then. Nothing is ever read from a
//! file, and a link is shown before it opens.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkdownView)

public:
    static constexpr int kTextWidth = 880; //!< Longer lines are hard to read.
    static constexpr int kSliceTime = 8; //!< ms of work between two events

    //! \a loader is not owned and may be null: no images.
    MarkdownView(const UiContext &context, CardImageLoader *loader, QWidget *parent = nullptr);
    ~MarkdownView() override;

    //! Without images there are only the boxes; a card that is shown follows at once.
    void setWithImages(bool withImages);
    //! Shows \a html from the top.
    void setCard(const SafeHtml &html);
    [[nodiscard]] bool isComplete() const { return m_nextSegment >= m_html.segments.size(); }
    //! Goes to a heading, by the name in its link.
    void goTo(const QString &section);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    //! All pieces are in.
    void completed();
    //! A link to a file of the repo was activated.
    void fileActivated(const QString &path);
    //! A link to another repo of the Hub was activated.
    void addressActivated(const QString &address);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;

private:
    void restyle();
    void loadImages();
    void render();
    void renderAgain();
    void addSegments();
    void closeLinesOfImages(int start);
    void activate(const QUrl &link);
    void imageArrived(const QUrl &url, const QByteArray &bytes);
    void imageDecoded(const QUrl &url, const QImage &image);
    [[nodiscard]] QString fitted(const QString &segment) const;
    [[nodiscard]] int availableWidth() const;
    [[nodiscard]] QImage placeholder() const;

    UiContext m_context;
    CardImageLoader *m_loader;
    SafeHtml m_html;
    qsizetype m_nextSegment = 0;
    QHash<QUrl, QImage> m_images;
    bool m_withImages = true;
    int m_keptPosition = 0; //!< where the card goes on once it is complete again
    QTimer m_segmentTimer;
    QTimer m_relayoutTimer;
    quint64 m_round = 0;
};

//! Decodes \a data within bounds: known formats only, at most 40 megapixels, scaled down to
//! \a maxWidth; SVG without references to anything, drawn \a maxWidth wide when \a filling. Null
//! when it is refused. For workers.
[[nodiscard]] QImage decodedCardImage(const QByteArray &data, int maxWidth, bool filling = false);

} // namespace hubdesk
