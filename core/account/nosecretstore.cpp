// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/account/nosecretstore.h"

#include <QTimer>

namespace hubdesk {

namespace {

Error nothingKept()
{
    return failure(ErrorKind::Offline, NoSecretStore::tr("This run keeps nothing in a keychain."))
        .error();
}

} // namespace

void NoSecretStore::read(const QString &, Read done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(std::unexpected(nothingKept())); });
}

void NoSecretStore::write(const QString &, const QString &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(std::unexpected(nothingKept())); });
}

void NoSecretStore::remove(const QString &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done({}); });
}

} // namespace hubdesk
