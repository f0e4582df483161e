// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/batchnotifier.h"

#include "ui/shell/desktopnotifier.h"

#include <QWidget>

namespace hubdesk {

BatchNotifier::BatchNotifier(TransferBatch *batch, DesktopNotifier *notifier, QWidget *window,
                             QObject *parent)
    : QObject(parent),
      m_notifier(notifier),
      m_window(window)
{
    connect(batch, &TransferBatch::ended, this, &BatchNotifier::tell);
}

void BatchNotifier::tell(const TransferBatchResult &result)
{
    const bool seen = m_window && m_window->isActiveWindow();
    if (seen && result.longestSeconds <= kLong)
        return;
    if (m_wanted && !m_wanted(!result.failed.isEmpty()))
        return;
    m_notifier->show({.title = batchTitle(result),
                      .text = batchText(result),
                      .isTrouble = !result.failed.isEmpty()},
                     [guard = QPointer<BatchNotifier>(this)] {
                         if (guard)
                             Q_EMIT
                         guard->transfersRequested();
                     });
}

} // namespace hubdesk
