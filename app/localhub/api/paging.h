// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/request.h"
#include "app/localhub/server/response.h"

#include <QJsonValue>

#include <functional>

namespace hubdesk::localhub {

//! Where the page that a request asks for begins.
qint64 pageBegin(const Request &request);

//! One page of `total` items as a JSON array, with the absolute link to the next one.
Response pageOf(const Request &request, qint64 total, qint64 pageSize,
                const std::function<QJsonValue(qint64)> &item);

} // namespace hubdesk::localhub
