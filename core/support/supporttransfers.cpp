// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/supporttransfers.h"

#include "core/log/safewords.h"
#include "core/transfer/transferjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qsizetype kMostFiles = 50;

QString shownDate(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODate) : QString();
}

//! `X-Error-Code` is a word like RepoNotFound; it comes from outside.
QString shownCode(const QString &code)
{
    constexpr qsizetype kLongest = 40;
    const bool isWord = code.size() <= kLongest
        && std::ranges::all_of(code, [](QChar c) { return c.isLetter() && c.unicode() < 128; });
    return isWord ? code : u"*"_s;
}

QJsonObject shownError(const Error &error, const ShownNames &names)
{
    QJsonObject object{
        {"kind"_L1, errorKindName(error.kind)},
        {"status"_L1, error.httpStatus},
        {"code"_L1, shownCode(error.code)},
        {"request_id"_L1, QString::fromLatin1(safeRequestId(error.requestId.toLatin1()))},
    };
    // The sentence may name a file. The server's own words (detail) are nobody's to vouch for.
    if (names.isIncluded())
        object.insert("message"_L1, safeText(error.message));
    return object;
}

} // namespace

QString ShownNames::repo(const QString &id)
{
    QString safe = safeName(id);
    if (m_include || safe.isEmpty())
        return safe;
    QString &shown = m_repos[safe];
    if (shown.isEmpty())
        shown = u"repo-%1"_s.arg(m_repos.size());
    return shown;
}

QString ShownNames::file(const QString &path) const
{
    return m_include ? safeName(path) : u"*"_s;
}

QJsonObject supportTransfer(const Transfer &transfer, ShownNames &names)
{
    QJsonArray files;
    for (const TransferFile &file : transfer.files) {
        if (file.state == TransferState::Finished || files.size() >= kMostFiles)
            continue;
        files.append(QJsonObject{
            {"path"_L1, names.file(file.path)},
            {"size"_L1, file.size},
            {"received"_L1, file.received},
            {"state"_L1, transferStateName(file.state)},
        });
    }
    QJsonObject object{
        {"id"_L1, qint64(transfer.id)},
        {"state"_L1, transferStateName(transfer.state)},
        {"type"_L1, repoTypeName(transfer.request.repo.type)},
        {"repo"_L1, names.repo(transfer.request.repo.id)},
        {"revision"_L1,
         transfer.request.revision == "main"_L1 ? transfer.request.revision
                                                : names.file(transfer.request.revision)},
        {"created"_L1, shownDate(transfer.createdAt)},
        {"finished"_L1, shownDate(transfer.finishedAt)},
        {"bytes_total"_L1, transfer.totalBytes},
        {"bytes_done"_L1, transfer.doneBytes},
        {"bytes_fetched"_L1, transfer.fetchedBytes},
        {"files_total"_L1, transfer.filesTotal},
        {"files_done"_L1, transfer.filesDone},
        {"from_cache"_L1, transfer.fromCache},
        {"unfinished_files"_L1, files},
    };
    if (names.isIncluded() && !transfer.waitReason.isEmpty())
        object.insert("waits"_L1, safeText(transfer.waitReason));
    if (transfer.error)
        object.insert("error"_L1, shownError(*transfer.error, names));
    return object;
}

std::vector<Transfer> journaledTransfers(const QString &folder)
{
    std::vector<Transfer> transfers;
    if (folder.isEmpty())
        return transfers;
    const QDir place(folder);
    for (const QString &name : place.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(place.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto transfer = transferFromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (transfer)
            transfers.push_back(std::move(*transfer));
    }
    std::ranges::sort(transfers, {}, &Transfer::id);
    return transfers;
}

} // namespace hubdesk
