// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/transfer/fetchcontext.h"
#include "core/transfer/fronthasher.h"

#include <functional>
#include <memory>

namespace hubdesk {

//! Lets the hash of one file follow the front of what is on the disk, on a strand of its own beside
//! the one that writes, so that the file is checked a moment after its last byte. Lives on the
//! transfer thread; no handler is called after stop().
class HashFollower
{
public:
    //! Called on the transfer thread.
    struct Handler
    {
        std::function<void()> advanced; //!< More of the front is in the hash.
        std::function<void(ByteRange range)>
            damaged; //!< To be fetched again; the hash waits in front of it.
        std::function<void(const Error &error)> failed; //!< The disk cannot be read.
    };

    //! \a file outlives the strand's tasks: the owner closes it in whenIdle().
    HashFollower(const FetchContext &context, const PartialFile *file, Hasher::Kind kind,
                 qint64 size, Handler handler);
    ~HashFollower();

    void expect(const std::vector<RangeJournal::Block> &blocks);
    //! \a data has just been written at \a offset.
    void written(qint64 offset, const QByteArray &data);
    //! \a present: what is on the disk now.
    void follow(const ByteRanges &present);
    //! Starts again from byte 0.
    void reset();
    //! All of \a size bytes are in the hash.
    [[nodiscard]] bool isAt(qint64 size) const { return m_done == size && m_pending == 0; }
    //! \a then gets the hash of everything, on the transfer thread.
    void result(std::function<void(const QString &hash)> then);
    void stop() { *m_stop = true; }
    //! Runs \a then on the strand, behind everything else.
    void whenIdle(std::function<void()> then) { m_strand->run(std::move(then)); }

private:
    FetchContext m_context;
    const PartialFile *m_file;
    qint64 m_size;
    Handler m_handler;
    std::shared_ptr<Strand> m_strand;
    std::shared_ptr<FrontHasher> m_hasher; // used on the strand only
    std::shared_ptr<std::atomic_bool> m_stop;
    std::shared_ptr<int> m_generation; // answers to orders from before a reset are ignored
    qint64 m_queued = 0; // everything before is in the hash or on its way there
    qint64 m_done = 0;
    int m_pending = 0; // tasks on the strand
    bool m_reading = false;
};

} // namespace hubdesk
