// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferevent.h"

#include <QObject>

namespace hubdesk {

//! The file of the history: a JSON object a line, oldest first. Works on the thread that it was
//! moved to and says nothing of files that cannot be read or written but one line in the log.
class TransferHistoryStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferHistoryStore)

public:
    //! \a file: absolute; its folder is made when needed. The file has at most twice \a most lines.
    TransferHistoryStore(QString file, int most);

    //! The last events, oldest first; lines that are no events are passed over.
    void load();
    void append(const QByteArray &lines, int count);
    void clear();
    //! Puts \a content in the place of \a path.
    void exportTo(const QString &path, const QByteArray &content);

Q_SIGNALS:
    void loaded(const std::vector<hubdesk::TransferEvent> &events);
    //! \a problem: empty when it is written.
    void exported(const QString &path, const QString &problem);

private:
    [[nodiscard]] std::vector<TransferEvent> read(int *lines) const;
    void rewrite();

    QString m_file;
    int m_most;
    int m_lines = 0; //!< in the file
};

} // namespace hubdesk

Q_DECLARE_METATYPE(hubdesk::TransferEvent)
