// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferevent.h"

#include "core/log/redaction.h"
#include "core/model/humanformat.h"
#include "core/model/transfertext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

using Kind = TransferEvent::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::TransferEvent)
};

constexpr std::array kNames{
    std::pair{Kind::Added, "added"_L1},         std::pair{Kind::Started, "started"_L1},
    std::pair{Kind::Waiting, "waiting"_L1},     std::pair{Kind::Paused, "paused"_L1},
    std::pair{Kind::Continued, "continued"_L1}, std::pair{Kind::Noted, "noted"_L1},
    std::pair{Kind::Finished, "finished"_L1},   std::pair{Kind::Failed, "failed"_L1},
    std::pair{Kind::Canceled, "canceled"_L1},
};

std::optional<Kind> kindOf(const Transfer &transfer, TransferState before)
{
    switch (transfer.state) {
    case TransferState::Queued:
        if (before == TransferState::Paused || isEnded(before))
            return Kind::Continued;
        // Back in the queue by itself: there is a reason for it.
        return isActive(before) && !transfer.waitReason.isEmpty() ? std::optional(Kind::Waiting)
                                                                  : std::nullopt;
    case TransferState::Preparing:
    case TransferState::Hashing:
    case TransferState::Running:
    case TransferState::Verifying:
        return isActive(before) ? std::nullopt : std::optional(Kind::Started);
    case TransferState::Paused:
        return Kind::Paused;
    case TransferState::Finished:
        return Kind::Finished;
    case TransferState::Failed:
        return Kind::Failed;
    case TransferState::Canceled:
        return Kind::Canceled;
    }
    return std::nullopt;
}

QString finishedText(const Transfer &transfer, qint64 seconds)
{
    QStringList parts{fileCountText(transfer.filesTotal)};
    if (transfer.fetchedBytes > 0)
        parts.append(Texts::tr("%1 in %2", "size and time")
                         .arg(humanSize(transfer.totalBytes), durationText(seconds)));
    else
        parts.append(Texts::tr("%1, all of it was there").arg(humanSize(transfer.totalBytes)));
    if (transfer.verifiedAt.isValid())
        parts.append(Texts::tr("verified"));
    if (transfer.fromCache)
        parts.append(Texts::tr("the Hub could not be asked"));
    return Texts::tr("Finished %1: %2").arg(transferTitle(transfer.request), parts.join(u", "_s));
}

QString sentence(const Transfer &transfer, Kind kind, qint64 seconds)
{
    const QString title = transferTitle(transfer.request);
    switch (kind) {
    case Kind::Added:
        return Texts::tr("Added %1: %2").arg(title, transferSelection(transfer.request));
    case Kind::Started:
        return Texts::tr("Started %1").arg(title);
    case Kind::Waiting:
        return Texts::tr("%1 waits: %2").arg(title, transfer.waitReason);
    case Kind::Paused:
        return transfer.totalBytes > 0
            ? Texts::tr("Paused %1 at %2 of %3")
                  .arg(title, humanSize(transfer.doneBytes), humanSize(transfer.totalBytes))
            : Texts::tr("Paused %1").arg(title);
    case Kind::Continued:
        return Texts::tr("Put %1 back into the queue").arg(title);
    case Kind::Noted:
        return {}; // has its own
    case Kind::Finished:
        return finishedText(transfer, seconds);
    case Kind::Failed:
        return transfer.error ? Texts::tr("Failed %1: %2").arg(title, transfer.error->message)
                              : Texts::tr("Failed %1").arg(title);
    case Kind::Canceled:
        return Texts::tr("Canceled %1").arg(title);
    }
    return {};
}

TransferEvent make(const Transfer &transfer, Kind kind, const QString &text, const QDateTime &now)
{
    // Reasons and errors are redacted where they are made; what stays on the disk is made sure of.
    return {.time = now,
            .transfer = transfer.id,
            .kind = kind,
            .repo = transfer.request.repo.uri(),
            .text = redact(text).simplified()};
}

QByteArray quoted(const QString &text)
{
    QString cell = text;
    // A spreadsheet would run what looks like a formula.
    if (!cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()))
        cell.prepend(u'\'');
    return u"\"%1\""_s.arg(cell.replace(u'"', u"\"\""_s)).toUtf8();
}

QByteArray asCsv(const std::vector<TransferEvent> &events)
{
    QByteArray csv("time,transfer,event,repo,text\r\n");
    for (const TransferEvent &event : events) {
        csv += event.time.toString(Qt::ISODate).toLatin1() + ','
            + QByteArray::number(event.transfer) + ',' + transferEventName(event.kind).toLatin1()
            + ',' + quoted(event.repo) + ',' + quoted(event.text) + "\r\n";
    }
    return csv;
}

} // namespace

QString transferEventName(TransferEvent::Kind kind)
{
    for (const auto &[value, name] : kNames) {
        if (value == kind)
            return name;
    }
    return {};
}

QJsonObject toJson(const TransferEvent &event)
{
    // Ids are 64 bits wide, but JSON numbers are safe only below 2^53: there are never so many.
    return {{u"time"_s, event.time.toUTC().toString(Qt::ISODateWithMs)},
            {u"transfer"_s, static_cast<qint64>(event.transfer)},
            {u"event"_s, transferEventName(event.kind)},
            {u"repo"_s, event.repo},
            {u"text"_s, event.text}};
}

std::optional<TransferEvent> transferEventFromJson(const QJsonObject &object)
{
    const QString name = object.value("event"_L1).toString();
    for (const auto &[kind, text] : kNames) {
        if (text != name)
            continue;
        TransferEvent event{
            .time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs),
            .transfer = static_cast<TransferId>(object.value("transfer"_L1).toInteger()),
            .kind = kind,
            .repo = object.value("repo"_L1).toString(),
            .text = object.value("text"_L1).toString()};
        return event.time.isValid() && !event.text.isEmpty() ? std::optional(event) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<TransferEvent> transferEvent(const Transfer &transfer, TransferState before,
                                           qint64 activeSeconds, const QDateTime &now)
{
    if (transfer.state == before)
        return std::nullopt;
    const auto kind = kindOf(transfer, before);
    return kind
        ? std::optional(make(transfer, *kind, sentence(transfer, *kind, activeSeconds), now))
        : std::nullopt;
}

TransferEvent transferAddedEvent(const Transfer &transfer, const QDateTime &now)
{
    return make(transfer, Kind::Added, sentence(transfer, Kind::Added, 0), now);
}

TransferEvent transferNotedEvent(const Transfer &transfer, const QString &note,
                                 const QDateTime &now)
{
    return make(
        transfer, Kind::Noted,
        Texts::tr("%1: %2", "download, what happened").arg(transferTitle(transfer.request), note),
        now);
}

HistoryFormat historyFormat(const QString &fileName)
{
    if (fileName.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return HistoryFormat::Csv;
    if (fileName.endsWith(".json"_L1, Qt::CaseInsensitive))
        return HistoryFormat::Json;
    return HistoryFormat::Text;
}

QByteArray exportedHistory(const std::vector<TransferEvent> &events, HistoryFormat format)
{
    switch (format) {
    case HistoryFormat::Csv:
        return asCsv(events);
    case HistoryFormat::Json: {
        QJsonArray array;
        for (const TransferEvent &event : events)
            array.append(toJson(event));
        return QJsonDocument(array).toJson();
    }
    case HistoryFormat::Text:
        break;
    }
    QByteArray text;
    for (const TransferEvent &event : events)
        text += u"%1  %2\n"_s.arg(exactTime(event.time), event.text).toUtf8();
    return text;
}

} // namespace hubdesk
