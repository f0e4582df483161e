// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/verifylisting.h"
#include "app/cli/verifyrun.h"

#include <QJsonObject>

#include <optional>

namespace hubdesk {

//! `verify`: reads what lies in the cache or in a local folder and compares it with its hashes.
//! Exit code 1 when something is wrong or missing. The Hub is only asked with
//! `--fail-on-missing-files` or `--fail-on-extra-files`: which files one revision of one repo has.
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
    void take(const Result<VerifyReport> &report);
    void compare(const QStringList &onTheHub);
    void show();

    std::optional<VerifyRun> m_run;
    std::optional<int> m_interruptCode;
    ClientConfig m_client;
    bool m_failOnMissing = false;
    bool m_failOnExtra = false;
    VerifyRequest m_request;
    VerifyReport m_report;
    std::unique_ptr<VerifyListing> m_listing;
    std::optional<ListingDifference> m_difference; // what counts of it
};

//! The files that are not right, then how many of each kind, repo by repo; the last line is the
//! official one when everything is right. \a difference: what the Hub has or lacks, as far as it is
//! a failure. Pure.
[[nodiscard]] QStringList verifyLines(const VerifyReport &report,
                                      const ListingDifference &difference = {});

//! `repos`, an array of `repo_id`, `repo_type`, `revision`, `verified_path`, `checked_count`,
//! `mismatches`, `missing_paths`, `unknown_paths` and, where the Hub was asked, `extra_paths`; and
//! `bytes_read`. Pure.
[[nodiscard]] QJsonObject verifyJson(const VerifyReport &report,
                                     const std::optional<ListingDifference> &difference = {});

} // namespace hubdesk
