// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progressdisplay.h"

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kTerminalInterval = 100; // ms
constexpr qint64 kPlainInterval = 10'000; // ms
constexpr int kPlainSteps = 10; // lines, when it goes fast

} // namespace

ProgressDisplay::Mode ProgressDisplay::modeFor(const Console &console, std::optional<bool> disabled)
{
    if (console.isQuiet() || disabled.value_or(false))
        return Mode::Off;
    const bool canMove = console.errorIsTerminal() && qgetenv("TERM") != "dumb";
    return canMove ? Mode::Terminal : Mode::Plain;
}

QString ProgressDisplay::redraw(qsizetype before, const QStringList &rows)
{
    QString text = u"\r"_s;
    if (before > 1)
        text += u"\x1b[%1A"_s.arg(before - 1);
    // Each row is written over and only its rest erased, so nothing ever goes dark.
    for (qsizetype i = 0; i < rows.size(); ++i)
        text += (i > 0 ? u"\n"_s : QString()) + rows.at(i) + u"\x1b[K"_s;
    if (before > rows.size())
        text += u"\x1b[J"_s;
    return text;
}

void ProgressDisplay::update(double fraction,
                             const std::function<QStringList(const TerminalShape &)> &block,
                             const std::function<QString()> &line)
{
    if (m_mode == Mode::Off)
        return;
    const int step = static_cast<int>(fraction * kPlainSteps);
    const qint64 interval = m_mode == Mode::Terminal ? kTerminalInterval : kPlainInterval;
    const bool isDue = !m_sinceLast.isValid() || m_sinceLast.elapsed() >= interval
        || (m_mode == Mode::Plain && step != m_lastStep);
    if (!isDue)
        return;
    m_sinceLast.start();
    m_lastStep = step;
    if (m_mode == Mode::Plain)
        return m_console.talk(line());
    const QStringList rows = block(TerminalShape::current());
    m_console.control(redraw(m_rows, rows));
    m_rows = rows.size();
}

void ProgressDisplay::update(const Transfer &transfer)
{
    update(
        progressFraction(transfer.doneBytes, transfer.totalBytes),
        [&transfer](const TerminalShape &shape) { return progressBlock(transfer, shape); },
        [&transfer] { return progressLine(transfer); });
}

void ProgressDisplay::clear()
{
    if (m_rows > 0)
        m_console.control(redraw(m_rows, {}));
    m_rows = 0;
}

} // namespace hubdesk
