// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QString>

#include <utility>
#include <vector>

namespace hubdesk {

//! One `[name]` of an INI file as Python's configparser sees it: keys in lower case, in the order
//! of the file, with what the section DEFAULT gives to all.
struct ConfigSection
{
    QString name;
    std::vector<std::pair<QString, QString>> values;

    bool operator==(const ConfigSection &) const = default;
    [[nodiscard]] QString value(const QString &key) const; //!< Empty when there is none.
    void setValue(const QString &key, const QString &value);
};

//! Reads what Python's `configparser.ConfigParser(interpolation=None)` reads (reference:
//! files 2.3):
//! `=` and `:`, full-line comments with `#` and `;`, values that go on in indented lines, DEFAULT.
//! ErrorKind::Protocol with the line's number where Python refuses the whole file. Pure.
[[nodiscard]] Result<std::vector<ConfigSection>> parseConfig(const QString &text);

//! The text that Python writes for \a sections: sorted by name (code points), `key = value`, a
//! blank line after each. Line breaks in values become continued lines.
[[nodiscard]] QString configText(std::vector<ConfigSection> sections);

} // namespace hubdesk
