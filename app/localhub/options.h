// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/localhub.h"

#include <QStringList>

#include <expected>

namespace hubdesk::localhub {

//! What the command line asked for.
struct CommandLine
{
    LocalHubOptions options;
    bool help = false;
    QString certificateFile;
    QString keyFile;

    //! `arguments` without the program's name; on failure a sentence about what is wrong.
    static std::expected<CommandLine, QString> parse(const QStringList &arguments);
};

//! The one-line usage and the whole help.
QString usageLine();
QString helpText();

} // namespace hubdesk::localhub
