// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace hubdesk {

//! How many connections one file gets: opens more as long as they bring more, and keeps the number
//! that did. Pure: fed with times and byte counts by its owner.
class ConnectionTuner
{
public:
    static constexpr qint64 kStep = 200; //!< ms between two looks

    //! \a most: the user's limit; \a first: how many to begin with.
    explicit ConnectionTuner(int most, int first = 1);

    //! \a now (ms) and \a bytes of the file that have arrived since the beginning, by \a
    //! connections that are open. Call a few times a second; wanted() may be different afterwards.
    void look(qint64 now, qint64 bytes, int connections);
    //! A server that refuses more (429, 503, connection refused) is not asked for as many again.
    void refused(int connections);

    [[nodiscard]] int wanted() const { return m_wanted; }

private:
    int m_limit; // the user's
    int m_most; // of those that the server lets in
    int m_wanted = 1;
    int m_bestCount = 1;
    double m_bestRate = 0; // bytes/s
    qint64 m_since = -1; // ms, start of the measurement
    qint64 m_bytes = 0; // at that time
    qint64 m_settledUntil = -1; // ms
};

} // namespace hubdesk
