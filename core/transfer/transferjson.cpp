// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferjson.h"

#include "core/log/redaction.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kVersion = 1;

constexpr std::array kPriorities{
    std::pair{TransferPriority::Low, "low"_L1},
    std::pair{TransferPriority::Normal, "normal"_L1},
    std::pair{TransferPriority::High, "high"_L1},
};

QString priorityName(TransferPriority priority)
{
    return kPriorities.at(static_cast<size_t>(priority)).second;
}

TransferPriority priorityFromName(const QString &name)
{
    for (const auto &[priority, text] : kPriorities) {
        if (text == name)
            return priority;
    }
    return TransferPriority::Normal;
}

QStringList toStrings(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue &item : value.toArray())
        strings << item.toString();
    return strings;
}

QJsonObject requestToJson(const DownloadRequest &request)
{
    QJsonObject object{
        {"type"_L1, repoTypeName(request.repo.type)},
        {"repo"_L1, request.repo.id},
        {"revision"_L1, request.revision},
        {"files"_L1, QJsonArray::fromStringList(request.files)},
        {"ignore"_L1, QJsonArray::fromStringList(request.ignore)},
        {"force"_L1, request.force},
    };
    if (!request.localFolder.isEmpty())
        object.insert("localFolder"_L1, request.localFolder);
    if (!request.archive.isEmpty())
        object.insert("archive"_L1, request.archive);
    if (request.allow)
        object.insert("allow"_L1, QJsonArray::fromStringList(*request.allow));
    return object;
}

Result<DownloadRequest> requestFromJson(const QJsonObject &object)
{
    const auto type = repoTypeFromName(object.value("type"_L1).toString());
    if (!type)
        return std::unexpected(type.error());
    DownloadRequest request;
    // Not checked again: a transfer that failed for its wrong id is shown as it was.
    request.repo = {*type, object.value("repo"_L1).toString()};
    request.revision = object.value("revision"_L1).toString();
    request.files = toStrings(object.value("files"_L1));
    if (object.contains("allow"_L1))
        request.allow = toStrings(object.value("allow"_L1));
    request.ignore = toStrings(object.value("ignore"_L1));
    request.force = object.value("force"_L1).toBool();
    request.localFolder = object.value("localFolder"_L1).toString();
    request.archive = object.value("archive"_L1).toString();
    return request;
}

QJsonObject errorToJson(const Error &error)
{
    return {
        {"kind"_L1, static_cast<int>(error.kind)},
        {"status"_L1, error.httpStatus},
        {"code"_L1, error.code},
        {"message"_L1, redact(error.message)},
        {"detail"_L1, redact(error.detail)},
        {"requestId"_L1, error.requestId},
    };
}

Error errorFromJson(const QJsonObject &object)
{
    Error error;
    const int kind = object.value("kind"_L1).toInt(static_cast<int>(ErrorKind::Protocol));
    error.kind = kind >= 0 && kind <= static_cast<int>(ErrorKind::Invalid)
        ? static_cast<ErrorKind>(kind)
        : ErrorKind::Protocol;
    error.httpStatus = object.value("status"_L1).toInt();
    error.code = object.value("code"_L1).toString();
    error.message = object.value("message"_L1).toString();
    error.detail = object.value("detail"_L1).toString();
    error.requestId = object.value("requestId"_L1).toString();
    return error;
}

QString dateToText(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime dateFromText(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

//! What a transfer or file is after a restart.
TransferState restored(TransferState state)
{
    return isActive(state) ? TransferState::Queued : state;
}

QJsonArray filesToJson(const std::vector<TransferFile> &files)
{
    QJsonArray array;
    for (const TransferFile &file : files) {
        array.append(QJsonArray{file.path, file.etag, file.size, file.received,
                                transferStateName(restored(file.state)), file.wasCached});
    }
    return array;
}

TransferFile fileFromJson(const QJsonArray &array)
{
    TransferFile file;
    file.path = array.at(0).toString();
    file.etag = array.at(1).toString();
    file.size = array.at(2).toInteger();
    file.received = array.at(3).toInteger();
    file.state = transferStateFromName(array.at(4).toString()).value_or(TransferState::Queued);
    file.wasCached = array.at(5).toBool();
    return file;
}

} // namespace

QJsonObject transferToJson(const Transfer &transfer)
{
    QJsonObject object{
        {"version"_L1, kVersion},
        {"id"_L1, static_cast<qint64>(transfer.id)},
        {"request"_L1, requestToJson(transfer.request)},
        {"state"_L1, transferStateName(restored(transfer.state))},
        {"cacheRoot"_L1, transfer.cacheRoot},
        {"commit"_L1, transfer.commit},
        {"resultPath"_L1, transfer.resultPath},
        {"fromCache"_L1, transfer.fromCache},
        {"priority"_L1, priorityName(transfer.priority)},
        {"rateLimit"_L1, transfer.rateLimit},
        {"expectedBytes"_L1, transfer.expectedBytes},
        {"startAt"_L1, dateToText(transfer.startAt)},
        {"verifiedAt"_L1, dateToText(transfer.verifiedAt)},
        {"createdAt"_L1, dateToText(transfer.createdAt)},
        {"finishedAt"_L1, dateToText(transfer.finishedAt)},
        {"account"_L1, transfer.accountId},
        {"endpoint"_L1, redactedUrl(transfer.endpoint)},
        {"files"_L1, filesToJson(transfer.files)},
    };
    if (transfer.error)
        object.insert("error"_L1, errorToJson(*transfer.error));
    return object;
}

Result<Transfer> transferFromJson(const QJsonObject &object)
{
    const auto state = transferStateFromName(object.value("state"_L1).toString());
    const qint64 id = object.value("id"_L1).toInteger();
    if (object.value("version"_L1).toInt() != kVersion || !state || id <= 0)
        return failure(ErrorKind::Protocol, u"not a transfer of this version"_s);
    auto request = requestFromJson(object.value("request"_L1).toObject());
    if (!request)
        return std::unexpected(request.error());
    Transfer transfer;
    transfer.id = static_cast<TransferId>(id);
    transfer.request = std::move(*request);
    transfer.state = restored(*state);
    transfer.cacheRoot = object.value("cacheRoot"_L1).toString();
    transfer.commit = object.value("commit"_L1).toString();
    transfer.resultPath = object.value("resultPath"_L1).toString();
    transfer.fromCache = object.value("fromCache"_L1).toBool();
    transfer.priority = priorityFromName(object.value("priority"_L1).toString());
    transfer.rateLimit = std::max<qint64>(0, object.value("rateLimit"_L1).toInteger());
    transfer.expectedBytes = std::max<qint64>(0, object.value("expectedBytes"_L1).toInteger());
    transfer.startAt = dateFromText(object.value("startAt"_L1));
    transfer.verifiedAt = dateFromText(object.value("verifiedAt"_L1));
    transfer.createdAt = dateFromText(object.value("createdAt"_L1));
    transfer.finishedAt = dateFromText(object.value("finishedAt"_L1));
    transfer.accountId = object.value("account"_L1).toString();
    transfer.endpoint = QUrl(object.value("endpoint"_L1).toString(), QUrl::StrictMode);
    if (object.contains("error"_L1))
        transfer.error = errorFromJson(object.value("error"_L1).toObject());
    for (const QJsonValue &value : object.value("files"_L1).toArray()) {
        const TransferFile file = fileFromJson(value.toArray());
        transfer.totalBytes += file.size;
        transfer.doneBytes += file.received;
        transfer.filesDone += file.state == TransferState::Finished ? 1 : 0;
        transfer.files.push_back(file);
    }
    transfer.filesTotal = static_cast<int>(transfer.files.size());
    return transfer;
}

} // namespace hubdesk
