// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! Measures how long the real engine and the Transfers pane keep the GUI thread busy:
//!   bench_enginepane [SECONDS [JOBS [FILES]]]
//! Starts JOBS (1,000) downloads of one repo of FILES (200) files, each into a folder of its own,
//! from a Hub in a thread of this program, held back by a limit so that all of them run all the
//! time. Prints the longest stall while they start, while they run, with one selected, and while
//! they are paused and ended. Not a test: figures depend on the machine. Offscreen unless
//! QT_QPA_PLATFORM says otherwise.

#include "core/model/enginetransferqueue.h"
#include "core/model/stallwatchdog.h"
#include "core/model/transferhistory.h"
#include "core/transfer/transferengine.h"
#include "tests/support/fakehubserver.h"
#include "tests/support/uifixture.h"
#include "ui/panes/transfers/transferspane.h"

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace hubdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFileSize = 100'000; // bytes
constexpr qint64 kLimit = 8'000'000; // bytes/s of all together
constexpr int kPart = 250; // ms
constexpr double kBar = 16; // ms

void spin(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

class Bench
{
public:
    Bench(int jobs, int files)
        : m_jobs(jobs)
    {
        for (int i = 0; i < files; ++i)
            m_hub.addFile(u"part-%1.bin"_s.arg(i, 5, 10, QLatin1Char('0')),
                          FakeHubServer::content(kFileSize, static_cast<quint32>(i + 1)));
        m_config.client.endpoint = m_hub.endpoint();
        m_config.cache = m_folder.filePath(u"hub"_s);
        m_config.journalFolder = m_folder.filePath(u"journal"_s);
        m_config.maxActive = jobs;
        m_config.parallelFiles = 16;
        m_config.tuning.connections = 64;
        m_config.downloadLimit = kLimit;
    }

    int run(int seconds);

private:
    //! Transfers that have something on the transfer thread.
    static int running(const TransferEngine &engine)
    {
        int count = 0;
        for (const TransferId id : engine.transfers())
            count += isActive(engine.summary(id)->state) ? 1 : 0;
        return count;
    }
    void report(const char *name, StallWatchdog &watchdog)
    {
        const auto &found = watchdog.report();
        m_worst = std::max(m_worst, found.longestBusy >= 0 ? found.longestBusy : found.longest);
        std::printf("%-28s %s\n", name, qPrintable(StallWatchdog::text(found)));
        std::fflush(stdout);
        watchdog.reset();
    }

    int m_jobs;
    FakeHubServer m_hub;
    QTemporaryDir m_folder;
    EngineConfig m_config;
    qint64 m_worst = 0; // ns
};

int Bench::run(int seconds)
{
    TransferEngine engine(m_config);
    EngineTransferQueue queue(&engine);
    TransferHistory history(&queue, m_folder.filePath(u"history"_s));
    UiFixture ui;
    TransfersController controller(&queue);
    TransfersPane pane(ui.context(), &controller);
    pane.resize(1280, 800);
    if (!showActive(&pane))
        return 1;
    spin(1000);
    StallWatchdog watchdog;
    DownloadRequest request;
    request.repo = {RepoType::Model, QLatin1StringView(FakeHubServer::kRepo)};
    TransferId first = 0;
    for (int i = 0; i < m_jobs; ++i) {
        request.localFolder = m_folder.filePath(u"job-%1"_s.arg(i));
        const TransferId id = engine.addDownload(request);
        first = first == 0 ? id : first;
        if (i % 10 == 9) // as fast as a script would
            spin(1);
    }
    report("added", watchdog);
    QDeadlineTimer patience(120'000);
    const auto planned = [&] {
        int count = 0;
        for (const TransferId id : engine.transfers())
            count += engine.summary(id)->filesTotal > 0 ? 1 : 0;
        return count;
    };
    while (planned() < m_jobs && !patience.hasExpired())
        spin(kPart);
    report("planned", watchdog);
    const auto phase = [&](const char *name) {
        for (int i = 0; i < seconds * 1000 / kPart; ++i)
            spin(kPart);
        report(name, watchdog);
    };
    phase("running");
    std::printf("%d of %d planned, %d active, %.1f MB fetched\n", planned(), m_jobs,
                running(engine), static_cast<double>(m_hub.contentBytes()) / 1e6);
    pane.select(first);
    phase("one selected");
    pane.resize(1000, 700);
    engine.pauseAll();
    phase("paused");
    engine.resumeAll();
    phase("resumed");
    for (const TransferId id : engine.transfers())
        engine.cancel(id);
    phase("canceled");
    std::printf("longest of all: %.1f ms of processor time, bar %.0f ms\n",
                static_cast<double>(m_worst) / 1e6, kBar);
    return static_cast<double>(m_worst) / 1e6 <= kBar ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QLoggingCategory::setFilterRules(u"app.*.info=false"_s);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto number = [&](qsizetype index, int usual) {
        return arguments.size() > index ? std::max(1, arguments[index].toInt()) : usual;
    };
    return Bench(number(2, 1000), number(3, 200)).run(number(1, 5));
}
