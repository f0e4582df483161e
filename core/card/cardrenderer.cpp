// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/cardrenderer.h"

#include "core/card/frontmatter.h"
#include "core/card/markdown.h"

namespace hubdesk {

namespace {
constexpr qsizetype kMaxBodyBytes = 1'000'000;
}

RenderedCard renderCard(const QByteArray &readme, const CardContext &context)
{
    RenderedCard card;
    const CardSource source = splitFrontMatter(QString::fromUtf8(readme));
    if (!source.frontMatter.isEmpty()) {
        if (auto metadata = parseFrontMatter(source.frontMatter))
            card.metadata = std::move(*metadata);
        else
            card.metadataProblem = metadata.error().message;
    }
    QByteArray body = source.body.toUtf8();
    const bool cut = body.size() > kMaxBodyBytes;
    if (cut) {
        const qsizetype line = body.lastIndexOf('\n', kMaxBodyBytes);
        body.truncate(line > 0 ? line : kMaxBodyBytes);
    }
    card.html = sanitizedHtml(markdownToHtml(body), context);
    card.html.shortened = card.html.shortened || cut;
    return card;
}

} // namespace hubdesk
