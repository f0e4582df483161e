// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/seed/modelspec.h"

#include <QByteArray>

namespace hubdesk::localhub {

//! The README of a model: front matter, introduction, results, example, limits.
QByteArray modelCard(const ModelSpec &spec, bool withPicture);

//! A `key:` line or block of front matter; nothing for an empty list.
QString yamlList(const QString &key, const QStringList &values);

} // namespace hubdesk::localhub
