// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobsources.h"

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

constexpr int kMaxExpiredLinks = 3; // in a row without progress
constexpr auto kEnoughProofs = 64; // of one against another: a file may have thousands

} // namespace

BlobSources::BlobSources(const QUrl &endpoint, const std::vector<QUrl> &mirrors,
                         MirrorHealth *health, std::chrono::milliseconds delay)
    : m_health(health),
      m_delay(delay)
{
    const auto add = [this](const QUrl &url) {
        Source source{.url = url, .link = {}, .failures = RetryCounter(m_delay, -1), .bytes = {}};
        m_sources.push_back(std::move(source));
    };
    add(endpoint);
    if (!health)
        return;
    for (const QUrl &mirror : mirrors) {
        // The endpoint as its own mirror, or one twice, would only blur who sent what.
        if (!std::ranges::contains(m_sources, mirror, &Source::url))
            add(mirror);
    }
}

void BlobSources::measure(std::span<const Load> open)
{
    if (open.empty())
        return;
    for (size_t i = 0; i < m_sources.size(); ++i) {
        double sum = 0;
        int count = 0;
        for (const Load &load : open) {
            if (load.source != i || load.speed <= 0)
                continue;
            sum += load.speed;
            ++count;
        }
        if (count > 0)
            m_sources[i].speed = sum / count;
    }
}

bool BlobSources::isReady(size_t source, Time now) const
{
    const Source &s = m_sources[source];
    if (s.setAside || s.slow)
        return false;
    if (source == kEndpoint)
        return hasRested(now)
            && !(hasMirrors() && m_health->isResting(s.url, now) && isAnyMirrorReady(now));
    return !m_health->isDropped(s.url) && !m_health->isResting(s.url, now);
}

//! As far as this file goes.
bool BlobSources::hasRested(Time now) const
{
    const Source &endpoint = m_sources[kEndpoint];
    return !endpoint.setAside && !endpoint.slow && endpoint.restsUntil <= now;
}

void BlobSources::askEndpoint(Time now, std::chrono::milliseconds patience)
{
    if (hasMirrors())
        m_health->probe(m_sources[kEndpoint].url, now, patience);
}

bool BlobSources::isAnyMirrorReady(Time now) const
{
    for (size_t i = kEndpoint + 1; i < m_sources.size(); ++i) {
        if (isReady(i, now))
            return true;
    }
    return false;
}

bool BlobSources::isAnyMirrorSendingRanges(Time now) const
{
    for (size_t i = kEndpoint + 1; i < m_sources.size(); ++i) {
        if (hasSentRanges(i) && isReady(i, now))
            return true;
    }
    return false;
}

std::optional<size_t> BlobSources::next(std::span<const Load> open, Time now, Choice choice) const
{
    // Nobody knows what an untried one brings: it gets its turn.
    double best = 1;
    for (const Source &source : m_sources)
        best = std::max(best, source.speed);
    std::optional<size_t> chosen;
    double most = 0;
    // A mirror hears of a file only when the endpoint has not refused it.
    const bool isEndpointAsked =
        std::ranges::contains(open, kEndpoint, &Load::source) && !m_sources[kEndpoint].answered;
    const size_t count = choice == Choice::EndpointOnly || isEndpointAsked ? 1 : m_sources.size();
    for (size_t i = 0; i < count; ++i) {
        const Source &source = m_sources[i];
        const auto connections = std::ranges::count(open, i, &Load::source);
        const bool mayAsk = choice == Choice::EndpointOnly ? hasRested(now) : isReady(i, now);
        if (!mayAsk || (connections > 0 && !source.answered)
            || (source.pausedUntil > now && !open.empty()))
            continue;
        const double brings = source.speed > 0 ? source.speed : best;
        const double share = brings / static_cast<double>(connections + 1);
        if (share > most) {
            most = share;
            chosen = i;
        }
    }
    return chosen;
}

void BlobSources::answered(size_t source, bool withRange)
{
    m_sources[source].answered = true;
    m_sources[source].ranges = m_sources[source].ranges || withRange;
}

void BlobSources::gotBytes(size_t source)
{
    Source &s = m_sources[source];
    s.expiredLinks = 0;
    s.failures.reset();
    if (hasMirrors())
        m_health->works(s.url);
}

void BlobSources::dropLink(size_t source, const QUrl &link)
{
    if (m_sources[source].link == link)
        m_sources[source].link.clear();
}

bool BlobSources::mayAskForLink(size_t source)
{
    return m_sources[source].expiredLinks++ < kMaxExpiredLinks;
}

void BlobSources::forgetAnswer(size_t source)
{
    m_sources[source].answered = false;
    m_sources[source].link.clear();
}

void BlobSources::rest(size_t source, const Error &error, Time now)
{
    Source &s = m_sources[source];
    forgetAnswer(source);
    if (source == kEndpoint)
        s.restsUntil = std::max(s.restsUntil, now + s.failures.next(error).value_or(m_delay));
    if (hasMirrors())
        m_health->rest(s.url, error, now, m_delay);
}

std::chrono::milliseconds BlobSources::restLeft(size_t source, Time now) const
{
    using std::chrono::milliseconds;
    // Not a moment too early.
    const auto left = std::chrono::ceil<milliseconds>(m_sources[source].restsUntil - now);
    return std::max(left, milliseconds(0));
}

bool BlobSources::bringSlowBack()
{
    bool isAny = false;
    for (Source &source : m_sources)
        isAny = std::exchange(source.slow, false) || isAny;
    return isAny;
}

bool BlobSources::isDropped(size_t source) const
{
    return source != kEndpoint && m_health->isDropped(m_sources[source].url);
}

void BlobSources::startOver()
{
    for (Source &source : m_sources) {
        source.link.clear();
        source.answered = false;
        if (!source.isPauseAsked)
            source.pausedUntil = {};
        source.restsUntil = {};
        source.failures.reset();
        source.speed = 0;
        source.slow = false;
    }
    if (m_health)
        m_health->forgetRests();
}

void BlobSources::wrote(size_t source, ByteRange range)
{
    for (size_t i = kEndpoint + 1; i < m_sources.size(); ++i) {
        if (i != source)
            m_sources[i].bytes.remove(range);
    }
    if (source == kEndpoint)
        return;
    m_sources[source].bytes.add(range);
    m_sources[source].usedLast = ++m_writes;
}

void BlobSources::forgetBytes(ByteRange range)
{
    for (Source &source : m_sources)
        source.bytes.remove(range);
    replaced(range);
}

void BlobSources::forgetBytes()
{
    for (Source &source : m_sources)
        source.bytes.clear();
    m_accusations.clear();
}

std::optional<size_t> BlobSources::suspect() const
{
    std::optional<size_t> last;
    for (size_t i = kEndpoint + 1; i < m_sources.size(); ++i) {
        if (!m_sources[i].bytes.isEmpty()
            && (!last || m_sources[i].usedLast > m_sources[*last].usedLast))
            last = i;
    }
    return last;
}

void BlobSources::accuse(size_t mirror, size_t other, ByteRange range)
{
    std::erase_if(m_accusations, [mirror](const Accusation &each) { return each.by == mirror; });
    const auto proofs = std::ranges::count_if(m_accusations, [&](const Accusation &each) {
        return each.mirror == mirror && each.by == other;
    });
    if (proofs < kEnoughProofs)
        m_accusations.push_back({mirror, other, range});
}

void BlobSources::replaced(ByteRange range)
{
    std::erase_if(m_accusations, [range](const Accusation &each) {
        return each.range.begin < range.end && range.begin < each.range.end;
    });
}

std::vector<QUrl> BlobSources::guilty() const
{
    std::vector<QUrl> urls;
    for (const Accusation &each : m_accusations) {
        const QUrl &url = m_sources[each.mirror].url;
        if (!std::ranges::contains(urls, url))
            urls.push_back(url);
    }
    return urls;
}

} // namespace hubdesk
