// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/environmentgroups.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace hubdesk {

//! The Hugging Face environment variables (reference: files 4.10, deprecated names included), read
//! once from a given environment. A value: tests make their own, nothing reads the process
//! environment behind its back.
//!
//! Not here: TQDM_POSITION, EAGER_IMPORT and GIT_LFS_PROGRESS, which steer the inside of a Python
//! process and have no meaning outside of one.
class Environment
{
public:
    explicit Environment(
        const QProcessEnvironment &variables = QProcessEnvironment::systemEnvironment());

    //! `1`, `ON`, `YES`, `TRUE` in any case.
    [[nodiscard]] static bool isTrue(const QString &value);

    [[nodiscard]] QUrl
    endpoint() const; //!< HF_ENDPOINT, HUGGINGFACE_CO_STAGING; no trailing slash.
    [[nodiscard]] QString
    home() const; //!< HF_HOME, else XDG_CACHE_HOME/huggingface, else ~/.cache/huggingface
    [[nodiscard]] QString
    hubCache() const; //!< HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, else home()/hub
    [[nodiscard]] QString assetsCache() const; //!< HF_ASSETS_CACHE, HUGGINGFACE_ASSETS_CACHE
    [[nodiscard]] QString tokenPath() const; //!< HF_TOKEN_PATH, else home()/token
    [[nodiscard]] QString storedTokensPath() const; //!< Beside tokenPath().
    //! HF_TOKEN, then HUGGING_FACE_HUB_TOKEN, cleaned; empty: none.
    [[nodiscard]] QString token() const;
    [[nodiscard]] bool
    offline() const; //!< HF_HUB_OFFLINE, then TRANSFORMERS_OFFLINE: first non-empty wins.
    [[nodiscard]] bool implicitTokenDisabled() const; //!< HF_HUB_DISABLE_IMPLICIT_TOKEN
    [[nodiscard]] int etagTimeout() const; //!< seconds, HF_HUB_ETAG_TIMEOUT, default 10
    [[nodiscard]] int downloadTimeout() const; //!< seconds, HF_HUB_DOWNLOAD_TIMEOUT, default 10
    [[nodiscard]] bool symlinksDisabled() const; //!< HF_HUB_DISABLE_SYMLINKS
    [[nodiscard]] bool symlinksWarningDisabled() const; //!< HF_HUB_DISABLE_SYMLINKS_WARNING
    [[nodiscard]] bool
    telemetryDisabled() const; //!< HF_HUB_DISABLE_TELEMETRY, DISABLE_TELEMETRY, DO_NOT_TRACK
    [[nodiscard]] std::optional<bool>
    progressBarsDisabled() const; //!< HF_HUB_DISABLE_PROGRESS_BARS
    [[nodiscard]] bool experimentalWarningDisabled() const; //!< HF_HUB_DISABLE_EXPERIMENTAL_WARNING
    //! HF_HUB_VERBOSITY in lower case, empty when unset; see core/log/verbosity.h.
    [[nodiscard]] QString verbosity() const;
    [[nodiscard]] QString inferenceEndpoint() const; //!< HF_INFERENCE_ENDPOINT
    [[nodiscard]] bool debug() const; //!< HF_DEBUG
    [[nodiscard]] bool
    xetDisabled() const; //!< HF_HUB_DISABLE_XET; Hubdesk transfers over HTTP anyway.
    [[nodiscard]] QString xetCache() const; //!< HF_XET_CACHE, else home()/xet
    [[nodiscard]] XetVariables xet() const;
    [[nodiscard]] OidcVariables oidc() const;
    [[nodiscard]] SpaceVariables space() const;
    //! The lower-case name wins, even when it is set to nothing, as for the official client.
    [[nodiscard]] ProxyVariables proxies() const;
    //! VERTEX_PRODUCT is `COLAB_ENTERPRISE`. Nothing follows: Hubdesk asks no notebook for secrets.
    [[nodiscard]] bool isColabEnterprise() const;
    [[nodiscard]] bool updateCheckDisabled() const; //!< HF_HUB_DISABLE_UPDATE_CHECK
    //! HF_HUB_ENABLE_HF_TRANSFER and HF_HUB_LOCAL_DIR_AUTO_SYMLINK_THRESHOLD: deprecated, without
    //! effect here as in today's official client; named so that the overview can say so.
    [[nodiscard]] QStringList deprecatedVariables() const;
    [[nodiscard]] bool hfTransferEnabled() const; //!< HF_HUB_ENABLE_HF_TRANSFER
    //! bytes, HF_HUB_LOCAL_DIR_AUTO_SYMLINK_THRESHOLD, default 5 MiB
    [[nodiscard]] qint64 autoSymlinkThreshold() const;
    [[nodiscard]] QString userAgentOrigin() const; //!< HF_HUB_USER_AGENT_ORIGIN
    [[nodiscard]] QString deviceCodeClientId() const; //!< HF_DEVICE_CODE_OAUTH_CLIENT_ID
    [[nodiscard]] QString caFile() const; //!< REQUESTS_CA_BUNDLE, then SSL_CERT_FILE
    [[nodiscard]] bool noColor() const; //!< NO_COLOR

    //! The first of \a names that is set to a non-empty text; empty when none is.
    [[nodiscard]] QString decidingVariable(const QStringList &names) const;
    [[nodiscard]] QString value(const QString &name) const { return m_variables.value(name); }
    //! Of everything that is set, in no order.
    [[nodiscard]] QStringList names() const { return m_variables.keys(); }
    [[nodiscard]] bool contains(const QString &name) const { return m_variables.contains(name); }

    //! Removes CR, LF and surrounding white space, as the official client cleans tokens.
    [[nodiscard]] static QString cleanToken(QString token);

private:
    [[nodiscard]] QString expanded(const QString &path) const;
    [[nodiscard]] QString firstSet(const QStringList &names) const;
    [[nodiscard]] int seconds(const QString &name) const;
    [[nodiscard]] qint64 number(const QString &name, qint64 standard) const;
    [[nodiscard]] QString proxy(const QString &lowerCaseName) const;

    QProcessEnvironment m_variables;
};

} // namespace hubdesk
