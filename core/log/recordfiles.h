// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace hubdesk {

//! A few files of lines that roll: `requests.jsonl` is written, `requests.1.jsonl` is the one
//! before, the oldest goes when a new one begins. Readable by the user only. Several programs may
//! write to the same folder: lines are appended as a whole, rolling is done under a lock. Blocking;
//! use from one thread.
class RecordFiles
{
public:
    //! \a folder is made when needed. At most \a files of about \a fileBytes each.
    RecordFiles(const QString &folder, qint64 fileBytes, int files);
    ~RecordFiles();
    RecordFiles(const RecordFiles &) = delete;
    RecordFiles &operator=(const RecordFiles &) = delete;

    //! \a lines: whole lines with line feeds. False when the disk did not take them.
    bool append(const QByteArray &lines);

    //! All lines of the files in \a folder without line feeds, oldest first. Blocking.
    [[nodiscard]] static QList<QByteArray> read(const QString &folder);

private:
    bool open();
    void close();
    void roll();
    [[nodiscard]] bool isCurrent() const;

    QByteArray m_folder; // as the system writes it
    qint64 m_fileBytes;
    int m_files;
    int m_fd = -1;
};

} // namespace hubdesk
