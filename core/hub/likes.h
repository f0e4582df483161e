// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/hub/people.h"
#include "core/hub/repoid.h"

namespace hubdesk {

//! Something that a user likes.
struct LikedRepo
{
    QString name; //!< The id.
    QString typeName; //!< As the Hub calls it; there are types that have no page here.
    std::optional<RepoType> type; //!< Of the types that have one.
    QDateTime likedAt; //!< UTC; invalid when the Hub does not say.

    bool operator==(const LikedRepo &) const = default;

    //! `repo.name` is required.
    [[nodiscard]] static Result<LikedRepo> fromJson(const QJsonObject &object);
};

//! `GET /api/users/{name}/likes`: public likes only (reference: services 1.6). Use with Pager.
struct LikedReposRequest
{
    using Response = Page<LikedRepo>;

    QString user;

    bool operator==(const LikedReposRequest &) const = default;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! `POST` or `DELETE /api/{type}s/{id}/like`: likes a repo or takes that back. Asking twice does
//! not harm. Newer Hubs may refuse the first (reference: services 1.6).
struct LikeRequest
{
    using Response = void;

    RepoId repo;
    bool like = true; //!< False: take it back.

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<void> parse(const ReplyData &reply);
};

} // namespace hubdesk
