// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clientconfig.h"
#include "core/net/error.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace hubdesk {

//! Fetches the images of one card, within bounds: only addresses that isImageUrlAllowed() passes
//! (each redirect anew), never a file:, the token only to the endpoint itself, kMaxBytes an image,
//! kMaxTotalBytes and kMaxImages a card, kParallel at a time; other pictures may have other limits.
//! Gives bytes; decoding is the view's.
//! GUI thread; the network manager is not owned.
class CardImageLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardImageLoader)

public:
    static constexpr qint64 kMaxBytes = 8'000'000;
    static constexpr qint64 kMaxTotalBytes = 40'000'000;
    static constexpr int kMaxImages = 80;
    static constexpr int kParallel = 4;
    static constexpr int kMaxRedirects = 5;

    CardImageLoader(QNetworkAccessManager *network, ClientConfig config, QObject *parent = nullptr);
    ~CardImageLoader() override;

    //! How much is fetched between two calls of reset().
    struct Limits
    {
        qint64 imageBytes; //!< For one image.
        qint64 totalBytes;
        int images;
        bool anyPort = false; //!< See isImageUrlAllowed().
    };
    void setLimits(const Limits &limits) { m_limits = limits; }
    void setConfig(const ClientConfig &config) { m_config = config; }
    //! Drops everything under way and starts counting anew: another card is shown.
    void reset();
    //! Asks for \a url unless that was done since reset(). imageLoaded() or imageFailed() follows,
    //! always from the event loop.
    void load(const QUrl &url);

Q_SIGNALS:
    void imageLoaded(const QUrl &url, const QByteArray &data);
    void imageFailed(const QUrl &url);

private:
    struct Job
    {
        QUrl asked;
        QUrl current;
        int redirects = 0;
        bool withToken = true;
    };

    void startNext();
    void send(const Job &job);
    void sendNow(const Job &job);
    void finished(QNetworkReply *reply, Job job);
    void fail(const QUrl &url);

    QNetworkAccessManager *m_network;
    ClientConfig m_config;
    Limits m_limits{kMaxBytes, kMaxTotalBytes, kMaxImages, false};
    QList<Job> m_waiting;
    QHash<QUrl, QNetworkReply *> m_running; // null: the script for proxies is asked
    QSet<QUrl> m_asked;
    qint64 m_totalBytes = 0;
    quint64 m_round = 0;
};

} // namespace hubdesk
