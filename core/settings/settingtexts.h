// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QString>

namespace hubdesk {

//! What a setting is called where it stands among others, e.g. "Network: endpoint".
[[nodiscard]] QString settingLabel(SettingKey key);

//! \a value of a setting for people: "on", "none", the text itself. User names and passwords of
//! addresses are left out.
[[nodiscard]] QString settingValueText(SettingKey key, const QVariant &value);

} // namespace hubdesk
