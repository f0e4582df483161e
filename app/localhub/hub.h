// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/api/digest.h"
#include "app/localhub/faults/faultlist.h"
#include "app/localhub/oauth/deviceflow.h"
#include "app/localhub/server/requestlog.h"
#include "app/localhub/store/accounts.h"
#include "app/localhub/store/clock.h"
#include "app/localhub/store/database.h"
#include "app/localhub/store/gitstore.h"
#include "app/localhub/store/lfsstore.h"
#include "app/localhub/store/linksigner.h"
#include "app/localhub/store/repocatalog.h"
#include "app/localhub/store/social.h"

#include <QByteArray>
#include <QJsonObject>

#include <expected>
#include <memory>

namespace hubdesk::localhub {

//! Everything one Hub consists of, without its servers. Thread-safe.
class Hub
{
public:
    //! Opens the Hub in `folder` or makes an empty one there; a sentence when that fails.
    static std::expected<std::unique_ptr<Hub>, QString> open(const QString &folder);

    // Outlives the thread of the database: libgit2 keeps memory for each thread that used it, and
    // takes it back when the thread ends.
    const GitLibrary gitLibrary;
    const std::unique_ptr<Database> database;
    GitStore git;
    LfsStore lfs;
    RepoCatalog catalog;
    Accounts accounts;
    Social social;
    Digests digests;
    LinkSigner signer;
    const Clock clock;
    DeviceFlow devices;
    FaultList faults;
    RequestLog log;
    //! Address of the second port; set before the first request.
    QByteArray cdnEndpoint;

    //! The demo repositories by role, as the test interface tells them.
    [[nodiscard]] QJsonObject seedRoles();
    void setSeedRoles(const QJsonObject &roles);

private:
    Hub(const QString &folder, std::unique_ptr<Database> opened);
};

} // namespace hubdesk::localhub
