// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/downloadoptions.h"
#include "app/cli/progressdisplay.h"
#include "app/cli/verifyrun.h"
#include "core/transfer/dryrun.h"
#include "core/transfer/transferengine.h"

#include <optional>

namespace hubdesk {

//! `download`: files of a repo into the cache, a folder or an archive; the last line is the path of
//! the file, the snapshot, the folder or the archive.
class DownloadCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit DownloadCommand(const CliEnvironment &environment);
    ~DownloadCommand() override;

    void start(const ParsedArguments &arguments) override;
    //! Pauses: partial files stay for the next run.
    void interrupt(int exitCode) override;

private:
    [[nodiscard]] bool answersAtOnce();
    [[nodiscard]] QString cachedAnswer() const;
    [[nodiscard]] ProgressDisplay::Mode progressMode() const;
    void run();
    void runDry();
    void takeDryRun(const Result<DryRunPlan> &plan);
    void talkSummary(const Transfer &transfer);
    void verify(const Transfer &transfer);
    void takeVerification(const Result<VerifyReport> &report, const QString &path);
    void takeState(TransferId id, TransferState state);
    void takeFailure(const Error &error, bool isPlanned);
    void warnFromCache();
    void succeed(const QString &path);

    DownloadOptions m_options;
    QString m_cacheRoot;
    std::optional<ProgressDisplay> m_progress;
    QElapsedTimer m_elapsed;
    std::unique_ptr<DryRun> m_dryRun;
    std::optional<VerifyRun> m_verifyRun;
    std::unique_ptr<TransferEngine> m_engine;
    TransferId m_transfer = 0;
    std::optional<int> m_interruptCode;
};

} // namespace hubdesk
