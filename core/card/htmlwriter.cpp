// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/htmlwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qsizetype kTextChunk = 8'000; // characters
constexpr int kMaxImageSide = 4096;

QByteArray escaped(QStringView text)
{
    return text.toString().toHtmlEscaped().toUtf8();
}

QByteArray attribute(const char *name, const QString &value)
{
    return " "_ba + name + "=\"" + escaped(value) + '"';
}

//! A plain number from 1 to \a max, else nothing: no percentages, no units, no signs.
QByteArray numberAttribute(const char *name, const HtmlAttributes &attributes, int max)
{
    bool ok = false;
    QString value = attributes.value(name);
    if (value.endsWith("px"_L1))
        value.chop(2);
    const int number = value.toInt(&ok);
    return ok && number >= 1 && number <= max ? attribute(name, QString::number(number))
                                              : QByteArray();
}

QByteArray alignAttribute(const HtmlAttributes &attributes)
{
    QString align = attributes.value("align").toLower();
    // Markdown tables come with style="text-align: ..." in some cards; md4c writes align.
    if (align.isEmpty() && attributes.value("style").contains("text-align"_L1)) {
        const QString style = attributes.value("style");
        for (const QString &candidate : {u"center"_s, u"right"_s, u"left"_s}) {
            if (style.contains(candidate)) {
                align = candidate;
                break;
            }
        }
    }
    const bool known =
        align == "left"_L1 || align == "right"_L1 || align == "center"_L1 || align == "justify"_L1;
    return known ? attribute("align", align) : QByteArray();
}

QByteArray noteText(const char *text)
{
    return "<p class=\"note\"><i>" + escaped(QCoreApplication::translate("hubdesk::Card", text))
        + "</i></p>";
}

} // namespace

HtmlWriter::HtmlWriter(CardContext context, const HtmlLimits &limits)
    : m_context(std::move(context)),
      m_limits(limits)
{ }

bool HtmlWriter::inside(HtmlRule rule) const
{
    return std::ranges::any_of(m_stack, [rule](const Frame &frame) { return frame.rule == rule; });
}

int HtmlWriter::depthOf(HtmlRule rule) const
{
    return static_cast<int>(
        std::ranges::count_if(m_stack, [rule](const Frame &f) { return f.rule == rule; }));
}

HtmlWriter::Frame *HtmlWriter::enclosing(HtmlRule rule)
{
    const auto found = std::ranges::find_if(m_stack.rbegin(), m_stack.rend(),
                                            [rule](const Frame &f) { return f.rule == rule; });
    return found == m_stack.rend() ? nullptr : &*found;
}

bool HtmlWriter::count(HtmlRule container, int limit, int amount)
{
    Frame *frame = enclosing(container);
    if (!frame)
        return true;
    frame->count += amount;
    if (frame->count <= limit)
        return true;
    frame->full = true;
    m_result.shortened = true;
    return false;
}

// Inside a table or a list a cut would show: rows and numbers would start again.
bool HtmlWriter::canCut() const
{
    return !inside(HtmlRule::Table) && !inside(HtmlRule::List) && !inside(HtmlRule::Heading);
}

// Between two rows, when the table is in nothing but plain blocks.
bool HtmlWriter::canCutTable() const
{
    return depthOf(HtmlRule::Table) == 1 && !inside(HtmlRule::Row) && !inside(HtmlRule::List);
}

void HtmlWriter::cut()
{
    if (!m_hasContent)
        return;
    m_cells = 0;
    for (const Frame &frame : std::views::reverse(m_stack))
        m_segment += frame.after;
    m_result.segments.append(QString::fromUtf8(m_segment));
    m_segment.clear();
    m_hasContent = false;
    for (const Frame &frame : m_stack)
        m_segment += frame.before;
}

void HtmlWriter::write(const QByteArray &html)
{
    m_segment += html;
    m_hasContent = true;
}

HtmlWriter::Opening HtmlWriter::push(HtmlRule rule, const QByteArray &before,
                                     const QByteArray &after)
{
    m_segment += before;
    Frame frame;
    frame.rule = rule;
    frame.before = before;
    frame.after = after;
    m_stack.push_back(std::move(frame));
    return Opening::Opened;
}

HtmlWriter::Opening HtmlWriter::open(const QByteArray &name, const HtmlAttributes &attributes)
{
    const HtmlElement element = htmlElement(name);
    const QByteArray tag(element.tag);
    if (element.rule == HtmlRule::Drop)
        return Opening::Skip;
    if (++m_elements > m_limits.maxElements) {
        m_result.shortened = true;
        return Opening::Skip;
    }
    if (element.rule == HtmlRule::Unwrap)
        return Opening::Unwrapped;
    const bool deep = static_cast<int>(m_stack.size()) >= m_limits.maxDepth;

    if (element.block && canCut()
        && m_segment.size()
            > (inside(HtmlRule::Keep) ? m_limits.hardSegmentBytes : m_limits.segmentBytes))
        cut();

    switch (element.rule) {
    case HtmlRule::Void:
        write('<' + tag + "/>");
        return Opening::Skip;
    case HtmlRule::Image:
        image(attributes);
        return Opening::Skip;
    case HtmlRule::Checkbox:
        if (attributes.value("type").toLower() == "checkbox"_L1)
            write(escaped(attributes.contains("checked") ? u"\u2611 "_s : u"\u2610 "_s));
        return Opening::Skip;
    case HtmlRule::Row:
        if (!count(HtmlRule::Table, m_limits.maxRows))
            return Opening::Skip;
        if (m_cells >= m_limits.maxCells && canCutTable())
            cut();
        break;
    case HtmlRule::Item:
        if (!count(HtmlRule::List, m_limits.maxItems))
            return Opening::Skip;
        break;
    default:
        break;
    }
    if (deep)
        return Opening::Unwrapped;

    switch (element.rule) {
    case HtmlRule::Link: {
        const QString link = safeLink(attributes.value("href"), m_context);
        if (link.isEmpty() || inside(HtmlRule::Link))
            return Opening::Unwrapped;
        return push(element.rule, "<a" + attribute("href", link) + '>', "</a>");
    }
    case HtmlRule::Heading: {
        const auto opening =
            push(element.rule, '<' + tag + alignAttribute(attributes) + '>', "</" + tag + '>');
        m_stack.back().headingStart = m_segment.size();
        m_headingText.clear();
        return opening;
    }
    case HtmlRule::Table:
        if (depthOf(HtmlRule::Table) >= m_limits.maxTableDepth)
            return Opening::Unwrapped;
        return push(element.rule,
                    "<table class=\"grid\" border=\"1\" cellspacing=\"0\" cellpadding=\"5\">",
                    "</table>");
    case HtmlRule::Row:
    case HtmlRule::Cell:
        if (!inside(HtmlRule::Table))
            return Opening::Unwrapped;
        if (element.rule == HtmlRule::Cell)
            ++m_cells;
        return push(element.rule,
                    '<' + tag + alignAttribute(attributes)
                        + numberAttribute("colspan", attributes, 50)
                        + numberAttribute("rowspan", attributes, 50) + '>',
                    "</" + tag + '>');
    case HtmlRule::List:
        return push(
            element.rule,
            '<' + tag + (tag == "ol" ? numberAttribute("start", attributes, 100'000) : ""_ba) + '>',
            "</" + tag + '>');
    case HtmlRule::Item:
        return inside(HtmlRule::List) ? push(element.rule, "<li>", "</li>") : Opening::Unwrapped;
    case HtmlRule::Code:
        // A cell gives the block its padding and background in a text document.
        return push(element.rule,
                    "<table class=\"code\" width=\"100%\" cellspacing=\"0\" cellpadding=\"8\"><tr>"
                    "<td><pre>",
                    "</pre></td></tr></table>");
    case HtmlRule::Summary:
        return push(element.rule, "<p><b>", "</b></p>");
    default:
        return push(element.rule,
                    '<' + tag + (element.block ? alignAttribute(attributes) : QByteArray()) + '>',
                    "</" + tag + '>');
    }
}

void HtmlWriter::close()
{
    Frame frame = std::move(m_stack.back());
    m_stack.pop_back();
    if (frame.headingStart >= 0) {
        const QByteArray slug = uniqueSlug(m_headingText);
        if (!slug.isEmpty())
            m_segment.insert(frame.headingStart, "<a name=\"" + slug + "\"></a>");
    }
    if (frame.rule == HtmlRule::Code) {
        while (m_segment.endsWith('\n') || m_segment.endsWith("\n</code>"))
            m_segment.remove(m_segment.lastIndexOf('\n'), 1);
    }
    m_segment += frame.after;
    if (frame.full && frame.rule == HtmlRule::Table)
        write(noteText(QT_TRANSLATE_NOOP("hubdesk::Card",
                                         "The table goes on. Open the file to see all of it.")));
    else if (frame.full && frame.rule == HtmlRule::List)
        write(noteText(QT_TRANSLATE_NOOP("hubdesk::Card",
                                         "The list goes on. Open the file to see all of it.")));
    else if (frame.full && frame.rule == HtmlRule::Code)
        write(noteText(QT_TRANSLATE_NOOP("hubdesk::Card",
                                         "The code goes on. Open the file to see all of it.")));
}

void HtmlWriter::text(const QString &text)
{
    QString kept = text;
    kept.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    if (const Frame *row = enclosing(HtmlRule::Table); row && !inside(HtmlRule::Cell)) {
        if (kept.trimmed().isEmpty())
            return;
    }
    if (inside(HtmlRule::Code)) {
        Frame *code = enclosing(HtmlRule::Code);
        const int room = m_limits.maxCodeLines - code->count;
        const auto lines = static_cast<int>(kept.count(u'\n'));
        if (lines > room) {
            qsizetype end = 0;
            for (int i = 0; i < room; ++i)
                end = kept.indexOf(u'\n', end) + 1;
            kept.truncate(end);
        }
        if (!count(HtmlRule::Code, m_limits.maxCodeLines, lines) && kept.isEmpty())
            return;
    }
    if (!m_stack.empty() && inside(HtmlRule::Heading))
        m_headingText += kept;
    for (qsizetype from = 0; from < kept.size(); from += kTextChunk) {
        if (m_segment.size() > m_limits.hardSegmentBytes && canCut())
            cut();
        const QStringView piece =
            QStringView(kept).sliced(from).first(qMin(kTextChunk, kept.size() - from));
        m_segment += escaped(piece);
        m_hasContent = m_hasContent || !piece.trimmed().isEmpty();
    }
}

void HtmlWriter::image(const HtmlAttributes &attributes)
{
    const QUrl url = safeImage(attributes.value("src"), m_context);
    const QString alternative = attributes.value("alt").trimmed();
    if (url.isEmpty()) {
        if (!alternative.isEmpty())
            write(escaped(u'[' + alternative + u']'));
        return;
    }
    if (!m_images.contains(url)) {
        m_images.insert(url);
        m_result.images.append(url);
    }
    write("<img" + attribute("src", url.toString(QUrl::FullyEncoded))
          + (alternative.isEmpty() ? QByteArray() : attribute("alt", alternative))
          + numberAttribute("width", attributes, kMaxImageSide)
          + numberAttribute("height", attributes, kMaxImageSide) + "/>");
}

// GitHub's rule: lower case, spaces to dashes, punctuation away, repeated ones numbered.
QByteArray HtmlWriter::uniqueSlug(const QString &heading)
{
    QString slug;
    const QString lower = heading.trimmed().toLower();
    for (const QChar c : lower) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            slug += c;
        else if (c.isSpace())
            slug += u'-';
    }
    slug.truncate(200);
    QByteArray name = slug.toUtf8();
    if (name.isEmpty())
        return name;
    const int earlier = m_slugs[name]++;
    return earlier == 0 ? name : name + '-' + QByteArray::number(earlier);
}

SafeHtml HtmlWriter::finish()
{
    while (!m_stack.empty())
        close();
    if (m_hasContent)
        m_result.segments.append(QString::fromUtf8(m_segment));
    m_segment.clear();
    return std::move(m_result);
}

} // namespace hubdesk
