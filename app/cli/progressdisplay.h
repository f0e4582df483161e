// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/progressblock.h"

#include <QElapsedTimer>

#include <functional>

namespace hubdesk {

//! Progress on standard error: on a terminal a block of rows that is drawn over itself at most ten
//! times a second, each time with one write; else a plain line every 10 % or 10 s.
class ProgressDisplay
{
public:
    enum class Mode { Off, Terminal, Plain };

    ProgressDisplay(const Console &console, Mode mode)
        : m_console(console),
          m_mode(mode)
    { }
    //! Takes the block off the terminal.
    ~ProgressDisplay() { clear(); }
    Q_DISABLE_COPY_MOVE(ProgressDisplay)

    //! What \a console is good for, if anybody wants to see progress.
    [[nodiscard]] static Mode modeFor(const Console &console, std::optional<bool> disabled);

    //! \a fraction: 0 to 1. The texts are only made when they are shown.
    void update(double fraction, const std::function<QStringList(const TerminalShape &)> &block,
                const std::function<QString()> &line);
    void update(const Transfer &transfer);
    //! Takes the block off the terminal; the cursor is where it was before.
    void clear();

    //! What to write to a terminal that shows \a before rows so that it shows \a rows. Pure.
    [[nodiscard]] static QString redraw(qsizetype before, const QStringList &rows);

private:
    const Console &m_console;
    Mode m_mode;
    QElapsedTimer m_sinceLast;
    int m_lastStep = -1; // of 10 %
    qsizetype m_rows = 0; // on the terminal
};

} // namespace hubdesk
