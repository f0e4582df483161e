// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/signalwatcher.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace hubdesk {

namespace {

constexpr int kSignalBase = 128; // the shell's exit code for a signal

// A signal handler can reach nothing but globals.
std::atomic_int pipeEnd = -1;

void handle(int number)
{
    // The next one is not caught: it ends the program in the system's own way.
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    const char byte = static_cast<char>(number);
    if (::write(pipeEnd, &byte, 1) != 1)
        ::_exit(kSignalBase + number);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    pipeEnd = m_pipe[1];
    m_notifier.setSocket(m_pipe[0]);
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::read);
    m_notifier.setEnabled(true);
    std::signal(SIGINT, handle);
    std::signal(SIGTERM, handle);
}

SignalWatcher::~SignalWatcher()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.setEnabled(false);
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

void SignalWatcher::read()
{
    char byte = 0;
    if (::read(m_pipe[0], &byte, 1) == 1)
        Q_EMIT
    interrupted(kSignalBase + byte);
}

} // namespace hubdesk
