// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/options.h"
#include "core/settings/environment.h"

#include <QObject>

#include <memory>

namespace hubdesk {

class DemoHub;
class StallWatchdog;
class Workbench;

//! The life of `hubdesk` from the command line to the exit code: waits for the demo Hub if there is
//! one, opens the workbench, runs a self-test or a tour, stops the engine at the end.
class Program final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Program)

public:
    explicit Program(Options options, QObject *parent = nullptr);
    ~Program() override;

    //! Returns at once; the application's event loop does the rest.
    void start();
    //! Another instance was started: come to the front and open \a address (may be empty).
    void activate(const QString &address);

private:
    void openWorkbench();
    void afterOpening();
    void startTour();
    void quit(int exitCode);
    void fail(const QString &reason);

    Options m_options;
    std::unique_ptr<DemoHub> m_demoHub;
    std::unique_ptr<Environment> m_environment;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<StallWatchdog> m_watchdog;
    int m_exitCode = 0;
    bool m_quitting = false;
};

} // namespace hubdesk
