// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/byteranges.h"
#include "core/transfer/mirrorhealth.h"

#include <QUrl>

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace hubdesk {

//! Where the bytes of one blob may come from: the endpoint, which alone says what the blob is, and
//! mirrors, which are only believed after the hash was right. Knows who may be asked now, who gets
//! the next connection, and which bytes came from which mirror, so that a wrong hash costs no more
//! than theirs.
//!
//! Sources are numbers: 0 is the endpoint, then the mirrors in the user's order. Pure, with times
//! given by the caller; on the transfer thread.
class BlobSources
{
public:
    using Time = MirrorHealth::Time;
    static constexpr size_t kEndpoint = 0;

    //! One connection that is open.
    struct Load
    {
        size_t source = kEndpoint;
        double speed = 0; //!< bytes/s; 0: not known yet
    };
    //! Whom next() may choose.
    enum class Choice { All, EndpointOnly };

    //! \a health: null when there are no mirrors; outlives this. \a delay: first wait after a
    //! failure.
    BlobSources(const QUrl &endpoint, const std::vector<QUrl> &mirrors, MirrorHealth *health,
                std::chrono::milliseconds delay);

    [[nodiscard]] size_t count() const { return m_sources.size(); }
    [[nodiscard]] const QUrl &url(size_t source) const { return m_sources[source].url; }

    //! Remembers what a connection to each of them brings.
    void measure(std::span<const Load> open);
    //! bytes/s of one connection, as far as known.
    [[nodiscard]] double speed(size_t source) const { return m_sources[source].speed; }
    //! Who gets the next connection; nothing: nobody now. The connections are shared out in the
    //! proportion of what one brings, the endpoint and those in front first among equals; of one
    //! that has not answered yet there is one at most.
    [[nodiscard]] std::optional<size_t> next(std::span<const Load> open, Time now,
                                             Choice choice) const;
    //! Some mirror may be asked at \a now.
    [[nodiscard]] bool isAnyMirrorReady(Time now) const;
    //! And has sent a part of the blob before.
    [[nodiscard]] bool isAnyMirrorSendingRanges(Time now) const;
    //! The endpoint is left in peace while it rests for other files, as long as a mirror may be
    //! asked instead.
    [[nodiscard]] bool isReady(size_t source, Time now) const;
    //! The endpoint is asked now, and gets \a patience: see MirrorHealth::probe().
    void askEndpoint(Time now, std::chrono::milliseconds patience);

    // What a source does.
    void answered(size_t source, bool withRange);
    [[nodiscard]] bool hasAnswered(size_t source) const { return m_sources[source].answered; }
    [[nodiscard]] bool hasSentRanges(size_t source) const { return m_sources[source].ranges; }
    void gotBytes(size_t source);
    //! A signed address that answers for it; may be signed: never shown or logged.
    void setLink(size_t source, const QUrl &link) { m_sources[source].link = link; }
    [[nodiscard]] const QUrl &link(size_t source) const { return m_sources[source].link; }
    //! \a link does not work any more.
    void dropLink(size_t source, const QUrl &link);
    //! May it be asked for another one? Not after too many in a row without a byte.
    [[nodiscard]] bool mayAskForLink(size_t source);
    //! It has to be asked anew.
    void forgetAnswer(size_t source);

    //! No further connection to it before \a until, as long as there are others.
    //! \a isAsked: by the source itself, which counts on any network. The longest wait counts.
    void pause(size_t source, Time until, bool isAsked = false)
    {
        if (until <= m_sources[source].pausedUntil)
            return;
        m_sources[source].pausedUntil = until;
        m_sources[source].isPauseAsked = isAsked;
    }
    //! It is down: not asked for a while, longer each time in a row. A mirror rests for all files,
    //! and so does an endpoint that has mirrors.
    void rest(size_t source, const Error &error, Time now);
    [[nodiscard]] std::chrono::milliseconds restLeft(size_t source, Time now) const;
    //! The endpoint has rested enough.
    void wake() { m_sources[kEndpoint].restsUntil = {}; }
    //! It does not have this blob, or not as it should be: not asked for it again.
    void setAside(size_t source) { m_sources[source].setAside = true; }
    void bringBack(size_t source) { m_sources[source].setAside = false; }
    [[nodiscard]] bool isSetAside(size_t source) const { return m_sources[source].setAside; }
    //! The end of this blob comes sooner without it: not asked as long as there are others.
    void leaveSlow(size_t source) { m_sources[source].slow = true; }
    //! There are no others. False: nobody was left for that reason.
    bool bringSlowBack();
    //! It sent wrong content for some file.
    [[nodiscard]] bool isDropped(size_t source) const;
    //! The network is another one: links, pauses and speeds count no more.
    void startOver();

    // What came from mirrors.
    void wrote(size_t source, ByteRange range);
    void forgetBytes(ByteRange range);
    void forgetBytesOf(size_t mirror) { m_sources[mirror].bytes.clear(); }
    void forgetBytes();
    [[nodiscard]] const ByteRanges &bytesOf(size_t source) const { return m_sources[source].bytes; }
    //! The mirror with bytes of this blob that was used last; nothing: all came from the endpoint.
    [[nodiscard]] std::optional<size_t> suspect() const;

    //! \a mirror had other bytes in \a range than \a other, which replaced them. Whom \a mirror
    //! accused is free again.
    void accuse(size_t mirror, size_t other, ByteRange range);
    //! What was in \a range has given way to other bytes: it proves nothing against anybody.
    void replaced(ByteRange range);
    //! The blob is right now: who had other bytes than it has.
    [[nodiscard]] std::vector<QUrl> guilty() const;

private:
    struct Source
    {
        QUrl url; // without slash at the end
        QUrl link;
        bool answered = false;
        bool ranges = false; // it has answered with a part of the blob
        bool setAside = false;
        bool slow = false; // left for faster ones
        Time pausedUntil{};
        bool isPauseAsked = false;
        Time restsUntil{}; // of the endpoint, for this file; that of mirrors is in m_health
        RetryCounter failures;
        double speed = 0; // bytes/s of one connection
        int expiredLinks = 0; // in a row without a byte
        ByteRanges bytes; // on the disk; of mirrors only
        qint64 usedLast = 0; // count of writes at that time
    };
    struct Accusation
    {
        size_t mirror;
        size_t by;
        ByteRange range;
    };

    [[nodiscard]] bool hasMirrors() const { return m_sources.size() > 1; }
    [[nodiscard]] bool hasRested(Time now) const;

    std::vector<Source> m_sources;
    MirrorHealth *m_health;
    std::chrono::milliseconds m_delay;
    std::vector<Accusation> m_accusations;
    qint64 m_writes = 0;
};

} // namespace hubdesk
