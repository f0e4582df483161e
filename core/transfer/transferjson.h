// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/transfer.h"

#include <QJsonObject>

namespace hubdesk {

//! A transfer as the journal keeps it: what is needed to show it and to go on. Never a token or an
//! address.
[[nodiscard]] QJsonObject transferToJson(const Transfer &transfer);

//! ErrorKind::Protocol when \a object is not one of ours, or of a newer program. What was active
//! comes back Queued.
[[nodiscard]] Result<Transfer> transferFromJson(const QJsonObject &object);

} // namespace hubdesk
