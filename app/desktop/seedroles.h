// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/repoid.h"
#include "core/net/request.h"

#include <QHash>

namespace hubdesk {

//! `GET /_localhub/seed`: which demo repo plays which part. Only the Local Hub has it.
struct SeedRolesRequest
{
    using Response = QHash<QString, RepoId>;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

} // namespace hubdesk
