// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/net/error.h"

#include <QFutureWatcher>

#include <atomic>

namespace hubdesk {

//! `support-bundle`: the latest requests and what surrounds them in a zip file, without secrets.
class SupportBundleCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SupportBundleCommand)

public:
    [[nodiscard]] static CommandSpec spec();

    explicit SupportBundleCommand(const CliEnvironment &environment);
    ~SupportBundleCommand() override;

    void start(const ParsedArguments &arguments) override;
    void interrupt(int exitCode) override;

private:
    void show();

    QString m_path;
    QStringList m_talk; //!< Filled by the worker, read when it is done.
    std::atomic_bool m_abort = false;
    QFutureWatcher<Result<void>> m_watcher;
};

} // namespace hubdesk
