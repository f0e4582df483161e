// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progressline.h"

#include "core/cache/cacheformat.h"

#include <QCoreApplication>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ProgressLine)
};

constexpr qint64 kTerminalInterval = 100; // ms
constexpr qint64 kPlainInterval = 5000; // ms
constexpr int kDefaultColumns = 80;

QString size(qint64 bytes)
{
    return officialSize(static_cast<double>(bytes));
}

QString duration(qint64 seconds)
{
    const QString minutesAndSeconds =
        u"%1:%2"_s.arg(seconds / 60 % 60, seconds < 3600 ? 1 : 2, 10, QLatin1Char('0'))
            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? minutesAndSeconds : u"%1:"_s.arg(seconds / 3600) + minutesAndSeconds;
}

int terminalColumns()
{
    winsize window = {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col == 0)
        return kDefaultColumns;
    return window.ws_col;
}

} // namespace

QString ProgressLine::text(const Transfer &transfer)
{
    if (transfer.state == TransferState::Queued || transfer.state == TransferState::Preparing) {
        return transfer.waitReason.isEmpty() ? ProgressText::tr("Asking the Hub what there is")
                                             : transfer.waitReason;
    }
    if (transfer.totalBytes <= 0 && transfer.filesTotal <= 0)
        return ProgressText::tr("Starting");
    QStringList parts;
    parts.append(
        ProgressText::tr("%1 of %2 files").arg(transfer.filesDone).arg(transfer.filesTotal));
    if (transfer.totalBytes > 0) {
        const qint64 percent =
            std::clamp<qint64>(static_cast<qint64>(100.0 * static_cast<double>(transfer.doneBytes)
                                                   / static_cast<double>(transfer.totalBytes)),
                               0, 100);
        parts.append(ProgressText::tr("%1 of %2 (%3%)")
                         .arg(size(transfer.doneBytes), size(transfer.totalBytes))
                         .arg(percent));
    }
    if (transfer.speed > 0)
        parts.append(ProgressText::tr("%1/s").arg(size(transfer.speed)));
    if (transfer.secondsLeft >= 0)
        parts.append(ProgressText::tr("%1 left").arg(duration(transfer.secondsLeft)));
    if (!transfer.waitReason.isEmpty())
        parts.append(transfer.waitReason);
    return parts.join(", "_L1);
}

void ProgressLine::update(const Transfer &transfer)
{
    if (m_mode == Mode::Off)
        return;
    const qint64 interval = m_mode == Mode::Terminal ? kTerminalInterval : kPlainInterval;
    if (m_sinceLast.isValid() && m_sinceLast.elapsed() < interval)
        return;
    m_sinceLast.start();
    if (m_mode == Mode::Plain)
        return m_console.talk(text(transfer));
    m_isShown = true;
    m_console.statusLine(text(transfer).left(terminalColumns() - 1));
}

void ProgressLine::clear()
{
    if (m_isShown)
        m_console.statusLine({});
    m_isShown = false;
}

} // namespace hubdesk
