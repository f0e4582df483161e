// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/api/avatar.h"

#include "app/localhub/seed/picture.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr int kSize = 96; // pixels

// The first three bytes of an id, which become the colour; empty when the file is no avatar.
QByteArray colourOf(const QByteArray &fileName, QByteArrayView suffix)
{
    const QByteArray hex = fileName.first(std::min<qsizetype>(6, fileName.size()));
    const QByteArray bytes = QByteArray::fromHex(hex);
    return fileName.endsWith(suffix) && bytes.size() == 3 && bytes.toHex() == hex ? bytes
                                                                                  : QByteArray();
}

Response notFound()
{
    return Response::error(404, {}, u"Not found"_s);
}

Response unknownAccount(bool organisation)
{
    return Response::error(404, {},
                           organisation ? u"This organization does not exist"_s
                                        : u"This user does not exist"_s);
}

} // namespace

QString avatarUrl(const Hub &hub, const Account &account)
{
    // Who says something about themselves also has a picture.
    const QString id = objectId(account.name);
    return account.details.isEmpty()
        ? QString(u"/avatars/"_s + id + u".svg"_s)
        : QString(QString::fromLatin1(hub.cdnEndpoint) + u"/avatars/"_s + id + u".png"_s);
}

Response drawnAvatarReply(const QByteArray &fileName)
{
    const QByteArray colour = colourOf(fileName, ".svg").toHex();
    if (colour.isEmpty())
        return notFound();
    return Response::text(200,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\">"
                          "<rect width=\"64\" height=\"64\" rx=\"32\" fill=\"#"
                              + colour
                              + "\"/><circle cx=\"32\" cy=\"26\" r=\"11\" fill=\"#fff\"/>"
                                "<path d=\"M10 58a22 20 0 0 1 44 0z\" fill=\"#fff\"/></svg>",
                          "image/svg+xml");
}

Response uploadedAvatarReply(const QByteArray &fileName)
{
    const QByteArray colour = colourOf(fileName, ".png");
    if (colour.isEmpty())
        return notFound();
    const auto part = [&](qsizetype i) { return static_cast<quint8>(colour[i]); };
    const auto pale = [](quint8 value) { return static_cast<quint8>(255 - (255 - value) / 4); };
    const Rgb strong{part(0), part(1), part(2)};
    const Rgb light{pale(part(0)), pale(part(1)), pale(part(2))};
    Picture picture(kSize, kSize, strong);
    picture.disc(kSize / 2, kSize * 2 / 5, kSize / 6, light);
    picture.disc(kSize / 2, kSize, kSize * 3 / 8, light);
    Response reply = Response::text(200, picture.png(), "image/png");
    reply.setHeader("Cache-Control", "public, max-age=604800");
    return reply;
}

Response avatarReply(Hub &hub, const Request &request, const QString &name, bool organisation)
{
    const auto account = hub.accounts.find(name);
    if (!account || account->isOrg != organisation)
        return unknownAccount(organisation);
    const QString url = avatarUrl(hub, *account);
    if (request.query.has(u"redirect") || request.header("sec-fetch-dest") == "image")
        return Response::redirect(302, url.toLatin1());
    return Response::json(QJsonObject{{u"avatarUrl"_s, url}});
}

Response avatarRedirect(Hub &hub, const QString &name)
{
    const auto account = hub.accounts.find(name);
    return account ? Response::redirect(302, avatarUrl(hub, *account).toLatin1())
                   : unknownAccount(false);
}

} // namespace hubdesk::localhub
