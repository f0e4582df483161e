// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QHash>
#include <QString>

#include <functional>

namespace hubdesk {

//! Where secrets are kept by name. Every call answers once, from the event loop, never from inside
//! the call, and not at all when the store is gone. One thread.
//!
//! Errors: NotFound (read only: there is none), Forbidden (the user did not unlock it), Offline
//! (this session has no such store), File (everything else).
class SecretStore
{
public:
    using Read = std::function<void(const Result<QString> &)>;
    using Done = std::function<void(const Result<void> &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &key, Read done) = 0;
    virtual void write(const QString &key, const QString &secret, Done done) = 0;
    //! Fine when there is none.
    virtual void remove(const QString &key, Done done) = 0;
};

} // namespace hubdesk
