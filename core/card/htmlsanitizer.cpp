// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/htmlsanitizer.h"

#include "core/card/htmlwriter.h"

#include <gumbo.h>

#include <memory>

namespace hubdesk {

namespace {

QByteArray elementName(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return {gumbo_normalized_tagname(element.tag)};
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return QByteArray(piece.data, static_cast<qsizetype>(piece.length)).toLower();
}

HtmlAttributes attributesOf(const GumboElement &element)
{
    HtmlAttributes attributes;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        attributes.insert(QByteArray(attribute->name), QString::fromUtf8(attribute->value));
    }
    return attributes;
}

//! One open element of the walk; the walk keeps its own stack because input may nest without end.
struct Visit
{
    const GumboVector *children;
    unsigned next = 0;
    bool opened = false; //!< The writer has an element to close.
};

void walk(const GumboNode *root, HtmlWriter &writer)
{
    std::vector<Visit> stack;
    stack.push_back({&root->v.element.children, 0, false});
    while (!stack.empty()) {
        Visit &visit = stack.back();
        if (visit.next >= visit.children->length) {
            if (visit.opened)
                writer.close();
            stack.pop_back();
            continue;
        }
        const auto *node = static_cast<const GumboNode *>(visit.children->data[visit.next++]);
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            writer.text(QString::fromUtf8(node->v.text.text));
            break;
        case GUMBO_NODE_ELEMENT: {
            if (node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
                break; // svg, math
            const auto opening =
                writer.open(elementName(node->v.element), attributesOf(node->v.element));
            if (opening != HtmlWriter::Opening::Skip)
                stack.push_back(
                    {&node->v.element.children, 0, opening == HtmlWriter::Opening::Opened});
            break;
        }
        default:
            break; // comments, templates, the document itself
        }
    }
}

} // namespace

SafeHtml sanitizedHtml(const QByteArray &html, const CardContext &context, const HtmlLimits &limits)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [&options](GumboOutput *output) {
        gumbo_destroy_output(&options, output);
    };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, html.constData(), static_cast<size_t>(html.size())),
        destroy);
    HtmlWriter writer(context, limits);
    if (output)
        walk(output->root, writer);
    return writer.finish();
}

} // namespace hubdesk
