// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/cache/cachescan.h"

#include <QElapsedTimer>
#include <QFutureWatcher>

#include <atomic>

namespace hubdesk {

//! `scan-cache`: what is in the cache, as a table or as JSON.
class ScanCacheCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScanCacheCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit ScanCacheCommand(const CliEnvironment &environment);
    ~ScanCacheCommand() override;

    void start(const ParsedArguments &arguments) override;
    void interrupt(int exitCode) override;

private:
    void show();
    void showTable(const CacheScan &scan);

    int m_verbosity = 0;
    QElapsedTimer m_elapsed;
    std::atomic_bool m_abort = false;
    QFutureWatcher<Result<CacheScan>> m_watcher;
};

} // namespace hubdesk
