// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QJSEngine;

namespace hubdesk {

//! Gives \a engine the functions that every PAC file may call, from isPlainHostName() to
//! timeRange(). On the engine's thread; name lookups in a script block it.
void installPacFunctions(QJSEngine *engine);

//! What JavaScript cannot find out by itself.
class PacHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PacHost)

public:
    using QObject::QObject;

    //! The first IPv4 address of \a host, else any; empty: there is none.
    Q_INVOKABLE [[nodiscard]] QString resolve(const QString &host) const;
    //! Of this machine, the first that is not the loopback.
    Q_INVOKABLE [[nodiscard]] QString myAddress() const;
    //! Whether \a address lies in the network \a pattern with the mask \a mask.
    Q_INVOKABLE [[nodiscard]] bool isInNet(const QString &address, const QString &pattern,
                                           const QString &mask) const;
};

} // namespace hubdesk
