// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace hubdesk {

//! A date of the Hub, ISO 8601 with `Z`, any number of fraction digits; invalid when it is none.
[[nodiscard]] QDateTime hubDate(const QJsonValue &value);

//! The strings of an array; other values are left out.
[[nodiscard]] QStringList stringList(const QJsonValue &value);

} // namespace hubdesk
