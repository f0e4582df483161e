// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace hubdesk {

class Settings;
class TransferQueue;

//! "No limit" or "5.0 MB/s"; bytes/s.
[[nodiscard]] QString limitText(qint64 bytesPerSecond);

//! The limit of all downloads that is in force, and the switch for a lower one for a while. GUI
//! thread; settings and queue are not owned and outlive it. Every user makes one of its own: they
//! meet in the settings.
class SpeedLimits final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpeedLimits)

public:
    SpeedLimits(Settings *settings, const TransferQueue *queue, QObject *parent = nullptr);

    //! bytes/s, by all rules together; 0: none.
    [[nodiscard]] qint64 limit() const { return m_limit; }
    [[nodiscard]] bool isSlow() const;
    void setSlow(bool slow);
    //! bytes/s of the lower limit.
    [[nodiscard]] qint64 slowLimit() const;
    //! Also turns it on.
    void slowTo(qint64 bytesPerSecond);
    //! "Downloads at most 1.0 MB/s, for a while"
    [[nodiscard]] QString sentence() const;

    //! Asks the queue again: a weekly schedule may have changed the limit by itself.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    static constexpr int kInterval = 2000; // ms

    Settings *m_settings;
    const TransferQueue *m_queue;
    qint64 m_limit = 0;
    bool m_wasSlow = false;
    qint64 m_lastSlowLimit = 0;
    QTimer m_timer;
};

} // namespace hubdesk
