// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/error.h"

#include <QJsonObject>
#include <QString>

namespace hubdesk {

//! A card file taken apart: the YAML header without its `---` lines, and the Markdown below.
struct CardSource
{
    QString frontMatter; //!< Empty when there is none.
    QString body;

    bool operator==(const CardSource &) const = default;
};

//! Splits \a text as the Hub does: the header begins with `---` on the first line that is not blank
//! and ends with the next line that is `---`. Without an end there is no header. Reentrant.
[[nodiscard]] CardSource splitFrontMatter(const QString &text);

//! Reads a YAML header. Scalars stay text (`1.10` is not 1.1), nulls are null, keys that are no
//! scalars are left out. Never throws. ErrorKind::Invalid for a header above 1 MB, for broken YAML
//! (with the line), and when the expanded document has more than 20,000 nodes or 32 levels: aliases
//! can make a small text huge. Slow for large headers: run it in a worker. Reentrant.
[[nodiscard]] Result<QJsonObject> parseFrontMatter(const QString &yaml);

} // namespace hubdesk
