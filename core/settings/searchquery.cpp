// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/searchquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Without case and accents; the mnemonic of a label is no part of its text.
QString folded(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark() && c != u'&')
            result += c;
    }
    return result.toCaseFolded();
}

bool occurs(const QString &word, const QStringList &texts)
{
    return std::ranges::any_of(
        texts, [&word](const QString &text) { return folded(text).contains(word); });
}

} // namespace

SearchQuery::SearchQuery(const QString &text)
    : m_words(folded(text).split(u' ', Qt::SkipEmptyParts))
{ }

bool SearchQuery::matchesAll(const QStringList &texts) const
{
    return !m_words.isEmpty() && std::ranges::all_of(m_words, [&texts](const QString &word) {
        return occurs(word, texts);
    });
}

bool SearchQuery::matchesAny(const QStringList &texts) const
{
    return std::ranges::any_of(m_words,
                               [&texts](const QString &word) { return occurs(word, texts); });
}

} // namespace hubdesk
