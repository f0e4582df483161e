// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace hubdesk::localhub {

//! The YAML block at the top of a README.
struct FrontMatter
{
    bool present = false;
    QJsonObject data;
    QString error; //!< why the YAML cannot be read; empty when it can

    static FrontMatter parse(const QByteArray &readme);
};

} // namespace hubdesk::localhub
