// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/server/bodysource.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <memory>
#include <utility>

namespace hubdesk::localhub {

//! A reply before it meets ranges, faults and the wire.
struct Response
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::shared_ptr<BodySource> body;
    //! The body is the content of a file: ranges apply, and faults may damage it.
    bool fileContent = false;

    void setHeader(const QByteArray &name, const QByteArray &value);
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isRedirect() const { return status >= 300 && status < 400; }

    static Response json(const QJsonObject &object, int status = 200);
    static Response json(const QJsonArray &array, int status = 200);
    static Response text(int status, const QByteArray &text,
                         const QByteArray &type = "text/plain; charset=utf-8");
    //! A redirect with the body text that the Hub sends.
    static Response redirect(int status, const QByteArray &location);
    //! An error as the Hub sends it: code (may be empty) and message in headers and JSON body.
    static Response error(int status, const QByteArray &code, const QString &message);
};

} // namespace hubdesk::localhub
