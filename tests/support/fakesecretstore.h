// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/account/secretstore.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace hubdesk {

using namespace Qt::StringLiterals;

//! A keychain in memory. A problem, while one is set, answers every call.
class FakeSecretStore final : public QObject, public SecretStore
{
public:
    QHash<QString, QString> secrets;
    std::optional<Error> problem;
    QStringList log; //!< "read ID", "write ID", "remove ID"

    void read(const QString &key, Read done) override
    {
        answer(u"read "_s + key, [this, key, done] {
            if (problem)
                done(std::unexpected(*problem));
            else if (!secrets.contains(key))
                done(failure(ErrorKind::NotFound, QStringLiteral("none")));
            else
                done(secrets.value(key));
        });
    }
    void write(const QString &key, const QString &secret, Done done) override
    {
        answer(u"write "_s + key, [this, key, secret, done] {
            if (problem)
                return done(std::unexpected(*problem));
            secrets.insert(key, secret);
            done({});
        });
    }
    void remove(const QString &key, Done done) override
    {
        answer(u"remove "_s + key, [this, key, done] {
            if (problem)
                return done(std::unexpected(*problem));
            secrets.remove(key);
            done({});
        });
    }

private:
    void answer(const QString &line, std::function<void()> done)
    {
        log.append(line);
        QTimer::singleShot(0, this, std::move(done));
    }
};

} // namespace hubdesk
