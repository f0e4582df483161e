// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hubdesk::localhub {

//! Reproducible pseudo-random numbers (splitmix64): the same on every machine for ever, which the
//! generators of the standard library promise but its distributions do not.
class Noise
{
public:
    explicit Noise(quint64 seed)
        : m_state(seed)
    { }

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    //! A number from 0 to `limit` - 1.
    qint64 below(qint64 limit) { return static_cast<qint64>(next() % static_cast<quint64>(limit)); }

    //! `count` bytes, little-endian words on every machine.
    QByteArray bytes(qint64 count)
    {
        QByteArray out;
        out.reserve(count + 8);
        while (out.size() < count) {
            const quint64 word = next();
            for (int shift = 0; shift < 64; shift += 8)
                out.append(static_cast<char>(word >> shift));
        }
        out.truncate(count);
        return out;
    }

private:
    quint64 m_state;
};

} // namespace hubdesk::localhub
