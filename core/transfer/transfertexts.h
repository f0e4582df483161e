// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>
#include <QUrl>

namespace hubdesk {

//! The sentences of the transfer engine that a user may read.
struct TransferTexts
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::TransferTexts)

public:
    static QString tooLong(const QString &file, qint64 size);
    static QString wrongHash(const QString &file, const QString &expected, const QString &found);
    static QString wrongRange(const QString &file);
    static QString wrongLength(const QString &file, qint64 size, qint64 announced);
    static QString changed(const QString &file);
    static QString tooShort(const QString &file, qint64 size, qint64 got);
    //! \a message with the file's name in front.
    static QString ofFile(const QString &file, const QString &message);
    static QString missingFile(const QString &file, const QString &revision);
    static QString isFolder(const QString &file);
    static QString badListing(const QString &file);
    static QString noSpace(const QString &folder, qint64 needed, qint64 available);
    static QString notInCache(const QString &reason);
    static QString packs();
    static QString silent(const QString &host, int seconds);
    static QString noRanges(const QString &file);
    static QString mirrorDropped(const QUrl &mirror, const QString &file);
    static QString otherContent(const QString &file);
    static QString waitsForLock();
    static QString waitsForSlot();
    static QString waitsForOtherTransfer();
    static QString waitsAfterError(const QString &reason, int seconds);
    static QString waitsForRateLimit(int seconds);
};

} // namespace hubdesk
