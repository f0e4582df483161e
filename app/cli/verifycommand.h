// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/verifyrun.h"

#include <QJsonObject>

#include <optional>

namespace hubdesk {

//! `verify`: reads what lies in the cache or in a local folder and compares it with its hashes,
//! without asking the Hub. Exit code 1 when something is wrong or missing.
class VerifyCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit VerifyCommand(const CliEnvironment &environment);
    ~VerifyCommand() override;

    void start(const ParsedArguments &arguments) override;
    void interrupt(int exitCode) override;

    //! What the arguments ask for; ErrorKind::Invalid for what cannot be. \a cacheRoot: of the
    //! environment.
    [[nodiscard]] static Result<VerifyRequest> request(const ParsedArguments &arguments,
                                                       const QString &cacheRoot);

private:
    void show(const Result<VerifyReport> &report);

    std::optional<VerifyRun> m_run;
    std::optional<int> m_interruptCode;
};

//! The files that are not right, then how many of each kind, repo by repo; the last line is the
//! official one when everything is right. Pure.
[[nodiscard]] QStringList verifyLines(const VerifyReport &report);

//! `repos`, an array of `repo_id`, `repo_type`, `revision`, `verified_path`, `checked_count`,
//! `mismatches`, `missing_paths`, `unknown_paths`; and `bytes_read`. Pure.
[[nodiscard]] QJsonObject verifyJson(const VerifyReport &report);

} // namespace hubdesk
