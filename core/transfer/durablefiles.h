// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace hubdesk {

//! What a file is to hold from now on.
struct DurableFile
{
    QString path; //!< Absolute.
    QByteArray content;
};

//! Replaces \a files, which are all in the existing folder \a folder and readable by nobody else.
//! Whatever happens, power loss included, each has its old or its new content; on return all have
//! the new one for good. Flushing many together takes hardly longer than flushing one, so give all
//! at once, but no more than kMostDurableFiles. Waits for the disk. What cannot be written keeps
//! its old content and is logged.
void replaceDurably(const QString &folder, const std::vector<DurableFile> &files);

inline constexpr size_t kMostDurableFiles = 64; // open at the same time

} // namespace hubdesk
