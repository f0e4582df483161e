// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace hubdesk {

//! \a bytes as Python reads a text file: UTF-8, every line ending as `\n`; none when it is not
//! UTF-8.
[[nodiscard]] std::optional<QString> pythonTextRead(const QByteArray &bytes);

//! \a text in the form that Python's repr() prints a string in.
[[nodiscard]] QString pythonRepr(const QString &text);

//! `{'<key>': {'<value>', ...}, ...}`: a Python dict of sets of strings, keys and values sorted.
[[nodiscard]] QString pythonRepr(const std::map<QString, QStringList> &sets);

//! The order that Python sorts strings in: by code point, not by UTF-16 unit.
[[nodiscard]] bool lessByCodePoint(QStringView left, QStringView right);

//! Length as Python counts it: code points.
[[nodiscard]] qsizetype codePointCount(QStringView text);

} // namespace hubdesk
