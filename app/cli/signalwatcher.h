// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace hubdesk {

//! Turns SIGINT and SIGTERM into a Qt signal. At most one at a time; a second signal of the system
//! after the first ends the program at once, for who does not want to wait.
class SignalWatcher : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    //! \a exitCode: 130 for SIGINT, 143 for SIGTERM.
    void interrupted(int exitCode);

private:
    void read();

    std::array<int, 2> m_pipe = {-1, -1};
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace hubdesk
