// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/personcontroller.h"

namespace hubdesk {

//! "Models", "Followers", ...: translated.
[[nodiscard]] QString personTabTitle(PersonTab tab);
//! Begins the names of the tab's widgets: "personModels", "personFollowers", ...
[[nodiscard]] QString personTabName(PersonTab tab);
//! One of the set.
[[nodiscard]] QString personTabIcon(PersonTab tab);
//! What the tab says when there is nothing in it; \a name: whose page it is.
[[nodiscard]] QString emptyPersonTabText(PersonTab tab, const QString &name);

} // namespace hubdesk
