// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/card/cardlinks.h"

#include "core/hub/filemetadata.h"
#include "core/net/request.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qsizetype kMaxLength = 4096;

//! Browsers drop these inside an address, so `java\nscript:` must not get past the scheme check.
QString cleaned(const QString &address)
{
    QString text = address.trimmed();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text.size() > kMaxLength ? QString() : text;
}

bool hasScheme(const QString &address)
{
    const qsizetype colon = address.indexOf(u':');
    if (colon < 0)
        return false;
    for (qsizetype i = 0; i < colon; ++i) {
        const QChar c = address.at(i);
        if (c == u'/' || c == u'?' || c == u'#')
            return false;
    }
    return true;
}

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

//! A relative file path with `.` and `..` resolved; never above the root of the repo.
QString normalizedPath(const QString &path)
{
    QStringList segments;
    const auto parts = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part == "."_L1)
            continue;
        if (part == ".."_L1) {
            if (!segments.isEmpty())
                segments.removeLast();
        } else {
            segments.append(part);
        }
    }
    return segments.join(u'/');
}

struct Relative
{
    QString path;
    QString fragment;
};

Relative splitRelative(const QString &address)
{
    const qsizetype hash = address.indexOf(u'#');
    QString path = hash < 0 ? address : address.first(hash);
    if (const qsizetype query = path.indexOf(u'?'); query >= 0)
        path.truncate(query);
    return {normalizedPath(QUrl::fromPercentEncoding(path.toUtf8())),
            hash < 0 ? QString() : address.sliced(hash + 1)};
}

QUrl onEndpoint(const QUrl &endpoint, const QByteArray &encodedPath)
{
    return QUrl::fromEncoded(endpoint.toEncoded(QUrl::StripTrailingSlash) + encodedPath);
}

bool isPrivateHost(const QString &host)
{
    if (host.isEmpty() || host == "localhost"_L1 || host.endsWith(".localhost"_L1)
        || host.endsWith(".local"_L1) || host.endsWith(".internal"_L1))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && (!address.isGlobal() || address.isPrivateUse());
}

} // namespace

QString safeLink(const QString &href, const CardContext &context)
{
    QString text = cleaned(href);
    if (text.isEmpty())
        return {};
    if (text.startsWith(u'#'))
        return text;
    if (text.startsWith("//"_L1))
        return safeLink("https:"_L1 + text, context);
    if (hasScheme(text)) {
        const QUrl url(text, QUrl::TolerantMode);
        const QString scheme = url.scheme();
        if (!url.isValid() || !url.userInfo().isEmpty())
            return {};
        if (scheme == "mailto"_L1)
            return url.path().isEmpty() ? QString() : url.toString(QUrl::FullyEncoded);
        const bool web = scheme == "http"_L1 || scheme == "https"_L1 || scheme == "hf"_L1;
        return web && !url.host().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
    }
    if (text.startsWith(u'/') || text.startsWith(u'\\'))
        return onEndpoint(context.endpoint, u"/"_s.toUtf8() + quotePath(splitRelative(text).path))
            .toString(QUrl::FullyEncoded);
    const Relative relative = splitRelative(text);
    if (relative.path.isEmpty())
        return {};
    QString link = kRepoFileScheme + ":"_L1 + QString::fromLatin1(quotePath(relative.path));
    if (!relative.fragment.isEmpty())
        link += u'#' + QString::fromLatin1(quoteAll(relative.fragment));
    return link;
}

QUrl safeImage(const QString &src, const CardContext &context)
{
    const QString text = cleaned(src);
    if (text.isEmpty())
        return {};
    QUrl url;
    if (text.startsWith("//"_L1)) {
        url = QUrl("https:"_L1 + text, QUrl::TolerantMode);
    } else if (hasScheme(text)) {
        url = QUrl(text, QUrl::TolerantMode);
    } else if (text.startsWith(u'/') || text.startsWith(u'\\')) {
        url = onEndpoint(context.endpoint, "/" + quotePath(splitRelative(text).path));
    } else {
        const QString path = splitRelative(text).path;
        if (!path.isEmpty())
            url = onEndpoint(context.endpoint, resolvePath(context.repo, context.revision, path));
    }
    return isImageUrlAllowed(url, context.endpoint) ? url : QUrl();
}

bool isImageUrlAllowed(const QUrl &url, const QUrl &endpoint, bool anyPort)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (sameOrigin(url, endpoint))
        return url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    // A Hub without TLS has its files, and the pictures of its users, on another port.
    if (anyPort && endpoint.scheme() == "http"_L1 && url.scheme() == "http"_L1
        && url.host() == endpoint.host())
        return true;
    return url.scheme() == "https"_L1 && !isPrivateHost(url.host());
}

QString repoFileOfLink(const QUrl &link)
{
    if (link.scheme() != kRepoFileScheme)
        return {};
    return normalizedPath(link.path(QUrl::FullyDecoded));
}

} // namespace hubdesk
