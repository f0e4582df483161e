// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hubdesk {

//! Turns Markdown of the GitHub dialect into HTML (UTF-8 in and out). The result is NOT safe: it
//! carries the raw HTML of the text; see sanitizedCard(). Reentrant, about 1 ms per 100 kB.
[[nodiscard]] QByteArray markdownToHtml(const QByteArray &markdown);

} // namespace hubdesk
