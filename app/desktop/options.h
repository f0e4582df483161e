// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <expected>

namespace hubdesk {

//! What the command line of `hubdesk` asks for.
struct Options
{
    bool demo = false; //!< A Local Hub with sample content and a home folder of its own.
    QUrl endpoint; //!< Empty: settings, environment, official Hub.
    QString pane; //!< Id of the pane to show first; empty: Browse.
    bool selfTest = false; //!< Show the window, exit 0.
    QString tour; //!< Folder for the pictures; empty: no tour.
    QString address; //!< hf:// or web link to open.
    QString message; //!< Text of --help or --version; print it and exit 0.

    bool operator==(const Options &) const = default;

    //! Tours and self-tests are on their own; a demo has its own home folder.
    [[nodiscard]] bool joinsRunningInstance() const { return !demo && !selfTest && tour.isEmpty(); }
};

//! Reads \a arguments (program name first). The error is what to print before exiting with 2. Needs
//! no application object, so that the platform can be chosen first.
[[nodiscard]] std::expected<Options, QString> parseOptions(const QStringList &arguments);

} // namespace hubdesk
