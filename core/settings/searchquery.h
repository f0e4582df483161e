// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace hubdesk {

//! What somebody typed to find a setting: words, each of which has to occur somewhere. Case and
//! accents do not count. A value; reentrant.
class SearchQuery
{
public:
    SearchQuery() = default;
    explicit SearchQuery(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    //! Every word occurs in one of \a texts. An empty query matches nothing.
    [[nodiscard]] bool matchesAll(const QStringList &texts) const;
    //! Some word occurs in one of \a texts.
    [[nodiscard]] bool matchesAny(const QStringList &texts) const;

private:
    QStringList m_words;
};

} // namespace hubdesk
