// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "core/transfer/transfer.h"

#include <QElapsedTimer>

namespace hubdesk {

//! Progress of one transfer on standard error: one line that is renewed at most ten times a second
//! on a terminal, else a plain line every few seconds.
class ProgressLine
{
public:
    enum class Mode { Off, Terminal, Plain };

    ProgressLine(const Console &console, Mode mode)
        : m_console(console),
          m_mode(mode)
    { }

    void update(const Transfer &transfer);
    //! Takes the line off the terminal.
    void clear();

    //! `3 of 12 files, 45.2M of 1.1G (4%), 23.5M/s, 1:23 left`
    [[nodiscard]] static QString text(const Transfer &transfer);

private:
    const Console &m_console;
    Mode m_mode;
    QElapsedTimer m_sinceLast;
    bool m_isShown = false;
};

} // namespace hubdesk
