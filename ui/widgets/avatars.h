// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/people.h"
#include "ui/shell/uicontext.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QTimer>

class QPainter;
class QPainterPath;

namespace hubdesk {

class CardImageLoader;
class HubClient;

//! Pictures of users and organisations. What is painted first is fetched first, through the loader
//! and its limits, and decoded in the pool; until then, and for those who have no picture, there is
//! a letter on a colour of the theme.
class Avatars final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Avatars)

public:
    static constexpr int kDecoded = 160; //!< pixels; twice of the largest one shown
    static constexpr int kKept = 256; //!< decoded pictures

    //! \a loader is not owned and may be null: letters only.
    Avatars(const UiContext &context, CardImageLoader *loader, QObject *parent = nullptr);
    ~Avatars() override;

    //! What addresses without a host belong to.
    void setEndpoint(const QUrl &endpoint) { m_endpoint = endpoint; }
    //! Without pictures there are only letters, and nothing is fetched.
    void setWithPictures(bool withPictures);
    //! Drops what is under way; what is decoded stays.
    void reset();

    //! Round for users, with corners for organisations; \a rect is a square.
    void paint(QPainter *painter, const QRect &rect, const Person &person);
    [[nodiscard]] bool hasPicture(const Person &person) const;
    //! The first letter or digit of what somebody is called; for tests and the painter.
    [[nodiscard]] static QString monogram(const Person &person);

Q_SIGNALS:
    //! There are more pictures than before, or none are wanted any more.
    void changed();

private:
    void arrived(const QUrl &url, const QByteArray &bytes);
    void paintMonogram(QPainter *painter, const QPainterPath &path, const Person &person) const;
    [[nodiscard]] const QPixmap *scaled(const QUrl &url, int pixels);

    UiContext m_context;
    CardImageLoader *m_loader;
    QUrl m_endpoint;
    bool m_withPictures = true;
    QCache<QUrl, QImage> m_pictures{kKept};
    QCache<QString, QPixmap> m_scaled{2 * kKept};
    QTimer m_announce; //!< One repaint for the pictures of a moment.
};

//! Pictures with a loader of their own that follows the configuration of \a client and the setting
//! for pictures. \a client is not owned and outlives \a parent.
[[nodiscard]] Avatars *makeAvatars(const UiContext &context, const HubClient *client,
                                   QObject *parent);

} // namespace hubdesk
