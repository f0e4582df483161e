// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! What BlobFetch does about a wrong hash: finds what is wrong, fetches that again, and finds out
//! whose fault it was.

#include "core/log/categories.h"
#include "core/transfer/blobfetch.h"
#include "core/transfer/transfertexts.h"

#include <utility>

namespace hubdesk {

//! What is wrong is looked for where it costs least first: among what another program left, then on
//! the disk (which nobody else is to be blamed for), then in what came from mirrors, then in all
//! that came over the network.
void BlobFetch::mend()
{
    const auto suspect = m_sources.suspect();
    if (!m_segmented && suspect)
        fetchWithoutMirrors();
    else if (!m_unchecked.isEmpty() || !std::exchange(m_hasRead, true))
        readAgain();
    else if (suspect)
        compareMirror(*suspect);
    else
        compareAgain();
}

//! Everything is read once more and compared with its checksums, without what nobody vouches for.
void BlobFetch::readAgain()
{
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "has a wrong hash: looks for the damaged part";
    ++m_generation;
    m_hash->reset();
    m_present.clear();
    run([this, drops = !m_unchecked.isEmpty()] {
        auto ready = m_workspace->reopen(m_segmented);
        if (ready && (drops || !m_segmented))
            ready = m_workspace->dropUnchecked();
        m_context.mailbox->post([this, ready] {
            m_unchecked.clear();
            if (!ready)
                return fail(ready.error());
            if (m_stopping)
                return end(Outcome::Stopped);
            // A small file has no checksums: once more, all of it.
            m_canMend = m_segmented;
            begin();
        });
    });
}

//! A small file has no checksums, and its parts cannot be fetched one by one: once more, all of it,
//! and from nobody whose bytes are in it.
void BlobFetch::fetchWithoutMirrors()
{
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "has a wrong hash: fetches it again without mirrors";
    std::optional<size_t> sentAll;
    while (const auto mirror = m_sources.suspect()) {
        if (m_sources.bytesOf(*mirror).total() == m_spec.size)
            sentAll = mirror;
        m_sources.setAside(*mirror);
        m_sources.forgetBytesOf(*mirror);
    }
    startAgain();
    // Whoever sent all of it sent it wrong, if it comes right from somebody else.
    if (sentAll)
        m_sources.accuse(*sentAll, BlobSources::kEndpoint, {0, m_spec.size});
    m_tick.start();
    fill();
}

//! The bytes that came from \a mirror are fetched again from somebody else and replaced where they
//! differ.
void BlobFetch::compareMirror(size_t mirror)
{
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "has a wrong hash: fetches again what came from"
                                 << m_sources.url(mirror).host();
    m_comparing = Comparing::Mirror;
    m_suspect = mirror;
    m_suspectDiffers = false;
    m_sources.setAside(mirror);
    ByteRanges others;
    others.add({0, m_spec.size});
    for (const ByteRange &range : m_sources.bytesOf(mirror).ranges())
        others.remove(range);
    m_plan = SegmentPlan(m_spec.size, others);
    m_tick.start();
    fill();
}

void BlobFetch::mirrorCompared(ByteRange range, bool differs, size_t source)
{
    if (differs) {
        m_suspectDiffers = true;
        m_sources.accuse(m_suspect, source, range);
    }
    if (!m_sources.bytesOf(m_suspect).isEmpty())
        return;
    m_comparing = Comparing::Nothing;
    ++m_generation;
    closeAll();
    m_plan = SegmentPlan(m_spec.size, m_present); // nothing is missing
    if (!m_suspectDiffers) {
        // It is as good as those who sent the same. The hash has not changed.
        m_sources.bringBack(m_suspect);
        return mend();
    }
    hashAgain();
}

//! Behind the blocks that are still being compared: one of them may yet change the file.
void BlobFetch::hashAgain()
{
    m_hash->reset();
    run([this, generation = m_generation] {
        m_context.mailbox->post([this, generation] {
            if (m_ending || generation != m_generation)
                return;
            m_hash->follow(m_present);
            checkComplete();
        });
    });
}

//! All that is here is as it was received, and still wrong: it was damaged on the way. Fetched
//! again from the endpoint until the part that differs has been found, which leaves the rest alone.
void BlobFetch::compareAgain()
{
    if (m_compared.total() == m_spec.size) { // the whole file twice, and the hash is still wrong
        m_counters.received->store(0);
        m_counters.dirty->store(true);
        run([this] { m_workspace->discard(); });
        return fail(m_wrongHash);
    }
    qCInfo(lcTransfer).noquote() << m_spec.repo.id << m_spec.paths.first()
                                 << "arrived damaged: compares it with the server's content";
    m_comparing = Comparing::Everything;
    m_plan = SegmentPlan(m_spec.size, m_compared);
    m_tick.start();
    fill();
}

void BlobFetch::compared(ByteRange range, bool differs, size_t source)
{
    m_sources.wrote(source, range);
    if (differs)
        m_sources.replaced(range);
    if (m_comparing == Comparing::Mirror)
        return mirrorCompared(range, differs, source);
    m_compared.add(range);
    if (!differs && m_compared.total() < m_spec.size)
        return;
    // Found, or nothing is left to look at: the hash decides.
    m_comparing = Comparing::Nothing;
    ++m_generation;
    closeAll();
    m_plan = SegmentPlan(m_spec.size, m_present); // nothing is missing
    hashAgain();
}

//! The blob is right now, so whoever had other bytes was wrong: proved, not guessed.
void BlobFetch::dropGuiltyMirrors()
{
    for (const QUrl &mirror : m_sources.guilty()) {
        if (!m_context.mirrors->drop(mirror))
            continue;
        const QString text = TransferTexts::mirrorDropped(mirror, m_spec.paths.first());
        qCWarning(lcTransfer).noquote() << m_spec.repo.id << text;
        if (m_context.note)
            m_context.note(text);
    }
}

} // namespace hubdesk
