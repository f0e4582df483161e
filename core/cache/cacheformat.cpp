// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheformat.h"

#include "core/cache/pythontext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

//! One cell; numbers stand at the right of their column, texts at the left.
struct Cell
{
    QString text;
    bool isNumber = false;
};
using Row = std::vector<Cell>;

struct AgeUnit
{
    QLatin1StringView name;
    double seconds;
    std::optional<double> limit;
};

constexpr std::array<AgeUnit, 7> kAgeUnits = {{
    {"second"_L1, 1, 60},
    {"minute"_L1, 60, 60},
    {"hour"_L1, 3'600, 24},
    {"day"_L1, 86'400, 6},
    {"week"_L1, 604'800, 6},
    {"month"_L1, 2'592'000, 11},
    {"year"_L1, 31'536'000, std::nullopt},
}};

//! One decimal, correctly rounded with ties to even, as Python formats it.
QString oneDecimal(double value)
{
    std::array<char, 400> buffer = {};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, 1)
                         .ptr;
    return QString::fromLatin1(buffer.data(), end - buffer.data());
}

QString sizeCell(qint64 bytes)
{
    return officialSize(static_cast<double>(bytes)).rightJustified(12);
}

Row repoRow(const CachedRepo &repo, double now)
{
    return {
        {repo.repo.id},
        {repoTypeName(repo.repo.type)},
        {sizeCell(repo.size)},
        {QString::number(repo.fileCount), true},
        {officialAge(now - repo.lastAccessed)},
        {officialAge(now - repo.lastModified)},
        {repo.refs().join(", "_L1)},
        {repo.path},
    };
}

Row revisionRow(const CachedRepo &repo, const CachedRevision &revision, double now)
{
    return {
        {repo.repo.id},
        {repoTypeName(repo.repo.type)},
        {revision.commit},
        {sizeCell(revision.size)},
        {QString::number(revision.files.size()), true},
        {officialAge(now - revision.lastModified)},
        {revision.refs.join(", "_L1)},
        {revision.snapshotPath},
    };
}

std::vector<Row> rowsOf(const CacheScan &scan, int verbosity, double now)
{
    std::vector<const CachedRepo *> repos;
    repos.reserve(scan.repos.size());
    for (const CachedRepo &repo : scan.repos)
        repos.push_back(&repo);
    std::ranges::sort(repos, [](const CachedRepo *left, const CachedRepo *right) {
        return lessByCodePoint(left->path, right->path);
    });
    std::vector<Row> rows;
    for (const CachedRepo *repo : repos) {
        if (verbosity < 1) {
            rows.push_back(repoRow(*repo, now));
            continue;
        }
        for (const CachedRevision &revision : repo->revisions)
            rows.push_back(revisionRow(*repo, revision, now));
    }
    return rows;
}

QString padded(const Cell &cell, qsizetype width)
{
    const QString space(width - codePointCount(cell.text), u' ');
    return cell.isNumber ? space + cell.text : cell.text + space;
}

} // namespace

QString officialSize(double bytes)
{
    for (const QLatin1StringView unit :
         {""_L1, "K"_L1, "M"_L1, "G"_L1, "T"_L1, "P"_L1, "E"_L1, "Z"_L1}) {
        if (std::abs(bytes) < 1000.0)
            return oneDecimal(bytes) + unit;
        bytes /= 1000.0;
    }
    return oneDecimal(bytes) + u'Y';
}

QString officialAge(double secondsAgo)
{
    if (secondsAgo < 20)
        return u"a few seconds ago"_s;
    double value = 0;
    QLatin1StringView name;
    for (const AgeUnit &unit : kAgeUnits) {
        value = std::nearbyint(secondsAgo / unit.seconds); // half to even
        name = unit.name;
        if (unit.limit && value <= *unit.limit)
            break;
    }
    return u"%1 %2%3 ago"_s.arg(QString::number(value, 'f', 0), name,
                                value > 1 ? u"s"_s : QString());
}

QString scanTable(const CacheScan &scan, int verbosity, double now)
{
    const QStringList headers = verbosity < 1
        ? QStringList{u"REPO ID"_s,       u"REPO TYPE"_s,     u"SIZE ON DISK"_s, u"NB FILES"_s,
                      u"LAST_ACCESSED"_s, u"LAST_MODIFIED"_s, u"REFS"_s,         u"LOCAL PATH"_s}
        : QStringList{u"REPO ID"_s,  u"REPO TYPE"_s,     u"REVISION"_s, u"SIZE ON DISK"_s,
                      u"NB FILES"_s, u"LAST_MODIFIED"_s, u"REFS"_s,     u"LOCAL PATH"_s};
    std::vector<Row> rows = rowsOf(scan, verbosity, now);
    const auto columns = static_cast<size_t>(headers.size());
    std::vector<qsizetype> widths(columns);
    Row head(columns);
    Row dashes(columns);
    for (size_t column = 0; column < columns; ++column) {
        head[column].text = headers[static_cast<qsizetype>(column)];
        widths[column] = head[column].text.size();
        for (const Row &row : rows)
            widths[column] = std::max(widths[column], codePointCount(row[column].text));
        dashes[column].text = QString(widths[column], u'-');
    }
    rows.insert(rows.begin(), {head, dashes});
    QStringList lines;
    for (const Row &row : rows) {
        QString line;
        for (size_t column = 0; column < columns; ++column)
            line += padded(row[column], widths[column]) + u' ';
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace hubdesk
