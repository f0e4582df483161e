// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/secretstore.h"

#include <QObject>

namespace hubdesk {

//! Keeps nothing: for a demo, which must not touch the user's keychain. Every call says so.
class NoSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoSecretStore)

public:
    NoSecretStore() = default;

    void read(const QString &key, Read done) override;
    void write(const QString &key, const QString &secret, Done done) override;
    void remove(const QString &key, Done done) override;
};

} // namespace hubdesk
