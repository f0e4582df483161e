// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transfertexts.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

QString bytes(qint64 count)
{
    return QLocale().formattedDataSize(count, 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString TransferTexts::tooLong(const QString &file, qint64 size)
{
    return tr("“%1”: the server sent more than the %L2 bytes that the Hub announced.")
        .arg(file)
        .arg(size);
}

QString TransferTexts::wrongHash(const QString &file, const QString &expected, const QString &found)
{
    return tr("“%1” arrived damaged and was not kept: its hash should be %2 but is %3.")
        .arg(file, expected, found);
}

QString TransferTexts::wrongRange(const QString &file)
{
    return tr("“%1”: the server sent another part of the file than it was asked for.").arg(file);
}

QString TransferTexts::wrongLength(const QString &file, qint64 size, qint64 announced)
{
    return tr("“%1”: the server wants to send %L2 bytes instead of %L3.")
        .arg(file)
        .arg(announced)
        .arg(size);
}

QString TransferTexts::changed(const QString &file)
{
    return tr("“%1” changes on the Hub while it is downloaded.").arg(file);
}

QString TransferTexts::tooShort(const QString &file, qint64 size, qint64 got)
{
    return tr("“%1”: the server sent only %L2 of %L3 bytes.").arg(file).arg(got).arg(size);
}

QString TransferTexts::ofFile(const QString &file, const QString &message)
{
    if (message.contains(file))
        return message;
    //: %1 is a file name, %2 a sentence that says what went wrong with it
    return tr("“%1”: %2").arg(file, message);
}

QString TransferTexts::missingFile(const QString &file, const QString &revision)
{
    return tr("There is no file “%1” at the revision “%2”.").arg(file, revision);
}

QString TransferTexts::isFolder(const QString &file)
{
    return tr("“%1” is a folder. Use a pattern such as “%1/*” to download what is in it.")
        .arg(file);
}

QString TransferTexts::badListing(const QString &file)
{
    return tr("The Hub lists a file “%1” that cannot be kept in the cache.").arg(file);
}

QString TransferTexts::noSpace(const QString &folder, qint64 needed, qint64 available)
{
    return tr("Not enough space: %1 are needed in “%2”, %3 are free, so %4 are missing.")
        .arg(bytes(needed), folder, bytes(available), bytes(needed - available));
}

QString TransferTexts::notInCache(const QString &reason)
{
    return tr("%1 The cache does not have what was asked for either.").arg(reason);
}

QString TransferTexts::packs()
{
    return tr("Packing the archive");
}

QString TransferTexts::silent(const QString &host, int seconds)
{
    return tr("%1 has sent nothing for %n s", nullptr, seconds).arg(host);
}

QString TransferTexts::noRanges(const QString &file)
{
    return tr("“%1”: the server sends the whole file instead of the part that is missing.")
        .arg(file);
}

QString TransferTexts::mirrorDropped(const QUrl &mirror, const QString &file)
{
    return tr("The mirror %1 sent wrong content for “%2”. It was replaced, and the mirror is not "
              "used any more until Hubdesk is started again.")
        .arg(mirror.toString(QUrl::RemoveUserInfo), file);
}

QString TransferTexts::otherContent(const QString &file)
{
    return tr("“%1”: the mirror has other content than the Hub.").arg(file);
}

QString TransferTexts::waitsForLock()
{
    return tr("Waiting for another program that downloads this file");
}

QString TransferTexts::waitsForSlot()
{
    return tr("Waiting for other downloads");
}

QString TransferTexts::waitsForOtherTransfer()
{
    return tr("Waiting for another download of the same file");
}

QString TransferTexts::waitsAfterError(const QString &reason, int seconds)
{
    return tr("%1 Trying again in %n s", nullptr, seconds).arg(reason);
}

QString TransferTexts::waitsForRateLimit(int seconds)
{
    return tr("The Hub asks to wait %n s before the next request", nullptr, seconds);
}

} // namespace hubdesk
