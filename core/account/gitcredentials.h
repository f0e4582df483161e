// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <functional>

class QProcess;

namespace hubdesk {

//! The credential helpers of the installed git (reference: files 2.5). Runs git, never waits for
//! it; the token goes to its standard input, never into its arguments. Lives on one thread with an
//! event loop. Callbacks come from there, in the order of the calls, and not after the object's
//! end.
class GitCredentials : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GitCredentials)

public:
    using Helpers = std::function<void(const QStringList &)>;
    using Done = std::function<void(const Result<void> &)>;

    explicit GitCredentials(
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
        QObject *parent = nullptr);
    ~GitCredentials() override;

    //! The names of the configured helpers, sorted; empty when there is none, or no git.
    void findHelpers(Helpers found);
    //! `git credential approve`: the helpers keep \a token for \a endpoint under `hf_user`.
    void approve(const QUrl &endpoint, const QString &token, Done done);
    //! `git credential reject`: they forget it.
    void reject(const QUrl &endpoint, Done done);

private:
    void run(const QStringList &arguments, const QByteArray &input,
             std::function<void(const Result<QByteArray> &)> done);

    QProcessEnvironment m_environment;
};

//! The helpers that \a config, what `git config --list` prints, names; sorted, each once.
[[nodiscard]] QStringList credentialHelpers(const QString &config);

} // namespace hubdesk
