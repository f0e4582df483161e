// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/database.h"

#include <QByteArray>

namespace hubdesk::localhub {

//! Signs links to large files, so that the second port needs no token and a link ends some day.
class LinkSigner
{
public:
    explicit LinkSigner(Database &database);

    //! `/lfs/<sha256>?...&expires=...&signature=...`
    [[nodiscard]] QByteArray link(const QByteArray &sha256, const QByteArray &disposition,
                                  qint64 expires) const;
    //! Whether path and query are a link as this Hub made it (expired or not).
    [[nodiscard]] bool isGenuine(const QByteArray &rawPath, const QByteArray &rawQuery) const;

private:
    [[nodiscard]] QByteArray signature(const QByteArray &target) const;

    QByteArray m_key;
};

} // namespace hubdesk::localhub
