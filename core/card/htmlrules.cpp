// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/htmlrules.h"

#include <array>

namespace hubdesk {

namespace {

struct Entry
{
    const char *name;
    HtmlElement element;
};

using enum HtmlRule;

// clang-format off
constexpr auto kElements = std::to_array<Entry>({
    {"p", {Keep, "p", true}}, {"div", {Keep, "div", true}}, {"center", {Keep, "center", true}},
    {"section", {Keep, "div", true}}, {"article", {Keep, "div", true}}, {"figure", {Keep, "div", true}},
    {"figcaption", {Keep, "p", true}}, {"blockquote", {Keep, "blockquote", true}},
    {"dl", {Keep, "dl", true}}, {"dt", {Keep, "dt", true}}, {"dd", {Keep, "dd", true}},
    {"strong", {Keep, "b"}}, {"b", {Keep, "b"}}, {"em", {Keep, "i"}}, {"i", {Keep, "i"}},
    {"cite", {Keep, "i"}}, {"var", {Keep, "i"}}, {"dfn", {Keep, "i"}}, {"u", {Keep, "u"}},
    {"ins", {Keep, "u"}}, {"s", {Keep, "s"}}, {"del", {Keep, "s"}}, {"strike", {Keep, "s"}},
    {"sub", {Keep, "sub"}}, {"sup", {Keep, "sup"}}, {"small", {Keep, "small"}}, {"big", {Keep, "big"}},
    {"code", {Keep, "code"}}, {"kbd", {Keep, "code"}}, {"samp", {Keep, "code"}}, {"tt", {Keep, "code"}},
    {"br", {Void, "br"}}, {"hr", {Void, "hr", true}},
    {"h1", {Heading, "h1", true}}, {"h2", {Heading, "h2", true}}, {"h3", {Heading, "h3", true}},
    {"h4", {Heading, "h4", true}}, {"h5", {Heading, "h5", true}}, {"h6", {Heading, "h6", true}},
    {"a", {Link, "a"}}, {"img", {Image, "img"}}, {"input", {Checkbox, ""}},
    {"ul", {List, "ul", true}}, {"ol", {List, "ol", true}}, {"menu", {List, "ul", true}},
    {"li", {Item, "li", true}},
    {"table", {Table, "table", true}}, {"tr", {Row, "tr", true}},
    {"td", {Cell, "td", true}}, {"th", {Cell, "th", true}},
    {"thead", {Keep, "thead", true}}, {"tbody", {Keep, "tbody", true}}, {"tfoot", {Keep, "tfoot", true}},
    {"pre", {Code, "pre", true}},
    {"details", {Details, "div", true}}, {"summary", {Summary, "p", true}},
    {"script", {Drop, ""}}, {"style", {Drop, ""}}, {"iframe", {Drop, ""}}, {"object", {Drop, ""}},
    {"embed", {Drop, ""}}, {"applet", {Drop, ""}}, {"noscript", {Drop, ""}}, {"noembed", {Drop, ""}},
    {"noframes", {Drop, ""}}, {"template", {Drop, ""}}, {"head", {Drop, ""}}, {"title", {Drop, ""}},
    {"meta", {Drop, ""}}, {"link", {Drop, ""}}, {"base", {Drop, ""}}, {"svg", {Drop, ""}},
    {"math", {Drop, ""}}, {"canvas", {Drop, ""}}, {"select", {Drop, ""}}, {"textarea", {Drop, ""}},
    {"button", {Drop, ""}}, {"frame", {Drop, ""}}, {"frameset", {Drop, ""}}, {"xmp", {Drop, ""}},
    {"plaintext", {Drop, ""}}, {"param", {Drop, ""}}, {"source", {Drop, ""}}, {"track", {Drop, ""}},
});
// clang-format on

} // namespace

HtmlElement htmlElement(const QByteArray &name)
{
    for (const Entry &entry : kElements) {
        if (name == entry.name)
            return entry.element;
    }
    return {};
}

} // namespace hubdesk
