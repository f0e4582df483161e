// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

namespace hubdesk {

//! Makes secrets of all kinds and puts them where a careless server or user might. Every secret has
//! kMark every few characters, so that even a part of one is found. Always the same for one seed.
class SecretSource
{
public:
    static constexpr QByteArrayView kMark = "zq7"; //!< in any case of letters

    explicit SecretSource(quint32 seed)
        : m_random(seed)
    { }

    [[nodiscard]] int below(int bound) { return int(m_random.bounded(bound)); }
    template <class List> auto oneOf(const List &list) { return list[below(int(std::size(list)))]; }

    //! A token that can be told by its looks: `hf_...`, JSON web token and so on.
    [[nodiscard]] QByteArray token();
    //! Anything, a password without any shape included.
    [[nodiscard]] QByteArray secret();
    //! A whole address of a Hub at \a origin with secrets in odd places.
    [[nodiscard]] QByteArray address(const QByteArray &origin);
    //! Where a redirect leads: a signed link, perhaps with credentials in odd places.
    [[nodiscard]] QByteArray signedLink();
    //! A sentence of an error with something secret in it.
    [[nodiscard]] QString sentence();

    //! True when any part of a secret is in \a text, encoded or not.
    [[nodiscard]] static bool isIn(const QByteArray &text);

private:
    [[nodiscard]] QByteArray noise(int length, const char *letters);
    [[nodiscard]] QByteArray path();
    [[nodiscard]] QByteArray query();

    QRandomGenerator m_random;
};

} // namespace hubdesk
