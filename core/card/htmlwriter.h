// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card/htmlrules.h"
#include "core/card/htmlsanitizer.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace hubdesk {

using HtmlAttributes = QHash<QByteArray, QString>;

//! Writes allow-listed HTML in segments. Gets every element of the input in document order and
//! decides by htmlElement() and the limits; whatever it writes it has made itself.
class HtmlWriter
{
public:
    enum class Opening {
        Skip, //!< Neither the element nor its content.
        Unwrapped, //!< The content only; no close().
        Opened, //!< close() must follow after the content.
    };

    HtmlWriter(CardContext context, const HtmlLimits &limits);

    Opening open(const QByteArray &name, const HtmlAttributes &attributes);
    void close();
    void text(const QString &text);
    [[nodiscard]] SafeHtml finish();

private:
    struct Frame
    {
        HtmlRule rule;
        QByteArray before; //!< What opened it; written again in the next segment.
        QByteArray after;
        int count = 0; //!< Rows, items or lines so far.
        bool full = false;
        QByteArray note; //!< Said when it closes, for what was left out.
        qsizetype headingStart = -1;
    };

    [[nodiscard]] bool inside(HtmlRule rule) const;
    [[nodiscard]] bool canCut() const;
    [[nodiscard]] bool canCutTable() const;
    [[nodiscard]] int depthOf(HtmlRule rule) const;
    Frame *enclosing(HtmlRule rule);
    //! False when the row, item or line would be one too many.
    bool count(HtmlRule container, int limit, int amount = 1);
    Opening push(HtmlRule rule, const QByteArray &before, const QByteArray &after);
    void image(const HtmlAttributes &attributes);
    void cut();
    void write(const QByteArray &html);
    [[nodiscard]] QByteArray uniqueSlug(const QString &heading);

    CardContext m_context;
    HtmlLimits m_limits;
    SafeHtml m_result;
    QByteArray m_segment;
    bool m_hasContent = false; //!< m_segment is more than reopened tags.
    std::vector<Frame> m_stack;
    QString m_headingText;
    QHash<QByteArray, int> m_slugs;
    QSet<QUrl> m_images;
    int m_elements = 0;
    int m_cells = 0; //!< Of tables, in this segment.
};

} // namespace hubdesk
