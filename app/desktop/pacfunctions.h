// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <utility>

class QHostInfo;
class QJSEngine;

namespace hubdesk {

//! Gives \a engine the functions that every PAC file may call, from isPlainHostName() to
//! timeRange(). \a lookUp finds the addresses of a name; it is called on the engine's thread, which
//! it blocks.
void installPacFunctions(QJSEngine *engine, std::function<QHostInfo(const QString &name)> lookUp);

//! What JavaScript cannot find out by itself.
class PacHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PacHost)

public:
    explicit PacHost(std::function<QHostInfo(const QString &name)> lookUp)
        : m_lookUp(std::move(lookUp))
    { }

    //! The first IPv4 address of \a host, else any; empty: there is none.
    Q_INVOKABLE [[nodiscard]] QString resolve(const QString &host) const;
    //! Of this machine, the first that is not the loopback.
    Q_INVOKABLE [[nodiscard]] QString myAddress() const;
    //! Whether \a address lies in the network \a pattern with the mask \a mask.
    Q_INVOKABLE [[nodiscard]] bool isInNet(const QString &address, const QString &pattern,
                                           const QString &mask) const;

private:
    std::function<QHostInfo(const QString &name)> m_lookUp;
};

} // namespace hubdesk
