// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheplaces.h"
#include "core/log/flightrecorder.h"
#include "core/settings/environment.h"
#include "core/transfer/transfer.h"

#include <QByteArray>
#include <QVariant>

#include <atomic>
#include <memory>
#include <vector>

namespace hubdesk {

//! What a report is made of, gathered on the thread that owns it. A value.
struct SupportInput
{
    Environment environment{QProcessEnvironment()};
    std::shared_ptr<FlightRecorder> recorder; //!< Null: only the files in recordFolder.
    QString recordFolder; //!< Looked at when there is no recorder.
    std::vector<Transfer> transfers;
    QString journalFolder; //!< Whose transfers are added; empty: none.
    std::vector<std::pair<QString, QVariant>> settings; //!< Settings::all()
    CachePlaces cache; //!< The folders of the cache.
};

//! One file of a support bundle.
struct SupportPart
{
    QString name; //!< "requests.jsonl"
    QString explanation; //!< One translated sentence.
    QByteArray content; //!< UTF-8 text.

    bool operator==(const SupportPart &) const = default;
};

//! Makes the parts of a support bundle; the first one explains the others. They hold nothing that
//! grants access and no user name: records, transfers and settings pass the allow-lists of
//! core/log/safewords.h. \a includeNames false: without names of repos and files. Blocking (scans
//! the cache): run it in a worker. ErrorKind::Canceled when \a abort became true.
[[nodiscard]] Result<std::vector<SupportPart>>
supportReport(const SupportInput &input, bool includeNames,
              const std::atomic_bool *abort = nullptr);

} // namespace hubdesk
