// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/cli/cliprocess.h"
#include "tests/support/localhubprocess.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace hubdesk {

//! hubdesk-cli and a real small Hub with the demo content, which all functions of a test share.
struct CliHub
{
    LocalHubProcess hub;
    QJsonObject seed;
    //! Home of the program; the cache is in its folder hub.
    std::unique_ptr<QTemporaryDir> home;
    std::unique_ptr<CliProcess> cli;

    //! False: hub.errorText() says why.
    [[nodiscard]] bool start();
    //! An empty home, an empty request log and no fault: for each test function.
    void reset();
    [[nodiscard]] QString repo(const QString &role) const
    {
        return seed[role][QLatin1StringView("repo")].toString();
    }
    [[nodiscard]] QString cache() const { return home->filePath(QStringLiteral("hub")); }
};

} // namespace hubdesk
