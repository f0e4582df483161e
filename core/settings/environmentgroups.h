// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace hubdesk {

class ProxyScript;

//! Tuning of the Xet engine of the official client. Read so that an overview can show what is set;
//! nothing follows from it: Hubdesk transfers over plain HTTP and has no chunk or shard cache.
struct XetVariables
{
    bool highPerformance = false; //!< HF_XET_HIGH_PERFORMANCE
    qint64 chunkCacheSize = 0; //!< bytes, HF_XET_CHUNK_CACHE_SIZE_BYTES; 0: no chunk cache
    std::optional<qint64> shardCacheSizeLimit; //!< bytes, HF_XET_SHARD_CACHE_SIZE_LIMIT
    int concurrentRangeGets = 16; //!< HF_XET_NUM_CONCURRENT_RANGE_GETS
    bool sequentialWrites = false; //!< HF_XET_RECONSTRUCT_WRITE_SEQUENTIALLY

    bool operator==(const XetVariables &) const = default;
};

//! Key-less sign-in of build machines (reference: files 2.8). Read only: it is made for jobs of a
//! CI service, where no desktop client runs, so nothing asks for a token this way. \a idToken and
//! \a requestToken are secrets: never show or log them.
struct OidcVariables
{
    QString resource; //!< HF_OIDC_RESOURCE; empty: no exchange is wanted
    QString idToken; //!< HF_OIDC_ID_TOKEN, cleaned like every token
    bool githubActions = false; //!< GITHUB_ACTIONS
    QUrl requestUrl; //!< ACTIONS_ID_TOKEN_REQUEST_URL
    QString requestToken; //!< ACTIONS_ID_TOKEN_REQUEST_TOKEN, cleaned

    bool operator==(const OidcVariables &) const = default;
};

//! What the Hub sets inside a running Space. Read only: they serve helpers of web servers there.
//! \a oauthClientSecret and \a webhookSecret are secrets: never show or log them.
struct SpaceVariables
{
    QString spaceId; //!< SPACE_ID
    QString spaceHost; //!< SPACE_HOST
    QString oauthClientId; //!< OAUTH_CLIENT_ID
    QString oauthClientSecret; //!< OAUTH_CLIENT_SECRET
    QString oauthScopes; //!< OAUTH_SCOPES, separated by spaces
    QString openIdProviderUrl; //!< OPENID_PROVIDER_URL
    QString webhookSecret; //!< WEBHOOK_SECRET

    bool operator==(const SpaceVariables &) const = default;
};

//! The proxies as the environment writes them; what they mean is in core/net/proxyrules.h. May
//! carry a password: never show or log them.
struct ProxyVariables
{
    QString http; //!< http_proxy, HTTP_PROXY
    QString https; //!< https_proxy, HTTPS_PROXY
    QString all; //!< all_proxy, ALL_PROXY: for schemes without one of their own
    QString none; //!< no_proxy, NO_PROXY
    //! Decides instead of the first three, see core/net/proxyscript.h; from the settings only.
    std::shared_ptr<ProxyScript> script;

    bool operator==(const ProxyVariables &) const = default;
};

} // namespace hubdesk
