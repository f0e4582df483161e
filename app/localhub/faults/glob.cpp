// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/faults/glob.h"

#include <QtTypes>

namespace hubdesk::localhub {

namespace {

struct ClassMatch
{
    bool valid = false;
    bool matched = false;
    qsizetype length = 0;
};

ClassMatch matchClass(QByteArrayView pattern, char c)
{
    qsizetype at = 1;
    const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    if (negated)
        ++at;
    bool found = false;
    for (bool first = true; at < pattern.size(); first = false) {
        if (pattern[at] == ']' && !first)
            return {.valid = true, .matched = found != negated, .length = at + 1};
        if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
            found = found || (pattern[at] <= c && c <= pattern[at + 2]);
            at += 3;
        } else {
            found = found || pattern[at] == c;
            ++at;
        }
    }
    return {};
}

// Length of the pattern element at the front if it matches `c`, else 0.
qsizetype matchOne(QByteArrayView pattern, char c)
{
    if (pattern.front() == '?')
        return 1;
    if (pattern.front() == '\\' && pattern.size() > 1)
        return pattern[1] == c ? 2 : 0;
    if (pattern.front() == '[') {
        const ClassMatch match = matchClass(pattern, c);
        if (match.valid)
            return match.matched ? match.length : 0;
    }
    return pattern.front() == c ? 1 : 0;
}

} // namespace

bool globMatches(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype starAt = -1;
    qsizetype retryAt = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            starAt = p++;
            retryAt = t;
            continue;
        }
        const qsizetype step = p < pattern.size() ? matchOne(pattern.sliced(p), text[t]) : 0;
        if (step > 0) {
            p += step;
            ++t;
            continue;
        }
        if (starAt < 0)
            return false;
        p = starAt + 1;
        t = ++retryAt;
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace hubdesk::localhub
