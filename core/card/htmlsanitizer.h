// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card/cardlinks.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QUrl>

namespace hubdesk {

//! HTML that a text document may show: made of the allow-list only, in pieces that are complete by
//! themselves, so that a view can add them one by one without blocking.
struct SafeHtml
{
    QStringList segments;
    QList<QUrl> images; //!< Each address once, in order of appearance.
    bool shortened = false; //!< Something was left out because there was too much of it.

    bool operator==(const SafeHtml &) const = default;
};

//! Bounds of what is written; everything beyond is left out and said so in the text.
struct HtmlLimits
{
    int maxRows = 300; //!< Of a table.
    int maxItems = 1000; //!< Of a list.
    int maxCodeLines = 1000; //!< Of a code block.
    int maxCells = 120; //!< In one segment; a longer table goes on in the next one.
    int maxDepth = 24; //!< Deeper elements lose their tags, not their text.
    int maxTableDepth = 2;
    int maxElements = 60'000;
    qsizetype segmentBytes = 8'000; //!< A new segment begins at the next block.
    qsizetype hardSegmentBytes = 24'000; //!< A new segment begins anywhere outside a table or list.
};

//! Parses \a html (any, hostile too) as a browser does and writes what the allow-list permits. No
//! scripts, styles, embedded content or event handlers; links and images as safeLink() and
//! safeImage() say. Reentrant; never recurses.
[[nodiscard]] SafeHtml sanitizedHtml(const QByteArray &html, const CardContext &context,
                                     const HtmlLimits &limits = {});

} // namespace hubdesk
