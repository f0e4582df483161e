// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <functional>

namespace hubdesk::localhub {

//! Tells the time; tests have one of their own.
using Clock = std::function<QDateTime()>;

} // namespace hubdesk::localhub
