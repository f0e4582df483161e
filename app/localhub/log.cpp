// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/log.h"

namespace hubdesk::localhub {

Q_LOGGING_CATEGORY(lcLocalHub, "app.localhub")

} // namespace hubdesk::localhub
