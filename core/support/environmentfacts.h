// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/environment.h"

#include <QJsonValue>
#include <QString>

#include <utility>
#include <vector>

namespace hubdesk {

//! A line of the environment overview: the name as the official command prints it, and text,
//! number, truth or nothing.
using EnvironmentFact = std::pair<QString, QJsonValue>;

//! Versions, paths and variables in force. Of a token only whether there is one, of an address no
//! password; paths as they are. Reads one small file.
[[nodiscard]] std::vector<EnvironmentFact> environmentFacts(const Environment &environment);

} // namespace hubdesk
