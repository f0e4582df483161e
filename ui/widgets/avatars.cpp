// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatars.h"

#include "core/model/cardimageloader.h"
#include "core/net/hubclient.h"
#include "core/settings/settings.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/markdownview.h"

#include <QFuture>
#include <QPainter>
#include <QPainterPath>
#include <QtConcurrentRun>

#include <array>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! The middle square of the picture in \a data; null when it is none. For workers.
QImage decodedAvatar(const QByteArray &data)
{
    const QImage image = decodedCardImage(data, Avatars::kDecoded, true);
    if (image.isNull())
        return {};
    const int side = std::min(image.width(), image.height());
    return image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
}

QPainterPath outline(const QRectF &rect, PersonKind kind)
{
    QPainterPath path;
    if (kind == PersonKind::Organization)
        path.addRoundedRect(rect, rect.width() / 5, rect.height() / 5);
    else
        path.addEllipse(rect);
    return path;
}

// Small pictures, and many of them in a long list.
constexpr CardImageLoader::Limits kLimits{1'000'000, 60'000'000, 400, true};

} // namespace

Avatars *makeAvatars(const UiContext &context, const HubClient *client, QObject *parent)
{
    CardImageLoader *loader = nullptr;
    if (client->network()) {
        loader = new CardImageLoader(client->network(), client->config(), parent);
        loader->setLimits(kLimits);
    }
    auto *avatars = new Avatars(context, loader, parent);
    avatars->setEndpoint(client->config().endpoint);
    QObject::connect(client, &HubClient::configChanged, avatars, [avatars, loader, client] {
        if (loader)
            loader->setConfig(client->config());
        avatars->setEndpoint(client->config().endpoint);
        avatars->reset();
    });
    if (!context.settings)
        return avatars;
    const auto follow = [avatars, settings = context.settings] {
        avatars->setWithPictures(settings->flag(SettingKey::LoadCardImages));
    };
    QObject::connect(context.settings, &Settings::changed, avatars, [follow](SettingKey key) {
        if (key == SettingKey::LoadCardImages)
            follow();
    });
    follow();
    return avatars;
}

Avatars::Avatars(const UiContext &context, CardImageLoader *loader, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_loader(loader)
{
    m_announce.setSingleShot(true);
    m_announce.setInterval(50);
    connect(&m_announce, &QTimer::timeout, this, &Avatars::changed);
    if (m_loader)
        connect(m_loader, &CardImageLoader::imageLoaded, this, &Avatars::arrived);
}

Avatars::~Avatars() = default;

void Avatars::setWithPictures(bool withPictures)
{
    if (withPictures == m_withPictures)
        return;
    m_withPictures = withPictures;
    reset();
    Q_EMIT
    changed();
}

void Avatars::reset()
{
    if (m_loader)
        m_loader->reset();
}

void Avatars::arrived(const QUrl &url, const QByteArray &bytes)
{
    QtConcurrent::run(decodedAvatar, bytes).then(this, [this, url](QImage image) {
        if (image.isNull())
            return;
        m_pictures.insert(url, new QImage(std::move(image)));
        m_announce.start();
    });
}

bool Avatars::hasPicture(const Person &person) const
{
    return m_pictures.contains(avatarAddress(person.avatarUrl, m_endpoint));
}

QString Avatars::monogram(const Person &person)
{
    for (const QString &text : {person.fullName, person.name}) {
        for (const QChar c : text) {
            if (c.isLetterOrNumber())
                return {c.toUpper()};
        }
    }
    return u"?"_s;
}

const QPixmap *Avatars::scaled(const QUrl &url, int pixels)
{
    const QString key = url.toString() + u' ' + QString::number(pixels);
    if (const QPixmap *known = m_scaled.object(key))
        return known;
    const QImage *image = m_pictures.object(url);
    if (!image)
        return nullptr;
    m_scaled.insert(key,
                    new QPixmap(QPixmap::fromImage(image->scaled(
                        pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation))));
    return m_scaled.object(key);
}

void Avatars::paint(QPainter *painter, const QRect &rect, const Person &person)
{
    const QUrl url =
        m_loader && m_withPictures ? avatarAddress(person.avatarUrl, m_endpoint) : QUrl();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap *picture = url.isEmpty() ? nullptr : scaled(url, qRound(rect.width() * ratio));
    if (!picture && !url.isEmpty())
        m_loader->load(url); // which asks once
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QPainterPath path = outline(QRectF(rect), person.kind);
    if (picture) {
        // A brush has smooth edges, a clipped picture has not.
        QBrush brush(*picture);
        const qreal scale = qreal(rect.width()) / picture->width();
        brush.setTransform(QTransform::fromTranslate(rect.left(), rect.top()).scale(scale, scale));
        painter->fillPath(path, m_context.theme->color(Token::Surface)); // of clear pictures
        painter->fillPath(path, brush);
    } else {
        paintMonogram(painter, path, person);
    }
    painter->restore();
}

void Avatars::paintMonogram(QPainter *painter, const QPainterPath &path, const Person &person) const
{
    static constexpr std::array kColours{Token::Model, Token::Dataset, Token::Space, Token::Paper,
                                         Token::Collection};
    // The same for everybody who looks at it, today and tomorrow.
    uint sum = 0;
    for (const QChar c : person.name)
        sum = sum * 31 + c.unicode();
    const QRectF rect = path.boundingRect();
    painter->fillPath(path, m_context.theme->color(kColours.at(sum % kColours.size())));
    QFont font = m_context.theme->font(FontRole::Strong);
    font.setPixelSize(qRound(rect.height() * 0.46));
    painter->setFont(font);
    painter->setPen(m_context.theme->color(Token::OnAccent));
    painter->drawText(rect, Qt::AlignCenter, monogram(person));
}

} // namespace hubdesk
