// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/speedlimits.h"

#include "core/model/transferqueue.h"
#include "core/model/transfertext.h"
#include "core/settings/settings.h"

#include <algorithm>

namespace hubdesk {

namespace {

constexpr qint64 kThousand = 1000; // the settings count in thousands of bytes

} // namespace

QString limitText(qint64 bytesPerSecond)
{
    return bytesPerSecond > 0 ? speedText(bytesPerSecond) : SpeedLimits::tr("No limit");
}

SpeedLimits::SpeedLimits(Settings *settings, const TransferQueue *queue, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_queue(queue)
{
    // The engine learns of a new setting in its turn.
    connect(settings, &Settings::changed, this, &SpeedLimits::refresh, Qt::QueuedConnection);
    // Nobody tells when an hour of a schedule begins.
    connect(&m_timer, &QTimer::timeout, this, &SpeedLimits::refresh);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.start(kInterval);
    refresh();
}

void SpeedLimits::refresh()
{
    const qint64 limit = m_queue->downloadLimit();
    if (limit == m_limit && isSlow() == m_wasSlow && slowLimit() == m_lastSlowLimit)
        return;
    m_limit = limit;
    m_wasSlow = isSlow();
    m_lastSlowLimit = slowLimit();
    Q_EMIT
    changed();
}

bool SpeedLimits::isSlow() const
{
    return m_settings->flag(SettingKey::SlowDown);
}

void SpeedLimits::setSlow(bool slow)
{
    m_settings->setValue(SettingKey::SlowDown, slow);
}

qint64 SpeedLimits::slowLimit() const
{
    return kThousand * m_settings->number(SettingKey::SlowDownLimit);
}

void SpeedLimits::slowTo(qint64 bytesPerSecond)
{
    m_settings->setValue(SettingKey::SlowDownLimit,
                         static_cast<int>(std::max<qint64>(1, bytesPerSecond / kThousand)));
    setSlow(true);
}

QString SpeedLimits::sentence() const
{
    if (isSlow())
        return tr("Slowed down for now: downloads at most %1.").arg(limitText(m_limit));
    return m_limit > 0 ? tr("Downloads at most %1.").arg(limitText(m_limit))
                       : tr("Downloads have no speed limit.");
}

} // namespace hubdesk
