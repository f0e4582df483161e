// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! A race on purpose, made the way the engine would make one: a task of the pool and a queued call
//! change the same counter. The thread sanitizer has to report it through all suppressions.

#include "core/transfer/mailbox.h"
#include "core/transfer/taskpool.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <cstdio>

using namespace hubdesk;

namespace {

int counter = 0; // the planted mistake: neither atomic nor under a mutex
constexpr int kTurns = 1000;

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TaskPool pool(2);
    const auto mailbox = std::make_shared<Mailbox>();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &app, [] { ++counter; });
    timer.start(0);
    pool.run([mailbox] {
        for (int i = 0; i < kTurns; ++i) {
            ++counter;
            QThread::yieldCurrentThread();
        }
        mailbox->post([] { QCoreApplication::quit(); });
    });
    const int code = QCoreApplication::exec();
    mailbox->close();
    std::printf("%d\n", counter);
    return code;
}
