// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/markdown.h"

#include <md4c-html.h>

namespace hubdesk {

QByteArray markdownToHtml(const QByteArray &markdown)
{
    QByteArray html;
    html.reserve(markdown.size() + markdown.size() / 2);
    const auto append = [](const MD_CHAR *text, MD_SIZE size, void *out) {
        static_cast<QByteArray *>(out)->append(text, static_cast<qsizetype>(size));
    };
    md_html(markdown.constData(), static_cast<MD_SIZE>(markdown.size()), append, &html,
            MD_DIALECT_GITHUB, MD_HTML_FLAG_SKIP_UTF8_BOM);
    return html;
}

} // namespace hubdesk
