// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/hub.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {
constexpr auto kRolesKey = "seed_roles"_L1;
} // namespace

std::expected<std::unique_ptr<Hub>, QString> Hub::open(const QString &folder)
{
    auto opened = Database::open(folder + u"/hub.sqlite"_s);
    if (!opened)
        return std::unexpected(opened.error());
    return std::unique_ptr<Hub>(new Hub(folder, *std::move(opened)));
}

Hub::Hub(const QString &folder, std::unique_ptr<Database> opened)
    : database(std::move(opened)),
      git(folder + u"/repos"_s),
      lfs(*database, folder + u"/lfs"_s),
      catalog(*database),
      accounts(*database),
      social(*database),
      digests(git, lfs),
      signer(*database),
      clock([] { return QDateTime::currentDateTimeUtc(); }),
      devices(clock)
{ }

QJsonObject Hub::seedRoles()
{
    return QJsonDocument::fromJson(database->setting(kRolesKey).toUtf8()).object();
}

void Hub::setSeedRoles(const QJsonObject &roles)
{
    database->setSetting(kRolesKey,
                         QString::fromUtf8(QJsonDocument(roles).toJson(QJsonDocument::Compact)));
}

} // namespace hubdesk::localhub
