// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace hubdesk::localhub {

Q_DECLARE_LOGGING_CATEGORY(lcLocalHub)

} // namespace hubdesk::localhub
