// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/argumentparser.h"
#include "core/transfer/transfer.h"

namespace hubdesk {

//! What `download` was asked for, checked. A value.
struct DownloadOptions
{
    DownloadRequest request;
    QString cacheFolder; //!< Absolute; empty: the one of the environment.
    int workers = 8;
    int connections = 0; //!< A file; 0: the engine decides.
    qint64 rateLimit = 0; //!< bytes/s; 0: none
    std::vector<QUrl> mirrors; //!< Asked besides the endpoint, in this order.
    bool dryRun = false;
    bool waitForSpace = false; //!< A full disk is no error.
    bool verify = false; //!< Read everything again at the end.
    bool quiet = false;
    QStringList warnings; //!< The official texts.

    //! One file name: that file. Several, or a folder (`art/`): patterns, as the official command
    //! has it. None: the snapshot through `--include` and `--exclude`. ErrorKind::Invalid for what
    //! cannot be done.
    [[nodiscard]] static Result<DownloadOptions> make(const ParsedArguments &arguments);
};

//! Arguments and options of `download`.
[[nodiscard]] std::vector<PositionalSpec> downloadPositionals();
[[nodiscard]] std::vector<OptionSpec> downloadOptionSpecs();

} // namespace hubdesk
