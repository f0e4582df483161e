// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/transfer.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace hubdesk {

//! One line of the history of transfers. A value, free of tokens and signed links.
struct TransferEvent
{
    enum class Kind {
        Added,
        Started,
        Waiting,
        Paused,
        Continued,
        Noted, //!< Something that changed nothing, such as a mirror that is left out.
        Finished,
        Failed,
        Canceled,
    };

    QDateTime time; //!< UTC
    TransferId transfer = 0;
    Kind kind = Kind::Added;
    QString repo; //!< "models/meta/foo", as in addresses
    QString text; //!< A translated sentence: "Finished meta/foo: 3 files, 4.2 GB in 2 min".

    bool operator==(const TransferEvent &) const = default;
};

//! Stable lower-camel-case name, for files.
[[nodiscard]] QString transferEventName(TransferEvent::Kind kind);
//! A JSON object of its own line: time, transfer, event, repo, text.
[[nodiscard]] QJsonObject toJson(const TransferEvent &event);
//! Nothing when it is no event.
[[nodiscard]] std::optional<TransferEvent> transferEventFromJson(const QJsonObject &object);

//! What \a transfer's step from \a before is in plain words; nothing for steps that nobody looks
//! up, such as from receiving to checking. \a activeSeconds: how long it has worked.
[[nodiscard]] std::optional<TransferEvent> transferEvent(const Transfer &transfer,
                                                         TransferState before, qint64 activeSeconds,
                                                         const QDateTime &now);
//! "It was put into the queue."
[[nodiscard]] TransferEvent transferAddedEvent(const Transfer &transfer, const QDateTime &now);
//! \a note: a translated sentence of the engine.
[[nodiscard]] TransferEvent transferNotedEvent(const Transfer &transfer, const QString &note,
                                               const QDateTime &now);

//! The formats that a history is exported as.
enum class HistoryFormat { Text, Csv, Json };
//! By the ending of \a fileName; Text for all others.
[[nodiscard]] HistoryFormat historyFormat(const QString &fileName);
//! UTF-8. Csv has a head line and is quoted as in RFC 4180; times are ISO 8601 in UTC, in Text
//! those of the user.
[[nodiscard]] QByteArray exportedHistory(const std::vector<TransferEvent> &events,
                                         HistoryFormat format);

} // namespace hubdesk
