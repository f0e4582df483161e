// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hub/patterns.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString escaped(char32_t codePoint)
{
    // Whole code points only: half of a surrogate pair behind a backslash is no expression at all.
    return QRegularExpression::escape(QString::fromUcs4(&codePoint, 1));
}

//! Turns the inside of `[...]` into a character class; \a body is without brackets and `!`.
QString characterClass(const QString &body, bool negated)
{
    const auto points = body.toUcs4();
    QString set;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool range = i + 2 < points.size() && points.at(i + 1) == U'-';
        if (range) {
            // A reversed range matches nothing, as in Python.
            if (points.at(i) <= points.at(i + 2))
                set += escaped(points.at(i)) + u'-' + escaped(points.at(i + 2));
            i += 2;
        } else {
            set += escaped(points.at(i));
        }
    }
    if (set.isEmpty())
        return negated ? u"."_s : u"(?!)"_s;
    return (negated ? u"[^"_s : u"["_s) + set + u']';
}

QString toRegularExpression(const QString &pattern)
{
    QString out;
    qsizetype i = 0;
    while (i < pattern.size()) {
        const QChar c = pattern.at(i++);
        if (c == u'*') {
            // Several stars mean the same as one and would only cost time.
            while (i < pattern.size() && pattern.at(i) == u'*')
                ++i;
            out += ".*"_L1;
        } else if (c == u'?') {
            out += u'.';
        } else if (c == u'[') {
            const bool negated = i < pattern.size() && pattern.at(i) == u'!';
            const qsizetype start = i + (negated ? 1 : 0);
            // A `]` right after the bracket belongs to the set.
            const qsizetype close = pattern.indexOf(u']', start + 1);
            if (close < 0) {
                out += "\\["_L1;
            } else {
                out += characterClass(pattern.mid(start, close - start), negated);
                i = close + 1;
            }
        } else if (c.isHighSurrogate() && i < pattern.size() && pattern.at(i).isLowSurrogate()) {
            out += escaped(QChar::surrogateToUcs4(c, pattern.at(i++)));
        } else {
            out += QRegularExpression::escape(QString(c));
        }
    }
    return u"\\A(?:"_s + out + u")\\z"_s;
}

} // namespace

struct PathFilter::Matcher
{
    explicit Matcher(const QString &pattern)
        : expression(toRegularExpression(pattern.endsWith(u'/') ? pattern + u'*' : pattern),
                     QRegularExpression::DotMatchesEverythingOption)
    { }
    QRegularExpression expression;
};

PathFilter::PathFilter(const std::optional<QStringList> &allow, const QStringList &ignore)
{
    if (allow) {
        m_allow.emplace();
        for (const QString &pattern : *allow)
            m_allow->push_back(std::make_shared<const Matcher>(pattern));
    }
    for (const QString &pattern : ignore)
        m_ignore.push_back(std::make_shared<const Matcher>(pattern));
}

bool PathFilter::matches(const QString &path) const
{
    const auto matchesAny = [&path](const auto &matchers) {
        return std::ranges::any_of(matchers, [&path](const auto &matcher) {
            return matcher->expression.match(path).hasMatch();
        });
    };
    return (!m_allow || matchesAny(*m_allow)) && !matchesAny(m_ignore);
}

bool fnmatch(const QString &path, const QString &pattern)
{
    return PathFilter(QStringList{pattern}, {}).matches(path);
}

} // namespace hubdesk
