// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/safewords.h"

#include "core/log/redaction.h"
#include "core/log/safelists.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

using namespace safe;

namespace {

constexpr qsizetype kLongestName = 128; // bytes
constexpr qsizetype kLongestPath = 512; // bytes
constexpr qsizetype kMostParts = 24;
constexpr qsizetype kMostKeys = 16;
constexpr qsizetype kLongestHost = 120; // bytes
constexpr qsizetype kLongestText = 1000; // characters

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isAlnum(char c)
{
    return isDigit(c) || isLower(c) || isUpper(c);
}
bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
char lowered(char c)
{
    return isUpper(c) ? char(c - 'A' + 'a') : c;
}

//! Letters and digits in a row that nobody would choose as a name. Commits and SHA-256 are known to
//! be harmless.
bool looksRandom(QByteArrayView run)
{
    constexpr qsizetype kMixed = 20;
    constexpr qsizetype kHex = 24;
    constexpr qsizetype kAny = 48;
    if (run.size() < kMixed)
        return false;
    if (std::ranges::all_of(run, isHex))
        return run.size() >= kHex && run.size() != 40 && run.size() != 64;
    const bool mixed = std::ranges::any_of(run, isDigit) && std::ranges::any_of(run, isLower)
        && std::ranges::any_of(run, isUpper);
    return mixed || run.size() >= kAny;
}

bool startsToken(QByteArrayView rest)
{
    constexpr qsizetype kShortestTail = 4;
    return std::ranges::any_of(kTokenStarts, [rest](std::string_view start) {
        const auto length = qsizetype(start.size());
        if (rest.size() < length + kShortestTail)
            return false;
        for (qsizetype i = 0; i < length; ++i) {
            if (lowered(rest.at(i)) != start.at(std::size_t(i)))
                return false;
        }
        // "asia" is a word too; keys of that maker are in capitals.
        return !start.starts_with('a') || start == "api_org_" || isUpper(rest.at(0));
    });
}

bool isPlain(char c)
{
    return isAlnum(c) || c == '-' || c == '_' || c == '.' || c == '+';
}

QByteArray star(QByteArrayView name)
{
    const qsizetype dot = name.lastIndexOf('.');
    const QByteArray ending = dot < 0 ? QByteArray() : name.sliced(dot + 1).toByteArray();
    return isOneOf(kFileEndings, ending) ? "*." + ending : QByteArray("*");
}

QByteArray safePart(const QByteArray &name)
{
    const bool plain = !name.isEmpty() && name.size() <= kLongestName
        && std::ranges::all_of(name, isPlain) && !looksSecret(name);
    return plain ? name : star(name);
}

//! A path in its parts, and which of them are the id of a repo.
struct Route
{
    QList<QByteArray> parts;
    qsizetype repoBegin = 0;
    qsizetype repoEnd = 0; //!< One behind the last; equal to the begin: no repo.
    bool hasNames = false; //!< Parts that are no route words are names.
};

Route routeOf(const QByteArray &encodedPath)
{
    Route route;
    for (const QByteArray &piece : encodedPath.split('/')) {
        if (piece.isEmpty())
            continue;
        if (piece.contains('%')) { // "refs%2Fpr%2F1" is three parts
            for (const QByteArray &part : QByteArray::fromPercentEncoding(piece).split('/'))
                route.parts.append(part);
        } else {
            route.parts.append(piece);
        }
        if (route.parts.size() > kMostParts)
            break;
    }
    const QList<QByteArray> &parts = route.parts;
    if (parts.value(0) == "api") {
        if (isOneOf(kRepoKinds, parts.value(1)) && parts.size() > 2) {
            route.hasNames = true;
            route.repoBegin = 2;
            const bool two = parts.size() > 3 && !isOneOf(kRouteWords, parts.at(3));
            route.repoEnd = two ? 4 : 3;
        } else {
            route.hasNames = isOneOf(kNameKinds, parts.value(1));
        }
        return route;
    }
    const qsizetype first = isOneOf(kRepoKinds, parts.value(0)) ? 1 : 0;
    for (const qsizetype verb : {first + 1, first + 2}) {
        if (isOneOf(kRepoVerbs, parts.value(verb))) {
            route.hasNames = true;
            route.repoBegin = first;
            route.repoEnd = verb;
            break;
        }
    }
    return route;
}

QByteArray joined(const QList<QByteArray> &parts)
{
    QByteArray path;
    for (const QByteArray &part : parts) {
        if (path.size() + part.size() + 1 > kLongestPath)
            return path + "/*";
        path += '/' + part;
    }
    return path.isEmpty() ? QByteArray("/") : path;
}

//! Host names know no capitals, so a random one is a mixture of letters and digits.
QByteArray safeLabel(const QByteArray &label)
{
    constexpr qsizetype kRandom = 20;
    qsizetype run = 0;
    bool digits = false;
    for (const char c : label) {
        run = isAlnum(c) ? run + 1 : 0;
        digits = run > 0 && (digits || isDigit(c));
        if (run >= kRandom && digits)
            return "*";
    }
    return looksSecret(label) ? QByteArray("*") : label;
}

bool isKeyWord(QByteArrayView word)
{
    return isOneOf(kKeyWords, word.toByteArray().toLower());
}

} // namespace

bool looksSecret(QByteArrayView word)
{
    qsizetype run = 0; // where the letters and digits in a row began
    for (qsizetype i = 0; i <= word.size(); ++i) {
        const bool inside = i < word.size() && isAlnum(word.at(i));
        if (inside && (i == 0 || !isAlnum(word.at(i - 1)))) {
            run = i;
            if (startsToken(word.sliced(i)))
                return true;
        }
        if (!inside && i > 0 && isAlnum(word.at(i - 1)) && looksRandom(word.sliced(run, i - run)))
            return true;
    }
    return false;
}

QByteArray safeHost(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return safeHost(url.port() < 0 ? host : host + ':' + QByteArray::number(url.port()));
}

QByteArray safeHost(const QByteArray &hostAndPort)
{
    constexpr QByteArrayView kMarks = "-.:[]*";
    const auto allowed = [&kMarks](char c) { return isAlnum(c) || kMarks.contains(c); };
    if (hostAndPort.isEmpty() || hostAndPort.size() > kLongestHost
        || !std::ranges::all_of(hostAndPort, allowed))
        return "*";
    QList<QByteArray> labels = hostAndPort.split('.');
    for (QByteArray &label : labels)
        label = safeLabel(label);
    return labels.join('.');
}

QByteArray safePath(const QByteArray &encodedPath)
{
    Route route = routeOf(encodedPath);
    bool isValue = false; // of the key word before
    for (QByteArray &part : route.parts) {
        const bool keyWord = isKeyWord(part);
        if (isValue || (!isOneOf(kRouteWords, part) && !route.hasNames))
            part = "*";
        else if (!isOneOf(kRouteWords, part))
            part = safePart(part);
        isValue = keyWord;
    }
    return joined(route.parts);
}

QByteArray pathWithoutNames(const QByteArray &path,
                            const std::function<QByteArray(const QByteArray &)> &rename)
{
    const Route route = routeOf(path);
    QList<QByteArray> parts;
    for (qsizetype i = 0; i < route.parts.size(); ++i) {
        if (i >= route.repoBegin && i < route.repoEnd) {
            if (i == route.repoBegin)
                parts.append(
                    rename(route.parts.sliced(i, route.repoEnd - route.repoBegin).join('/')));
            continue;
        }
        const QByteArray &part = route.parts.at(i);
        parts.append(isOneOf(kRouteWords, part) || part == "main" ? part : star(part));
    }
    return joined(parts);
}

QList<QByteArray> safeQueryKeys(const QByteArray &encodedQuery)
{
    QList<QByteArray> keys;
    if (encodedQuery.isEmpty())
        return keys;
    for (const QByteArray &pair : encodedQuery.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.first(equals);
        const QByteArray key = isOneOf(kQueryKeys, name) ? name : QByteArray("*");
        if (!keys.contains(key))
            keys.append(key);
        if (keys.size() >= kMostKeys)
            break;
    }
    return keys;
}

QByteArray safeRequestId(const QByteArray &id)
{
    constexpr qsizetype kLongest = 120;
    constexpr QByteArrayView kRoot = "Root=";
    QByteArrayView rest = id;
    if (rest.startsWith(kRoot))
        rest = rest.sliced(kRoot.size());
    qsizetype group = 0;
    for (const char c : rest) {
        if (!isHex(c) && c != '-' && c != ';')
            return "*";
        // Ids come in groups (8-4-4-4-12, 1-8-24, 32); a longer run of digits is something else.
        group = isHex(c) ? group + 1 : 0;
        if (group > 32)
            return "*";
    }
    return id.size() <= kLongest ? id : QByteArray("*");
}

QString safeName(const QString &name)
{
    QList<QByteArray> parts;
    for (const QByteArray &part : name.toUtf8().split('/'))
        parts.append(safePart(part));
    QByteArray all = parts.join('/');
    if (all.size() > kLongestPath)
        all = "*";
    return QString::fromLatin1(all);
}

QString safeText(const QString &text)
{
    static const QRegularExpression spaces(uR"(\s+)"_s);
    static const QRegularExpression quotes(uR"(["'“”„‚‘’«»()\[\]<>,;:!?]+)"_s);
    QStringList kept;
    bool isValue = false;
    const QStringList words =
        shownFolder(redact(text.left(kLongestText))).split(spaces, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QString bare = word;
        bare.remove(quotes);
        const bool keyWord = isKeyWord(bare.toLatin1());
        const bool assigns = word.contains(u'=') || word.contains(u'@') || word.contains(u'&')
            || word.contains(u'%') || word.contains("://"_L1) || word.contains(u'\\');
        // One harmless word behind a key word is lost ("token is"): better than the other mistake.
        const QByteArray bytes = word.toUtf8();
        kept.append(isValue || assigns || safeLabel(bytes) != bytes ? u"*"_s : word);
        isValue = keyWord;
    }
    return kept.join(u' ');
}

QString shownFolder(const QString &path)
{
    static const QString home = QDir::cleanPath(QDir::homePath());
    static const QString user = home.section(u'/', -1);
    QString shown = path;
    if (home.size() > 1) {
        for (qsizetype at = shown.indexOf(home); at >= 0; at = shown.indexOf(home, at + 1)) {
            const qsizetype end = at + home.size();
            const bool isWhole = end == shown.size() || shown.at(end) == u'/'
                || !(shown.at(end).isLetterOrNumber() || shown.at(end) == u'-'
                     || shown.at(end) == u'_' || shown.at(end) == u'.');
            if (isWhole)
                shown.replace(at, home.size(), u'~');
        }
    }
    if (!shown.contains(u'/'))
        return shown;
    QStringList parts = shown.split(u'/');
    for (QString &part : parts) {
        if ((!user.isEmpty() && part == user) || looksSecret(part.toUtf8()))
            part = u"*"_s;
    }
    return parts.join(u'/');
}

} // namespace hubdesk
