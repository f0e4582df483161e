// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"

#include "app/localhub/api/content.h"
#include "app/localhub/api/router.h"
#include "app/localhub/hub.h"
#include "app/localhub/seed/seeder.h"
#include "app/localhub/server/httpserver.h"
#include "app/localhub/server/proxyserver.h"
#include "app/localhub/store/datafolder.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

struct LocalHub::Parts
{
    Parts(std::unique_ptr<DataFolder> locked, std::unique_ptr<Hub> opened,
          const LocalHubOptions &options)
        : folder(std::move(locked)),
          hub(std::move(opened)),
          throttle(options.throttle),
          hubPipeline([this](const Request &request) { return routeHub(*hub, request); },
                      hub->faults, options.latencyMs),
          cdnPipeline([this](const Request &request) { return largeFileReply(*hub, request); },
                      hub->faults, options.latencyMs),
          limits{.throttleConnection = options.throttleConnection,
                 .tlsCertificate = options.tlsCertificate,
                 .tlsKey = options.tlsKey},
          hubServer(Port::Hub, hubPipeline, hub->log, throttle, limits),
          cdnServer(Port::Cdn, cdnPipeline, hub->log, throttle, limits),
          proxyServer(hub->log, options.proxyLogin)
    { }

    std::unique_ptr<DataFolder> folder;
    std::unique_ptr<Hub> hub;
    TokenBucket throttle;
    Pipeline hubPipeline;
    Pipeline cdnPipeline;
    ServerLimits limits;
    HttpServer hubServer;
    HttpServer cdnServer;
    ProxyServer proxyServer;
};

namespace {

QString hostOf(const QHostAddress &address)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return v6 ? u'[' + address.toString() + u']' : address.toString();
}

} // namespace

LocalHub::LocalHub() = default;

LocalHub::~LocalHub()
{
    stop();
}

std::expected<std::unique_ptr<LocalHub>, QString> LocalHub::start(const LocalHubOptions &options)
{
    auto folder = DataFolder::lock(options.folder);
    if (!folder)
        return std::unexpected(folder.error());
    const bool toSeed = (*folder)->isFresh() && options.seedDemo;
    auto hub = Hub::open((*folder)->path());
    if (!hub)
        return std::unexpected(hub.error());
    if (toSeed) {
        if (const auto seeded = seedDemo(**hub); !seeded)
            return std::unexpected(seeded.error());
    }
    (*folder)->markComplete();

    std::unique_ptr<LocalHub> local(new LocalHub);
    local->m_parts = std::make_unique<Parts>(*std::move(folder), *std::move(hub), options);
    Parts &parts = *local->m_parts;
    // The second port first: no request may be answered before the address of links is known.
    const auto cdnPort = parts.cdnServer.start(options.address, 0);
    if (!cdnPort)
        return std::unexpected(cdnPort.error());
    const QString base = (options.tlsCertificate.isEmpty() ? u"http://"_s : u"https://"_s)
        + hostOf(options.address) + u':';
    local->m_cdn = base + QString::number(*cdnPort);
    parts.hub->cdnEndpoint = local->m_cdn.toLatin1();
    const auto hubPort = parts.hubServer.start(options.address, options.port);
    if (!hubPort)
        return std::unexpected(hubPort.error());
    local->m_endpoint = base + QString::number(*hubPort);
    if (!options.proxyAddress.isNull()) {
        const auto port = parts.proxyServer.start(options.proxyAddress, options.proxyPort);
        if (!port)
            return std::unexpected(port.error());
        local->m_proxy = u"http://%1:%2"_s.arg(hostOf(options.proxyAddress)).arg(*port);
    }
    return local;
}

void LocalHub::stop()
{
    if (!m_parts)
        return;
    m_parts->proxyServer.stop();
    m_parts->hubServer.stop();
    m_parts->cdnServer.stop();
}

} // namespace hubdesk::localhub
