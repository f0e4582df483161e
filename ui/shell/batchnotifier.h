// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transferbatch.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

class QWidget;

namespace hubdesk {

class DesktopNotifier;

//! Tells the desktop when a batch of transfers has ended, but only if nobody can have seen it: it
//! took longer than ten seconds, or the window is not the active one.
class BatchNotifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchNotifier)

public:
    static constexpr qint64 kLong = 10; // seconds

    //! All must outlive it; \a window may be gone earlier.
    BatchNotifier(TransferBatch *batch, DesktopNotifier *notifier, QWidget *window,
                  QObject *parent = nullptr);

    //! The window is another one now.
    void setWindow(QWidget *window) { m_window = window; }
    //! Asked before each message; \a isTrouble: something failed.
    void setWanted(std::function<bool(bool isTrouble)> wanted) { m_wanted = std::move(wanted); }

Q_SIGNALS:
    //! The user clicked the message: the window is to come to the front on Transfers.
    void transfersRequested();

private:
    void tell(const TransferBatchResult &result);

    DesktopNotifier *m_notifier;
    QPointer<QWidget> m_window;
    std::function<bool(bool isTrouble)> m_wanted;
};

} // namespace hubdesk
