// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/dryrunreport.h"

#include "core/cache/cacheformat.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::DryRunReport)
};

QString size(qint64 bytes)
{
    return officialSize(static_cast<double>(bytes));
}

} // namespace

QString dryRunTable(const DryRunPlan &plan)
{
    qsizetype count = 0;
    qint64 total = 0;
    QList<std::pair<QString, QString>> rows{{u"FILE"_s, u"SIZE"_s}};
    for (const DryRunFile &file : plan.files) {
        count += file.willDownload ? 1 : 0;
        total += file.willDownload ? file.size : 0;
        rows.append({file.path, file.willDownload ? size(file.size) : u"-"_s});
    }
    QString text = u"[dry-run] Will download %1 files (out of %2) totalling %3."_s.arg(
        QString::number(count), QString::number(plan.files.size()), size(total));
    if (plan.files.empty())
        return text + u"\nNo results found."_s;
    qsizetype first = 0;
    qsizetype second = 0;
    for (const auto &[file, bytes] : std::as_const(rows)) {
        first = std::max(first, file.size());
        second = std::max(second, bytes.size());
    }
    rows.insert(1, {QString(first, u'-'), QString(second, u'-')});
    for (const auto &[file, bytes] : std::as_const(rows))
        text += u'\n' + file.leftJustified(first) + u' ' + bytes.leftJustified(second);
    return text;
}

QStringList dryRunNotes(const DryRunPlan &plan)
{
    QStringList notes;
    qint64 resumable = 0;
    for (const DryRunFile &file : plan.files)
        resumable += file.resumable;
    if (resumable > 0) {
        notes.append(ReportText::tr("%1 of it are here already from an earlier run: %2 to fetch.")
                         .arg(size(resumable), size(plan.bytesToFetch())));
    }
    if (!plan.mirrors.empty()) {
        QStringList mirrors;
        for (const QUrl &mirror : plan.mirrors)
            mirrors.append(mirror.toString());
        notes.append(
            ReportText::tr("Mirrors help with large files: %1.").arg(mirrors.join(u", "_s)));
    }
    for (const DryRunVolume &volume : plan.volumes) {
        const QString text = volume.available < 0
            ? ReportText::tr("%1 needed on %2.").arg(size(volume.needed), volume.root)
            : ReportText::tr("%1 needed on %2, %3 free.")
                  .arg(size(volume.needed), volume.root, size(volume.available));
        notes.append(volume.isEnough() ? text
                                       : text + u' ' + ReportText::tr("That is not enough."));
    }
    if (plan.fromCache)
        notes.append(ReportText::tr("The Hub could not be asked: this is what is here."));
    return notes;
}

QJsonObject dryRunJson(const DryRunPlan &plan)
{
    QJsonArray files;
    for (const DryRunFile &file : plan.files) {
        QJsonObject entry{
            {"commit_hash"_L1, plan.commit},
            {"file_size"_L1, file.size},
            {"filename"_L1, file.path},
            {"is_cached"_L1, file.isCached},
            {"local_path"_L1, file.location},
            {"will_download"_L1, file.willDownload},
            {"resumable_bytes"_L1, file.resumable},
            {"endpoint"_L1,
             file.endpoint.isEmpty() ? QJsonValue() : QJsonValue(file.endpoint.toString())},
        };
        files.append(entry);
    }
    QJsonArray mirrors;
    for (const QUrl &mirror : plan.mirrors)
        mirrors.append(mirror.toString());
    QJsonArray volumes;
    for (const DryRunVolume &volume : plan.volumes) {
        volumes.append(QJsonObject{
            {"path"_L1, volume.root},
            {"needed"_L1, volume.needed},
            {"available"_L1, volume.available < 0 ? QJsonValue() : QJsonValue(volume.available)},
        });
    }
    return {
        {"commit_hash"_L1, plan.commit},
        {"files"_L1, files},
        {"bytes_to_download"_L1, plan.bytesToFetch()},
        {"volumes"_L1, volumes},
        {"mirrors"_L1, mirrors},
        {"from_cache"_L1, plan.fromCache},
    };
}

} // namespace hubdesk
