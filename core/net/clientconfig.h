// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/tokenrules.h"
#include "core/settings/environmentgroups.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace hubdesk {

class FlightRecorder;

//! Everything a HubClient must know before its first request. A value; copying it to another thread
//! gives that thread a client of its own.
struct ClientConfig
{
    QUrl endpoint; //!< `https://huggingface.co` or another Hub, without trailing slash.
    QString token; //!< Empty: anonymous. Only ever sent to the endpoint's origin.
    //! Tokens that win over \a token for the repos that they name; the first that fits counts.
    //! They, too, are only ever sent to the endpoint's origin.
    std::vector<TokenRule> tokenRules;
    QByteArray userAgent; //!< See defaultUserAgent().
    QString caFile; //!< PEM file with additional certificate authorities; empty: the system's only.
    ProxyVariables proxies; //!< Unset: the system's proxies.
    bool offline = false; //!< No socket is opened; every call fails with ErrorKind::Offline.
    std::chrono::milliseconds metadataTimeout = std::chrono::seconds(10); //!< HF_HUB_ETAG_TIMEOUT
    std::chrono::milliseconds downloadTimeout =
        std::chrono::seconds(10); //!< HF_HUB_DOWNLOAD_TIMEOUT

    std::chrono::milliseconds retryDelay =
        std::chrono::seconds(1); //!< First wait; doubles each time.
    std::shared_ptr<FlightRecorder> recorder; //!< Hears of every request; null: nobody does.

    bool operator==(const ClientConfig &) const = default;
    //! The token for a request to \a target; empty: none, which is so for every other origin than
    //! the endpoint's.
    [[nodiscard]] QString tokenFor(const QUrl &target) const;
    //! Nobody is signed in.
    void forgetTokens();
};

//! `hubdesk/<version>; hf_hub/0.27.1; os/<name>`: the grammar of reference files 1.3, without
//! Python and without telemetry.
[[nodiscard]] QByteArray defaultUserAgent();

} // namespace hubdesk
