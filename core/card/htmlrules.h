// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hubdesk {

//! What happens to an HTML element of a card.
enum class HtmlRule {
    Drop, //!< With everything in it: script, style, forms' fields, embedded content.
    Unwrap, //!< The element goes, its content stays: everything unknown.
    Keep,
    Void, //!< Kept, has no content: br, hr.
    Image,
    Link,
    Heading,
    Table,
    Row,
    Cell,
    List,
    Item,
    Code, //!< pre
    Details,
    Summary,
    Checkbox, //!< input; only type=checkbox leaves a mark.
};

//! A rule and the tag that is written: `del` becomes `s`, `kbd` becomes `code`.
struct HtmlElement
{
    HtmlRule rule = HtmlRule::Unwrap;
    const char *tag = "";
    bool block = false;
};

//! The allow-list. \a name in lower case. Unknown names are Unwrap. Reentrant.
[[nodiscard]] HtmlElement htmlElement(const QByteArray &name);

} // namespace hubdesk
