// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/request.h"

#include <QUrl>

#include <chrono>

namespace hubdesk {

//! What a person needs to let this program in from a browser (reference: files 2.6).
struct DeviceCode
{
    QString deviceCode; //!< A secret: with it the token is fetched.
    QString userCode; //!< To be typed on the page.
    QUrl page; //!< With the code in it, where the Hub offers that.
    std::chrono::seconds interval{5}; //!< Between two questions.
    std::chrono::seconds lifetime{900};

    bool operator==(const DeviceCode &) const = default;
};

//! `POST /oauth/device`. Anonymous.
struct DeviceCodeRequest
{
    using Response = DeviceCode;

    QString clientId;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! A token that the Hub gave to this program, and what renews it.
struct OAuthToken
{
    QString token;
    QString refreshToken; //!< Empty: none, or (renewing) the old one stays good.
    std::chrono::seconds lifetime{0}; //!< 0: not said

    bool operator==(const OAuthToken &) const = default;
};

//! `POST /oauth/token` with a device code or, when that is empty, with a refresh token. Anonymous,
//! asked once; how it failed: see deviceFailure().
struct OAuthTokenRequest
{
    using Response = OAuthToken;

    QString clientId;
    QString deviceCode;
    QString refreshToken;

    [[nodiscard]] RequestSpec spec() const;
    [[nodiscard]] static Result<Response> parse(const ReplyData &reply);
};

//! What an OAuthTokenRequest that failed means.
enum class DeviceFailure {
    Pending, //!< Nobody has decided yet, or the Hub could not be asked: ask again.
    SlowDown, //!< Ask again, five seconds slower from now on.
    Expired,
    Denied,
    Final, //!< Every other code: no later question helps.
};
[[nodiscard]] DeviceFailure deviceFailure(const Error &error);

} // namespace hubdesk
