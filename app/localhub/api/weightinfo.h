// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/bodysource.h"

#include <QJsonObject>

namespace hubdesk::localhub {

//! Adds the parameter counts of a safetensors file to `counts`, by data type.
void countSafetensors(BodySource &file, QJsonObject &counts);
//! What the Hub shows of a GGUF file: architecture, context length, template, number of weights.
QJsonObject describeGguf(BodySource &file, qint64 totalFileSize);

} // namespace hubdesk::localhub
