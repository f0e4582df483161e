// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/segmentconnection.h"

#include "core/transfer/transfertexts.h"

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

constexpr qint64 kPatience = 1000; // ms that few bytes wait for company
constexpr auto kNoticeSilence = std::chrono::seconds(4);

QString hostOf(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1StringView("https") ? 443 : 80;
    const int port = url.port(usual);
    return port == usual ? url.host() : url.host() + u':' + QString::number(port);
}

} // namespace

SegmentConnection::SegmentConnection(ByteRange segment, bool wholeFile, RateLimiter *limiter,
                                     Handler handler, QObject *parent)
    : QObject(parent),
      m_segment(segment),
      m_begin(segment.begin),
      m_position(segment.begin),
      m_wholeFile(wholeFile),
      m_handler(std::move(handler)),
      m_taker(limiter, [this] {
          if (!m_stopped)
              m_handler.readable(this);
      })
{
    m_clock.start();
}

SegmentConnection::~SegmentConnection() = default;

void SegmentConnection::setAttempt(int attempt, const QString &lastFailure)
{
    m_attempt = attempt;
    m_lastFailure = lastFailure;
}

void SegmentConnection::start(HttpPool *pool, const ClientConfig &config, const QUrl &url,
                              const HttpTimeouts &timeouts, qint64 readBuffer)
{
    m_stream = new HttpStream(pool, config, this);
    m_stream->setAttempt(m_attempt, m_lastFailure);
    m_stream->setTimeouts(timeouts);
    m_stream->setReadBuffer(readBuffer);
    m_stream->setMayShare(m_mayShare);
    connect(m_stream, &HttpStream::redirected, this,
            [this](const QHttpHeaders &headers, bool absolute) {
                m_handler.redirected(this, headers, absolute);
            });
    connect(m_stream, &HttpStream::headersReceived, this,
            [this](int status, const QHttpHeaders &headers) {
                m_handler.answered(this, status, headers);
            });
    connect(m_stream, &HttpStream::readyRead, this, [this] {
        if (m_firstByte < 0)
            m_firstByte = m_clock.elapsed();
        m_handler.readable(this);
    });
    connect(m_stream, &HttpStream::finished, this, [this](const std::optional<Error> &error) {
        m_ended = true;
        m_error = error;
        m_handler.readable(this);
    });
    m_stream->start(url, m_segment.begin, m_wholeFile ? -1 : m_segment.end);
}

void SegmentConnection::restartAt(qint64 begin, qint64 end)
{
    m_segment = {begin, end};
    m_begin = m_position = begin;
    m_pending.clear();
}

void SegmentConnection::stop()
{
    m_stopped = true;
    m_stream->disconnect(this);
    m_stream->abort();
}

QByteArray SegmentConnection::read(qint64 max, qint64 least)
{
    // Small pieces stay where they arrived until they are a block, because many small ones cost
    // more on every way from here to the disk; whole blocks change hands without being copied.
    const auto mayWait = [this](qint64 there) {
        return there < m_segment.end - m_position && !m_ended
            && m_clock.elapsed() - m_lastRead < kPatience;
    };
    while (!m_stopped && m_pending.size() < least) {
        const qint64 there = std::min({m_stream->bytesAvailable(), m_segment.end - m_position,
                                       max - static_cast<qint64>(m_pending.size())});
        if (there <= 0 || (m_pending.size() + there < least && m_allowed <= 0 && mayWait(there)))
            break;
        if (m_allowed <= 0)
            m_allowed = m_taker.take(there);
        m_stream->setHeldUp(m_taker.isWaiting());
        if (m_allowed <= 0)
            break;
        const QByteArray data = m_stream->read(std::min(there, m_allowed));
        if (data.isEmpty())
            break;
        m_allowed -= data.size();
        m_position += data.size();
        if (m_pending.isEmpty())
            m_pending = data;
        else
            m_pending += data;
    }
    const bool isLast = m_position >= m_segment.end || (m_ended && m_stream->bytesAvailable() == 0);
    if (m_pending.isEmpty()
        || (m_pending.size() < least && !isLast && m_clock.elapsed() - m_lastRead < kPatience))
        return {};
    m_lastRead = m_clock.elapsed();
    return std::exchange(m_pending, {});
}

double SegmentConnection::speed() const
{
    const qint64 elapsed = m_firstByte < 0 ? 0 : m_clock.elapsed() - m_firstByte;
    if (elapsed < 50)
        return 0;
    const qint64 received = m_position - m_begin + m_stream->bytesAvailable();
    return static_cast<double>(received) * 1000 / static_cast<double>(elapsed);
}

TransferConnection SegmentConnection::describe(const QString &path) const
{
    TransferConnection result;
    result.path = path;
    result.host = hostOf(m_stream->url());
    result.begin = m_segment.begin;
    result.end = m_segment.end;
    result.position = position();
    result.speed = static_cast<qint64>(speed());
    const auto silence = m_stream->silence();
    if (silence >= kNoticeSilence) {
        result.state = TransferConnection::State::Stalled;
        result.note = TransferTexts::silent(
            result.host,
            static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(silence).count()));
    } else if (m_stream->isConnecting()) {
        result.state = TransferConnection::State::Connecting;
    } else if (m_stream->isWaiting()) {
        result.state = TransferConnection::State::Waiting;
    } else {
        result.state = TransferConnection::State::Receiving;
    }
    return result;
}

} // namespace hubdesk
