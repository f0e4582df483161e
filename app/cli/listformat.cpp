// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/listformat.h"

#include "core/cache/pythontext.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct SortName
{
    QLatin1StringView name;
    SearchSort sort;
};

constexpr std::array<SortName, 5> kSortNames = {{
    {"trending_score"_L1, SearchSort::Trending},
    {"downloads"_L1, SearchSort::Downloads},
    {"likes"_L1, SearchSort::Likes},
    {"last_modified"_L1, SearchSort::LastModified},
    {"created_at"_L1, SearchSort::Created},
}};

//! The Hub's own values: false, "auto", "manual".
QJsonValue gatedJson(const RepoInfo &repo)
{
    switch (repo.gated) {
    case Gating::None:
        return false;
    case Gating::Automatic:
        return u"auto"_s;
    case Gating::Manual:
        return u"manual"_s;
    case Gating::Unknown:
        break;
    }
    return repo.raw.value("gated"_L1);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue dateJson(const QDateTime &date)
{
    return date.isValid() ? QJsonValue(date.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QString note(const RepoInfo &repo)
{
    QStringList notes;
    if (repo.isPrivate)
        notes.append(u"private"_s);
    if (repo.gated != Gating::None)
        notes.append(u"gated"_s);
    return notes.join(u',');
}

} // namespace

QStringList sortNames()
{
    QStringList names;
    for (const SortName &entry : kSortNames)
        names.append(entry.name);
    return names;
}

SearchSort sortFromName(const QString &name)
{
    for (const SortName &entry : kSortNames) {
        if (name == entry.name)
            return entry.sort;
    }
    return SearchSort::Trending;
}

QJsonArray listJson(const std::vector<RepoInfo> &repos)
{
    QJsonArray array;
    for (const RepoInfo &repo : repos) {
        array.append(QJsonObject{
            {u"id"_s, repo.repo.id},
            {u"author"_s, textOrNull(repo.author)},
            {u"downloads"_s, repo.downloads},
            {u"likes"_s, repo.likes},
            {u"last_modified"_s, dateJson(repo.lastModified)},
            {u"private"_s, repo.isPrivate},
            {u"gated"_s, gatedJson(repo)},
            {u"tags"_s, QJsonArray::fromStringList(repo.tags)},
            {u"pipeline_tag"_s, textOrNull(repo.pipelineTag)},
        });
    }
    return array;
}

QString listTable(const std::vector<RepoInfo> &repos)
{
    std::vector<QStringList> rows = {
        {u"ID"_s, u"TASK"_s, u"DOWNLOADS"_s, u"LIKES"_s, u"LAST MODIFIED"_s, u"ACCESS"_s}};
    for (const RepoInfo &repo : repos) {
        rows.push_back({repo.repo.id, repo.pipelineTag, QString::number(repo.downloads),
                        QString::number(repo.likes), repo.lastModified.date().toString(Qt::ISODate),
                        note(repo)});
    }
    std::array<qsizetype, 6> widths = {};
    for (const QStringList &row : rows) {
        for (size_t column = 0; column < widths.size(); ++column) {
            widths[column] =
                std::max(widths[column], codePointCount(row[static_cast<qsizetype>(column)]));
        }
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (size_t column = 0; column < widths.size(); ++column) {
            const QString &cell = row[static_cast<qsizetype>(column)];
            const QString space(widths[column] - codePointCount(cell), u' ');
            const bool isNumber = column == 2 || column == 3;
            line += (isNumber ? space + cell : cell + space) + u' ';
        }
        lines.append(line.trimmed());
    }
    return lines.join(u'\n');
}

} // namespace hubdesk
