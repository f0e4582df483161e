// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! Measures how long the Transfers pane keeps the GUI thread busy:
//!   bench_transferspane [SECONDS]
//!   bench_transferspane --pictures FOLDER
//! 1,000 running jobs that all change four times a second and 9,000 that wait; first alone, then
//! with one selected, while scrolling, with jobs that end and start, with a filter. Prints the
//! longest stall of each. With --pictures it saves what the pane looks like in all themes instead.
//! Not a test: figures depend on the machine. Offscreen unless QT_QPA_PLATFORM says otherwise.

#include "core/model/stallwatchdog.h"
#include "core/model/transferhistory.h"
#include "tests/support/faketransferqueue.h"
#include "tests/support/uifixture.h"
#include "ui/panes/transfers/transferspane.h"

#include <QApplication>
#include <QEventLoop>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTabBar>
#include <QTimer>

#include <cmath>
#include <cstdio>

using namespace hubdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRunning = 1'000;
constexpr int kWaiting = 9'000;
constexpr int kTick = 250; // ms
constexpr int kPart = 1'000; // ms, between changes of the user's
constexpr qint64 kMega = 1'000'000;

TransferConnection connection(const QString &path, int number, TransferConnection::State state)
{
    TransferConnection connection;
    connection.path = path;
    connection.host = u"cdn.example.org"_s;
    connection.begin = number * 64 * kMega;
    connection.end = connection.begin + 64 * kMega;
    connection.position = connection.begin + (number * 17 % 60 + 3) * kMega;
    connection.speed = state == TransferConnection::State::Receiving ? 21 * kMega : 0;
    connection.state = state;
    return connection;
}

void spin(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

//! The queue under load.
class Load
{
public:
    Load()
    {
        for (int i = 0; i < kRunning + kWaiting; ++i) {
            const bool runs = i < kRunning;
            Transfer transfer =
                sampleTransfer(u"org-%1/model-%2"_s.arg(i % 40).arg(i),
                               runs ? TransferState::Running : TransferState::Queued);
            if (runs) {
                for (int c = 0; c < 4; ++c)
                    transfer.connections.push_back(connection(
                        transfer.files[1].path, c, TransferConnection::State::Receiving));
            } else {
                transfer.waitReason = u"Waiting for a free connection"_s;
                transfer.doneBytes = 0;
            }
            const TransferId id = queue.add(transfer);
            (runs ? running : waiting).push_back(id);
        }
    }

    void tick()
    {
        ++m_ticks;
        for (const TransferId id : running) {
            Transfer &transfer = queue.edit(id);
            transfer.doneBytes = (transfer.doneBytes + 3 * kMega) % transfer.totalBytes;
            transfer.fetchedBytes += 3 * kMega;
            transfer.speed = 84 * kMega + static_cast<qint64>(id * 131 + m_ticks * 977) % kMega;
            transfer.secondsLeft = (transfer.totalBytes - transfer.doneBytes) / transfer.speed;
            transfer.files[1].received = transfer.doneBytes % transfer.files[1].size;
            for (TransferConnection &each : transfer.connections)
                each.position = std::min(each.end, each.position + kMega);
        }
        queue.announce(running);
    }

    //! A few end, as many begin.
    void turnOver(int count)
    {
        for (int i = 0; i < count && !waiting.empty(); ++i) {
            queue.setState(running.front(), TransferState::Finished);
            running.erase(running.begin());
            queue.setState(waiting.front(), TransferState::Running);
            running.push_back(waiting.front());
            waiting.erase(waiting.begin());
        }
    }

    FakeTransferQueue queue;
    std::vector<TransferId> running;
    std::vector<TransferId> waiting;

private:
    qint64 m_ticks = 0;
};

int measure(int seconds)
{
    UiFixture ui;
    Load load;
    TransfersController controller(&load.queue);
    TransfersPane pane(ui.context(), &controller);
    pane.resize(1280, 800);
    if (!showActive(&pane))
        return 1;
    auto *list = pane.findChild<QListView *>(u"transfersList"_s);
    auto *search = pane.findChild<QLineEdit *>(u"transfersSearch"_s);
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&ticks, &QTimer::timeout, &pane, [&load] { load.tick(); });
    ticks.start(kTick);
    spin(kPart);

    qint64 worst = 0;
    StallWatchdog watchdog;
    const auto phase = [&](const char *name, const std::function<void(int)> &part) {
        watchdog.reset();
        for (int i = 0; i < seconds; ++i) {
            part(i);
            spin(kPart);
        }
        const auto &report = watchdog.report();
        worst = std::max(worst, report.longestBusy >= 0 ? report.longestBusy : report.longest);
        std::printf("%-28s %s\n", name, qPrintable(StallWatchdog::text(report)));
        std::fflush(stdout);
    };
    phase("running", [](int) { });
    pane.select(load.running.at(3));
    phase("one selected", [](int) { });
    auto *tabs = pane.findChild<QTabBar *>(u"detailsTabs"_s);
    tabs->setCurrentIndex(1);
    phase("its connections", [](int) { });
    phase("scrolling", [list](int i) { list->verticalScrollBar()->setValue(i * 20'000); });
    phase("20 end and start a second", [&load](int) { load.turnOver(20); });
    list->selectAll();
    phase("all selected", [](int) { });
    list->clearSelection();
    phase("filtering by text", [search](int i) { search->setText(u"model-%1"_s.arg(i % 10)); });
    search->clear();
    phase("moved to the top", [&](int i) {
        pane.select(load.waiting.at(static_cast<size_t>(i) * 100 + 500));
        controller.move({load.waiting.at(static_cast<size_t>(i) * 100 + 500)}, load.running[0]);
    });
    std::printf("longest of all: %.1f ms of processor time\n", static_cast<double>(worst) / 1e6);
    return 0;
}

void fill(FakeTransferQueue &queue)
{
    Transfer running = sampleTransfer(u"meta-llama/Llama-3.1-8B-Instruct"_s, TransferState::Running,
                                      16'060'000'000, 6'900'000'000);
    running.connections = {
        connection(u"model-00002-of-00004.safetensors"_s, 1, TransferConnection::State::Receiving),
        connection(u"model-00002-of-00004.safetensors"_s, 2, TransferConnection::State::Receiving),
        connection(u"model-00003-of-00004.safetensors"_s, 3, TransferConnection::State::Stalled),
        connection(u"model-00003-of-00004.safetensors"_s, 4, TransferConnection::State::Waiting)};
    running.connections[2].note = u"No bytes for 10 s, reconnecting"_s;
    running.createdAt = QDateTime::currentDateTimeUtc();
    const TransferId first = queue.add(running);
    queue.add(sampleTransfer(u"Qwen/Qwen2.5-7B-GGUF"_s, TransferState::Running, 4'900'000'000));
    Transfer verifying =
        sampleTransfer(u"stabilityai/sdxl-turbo"_s, TransferState::Verifying, 6'900'000'000);
    queue.add(verifying);
    Transfer waiting =
        sampleTransfer(u"mistralai/Mistral-7B-v0.3"_s, TransferState::Queued, 14'500'000'000, 0);
    waiting.waitReason = u"Waiting for a free connection"_s;
    waiting.priority = TransferPriority::High;
    queue.add(waiting);
    waiting = sampleTransfer(u"bigcode/the-stack"_s, TransferState::Queued, 92'000'000'000, 0);
    waiting.request.repo.type = RepoType::Dataset;
    waiting.waitReason = u"Starts tonight at 22:00"_s;
    waiting.rateLimit = 5 * kMega;
    queue.add(waiting);
    waiting = sampleTransfer(u"google/gemma-2-9b"_s, TransferState::Queued, 0, 0);
    waiting.waitReason = u"Rate limited, 42 s"_s;
    queue.add(waiting);
    queue.add(sampleTransfer(u"openai/whisper-large-v3"_s, TransferState::Paused, 3'100'000'000));
    queue.add(sampleTransfer(u"google/flan-t5-xxl"_s, TransferState::Failed, 45'000'000'000));
    Transfer done = sampleTransfer(u"sentence-transformers/all-MiniLM-L6-v2"_s,
                                   TransferState::Verifying, 91'000'000);
    done.fetchedBytes = done.totalBytes;
    done.createdAt = QDateTime::currentDateTimeUtc();
    const TransferId last = queue.add(done);
    queue.edit(last).verifiedAt = QDateTime::currentDateTimeUtc();
    queue.setState(last, TransferState::Finished);
    queue.setState(first, TransferState::Paused);
    queue.setState(first, TransferState::Queued);
    queue.setState(first, TransferState::Running);
}

int takePictures(const QString &folder)
{
    const std::pair<Appearance, QString> looks[] = {{Appearance::Light, u"light"_s},
                                                    {Appearance::Dark, u"dark"_s},
                                                    {Appearance::HighContrast, u"contrast"_s}};
    for (const auto &[appearance, name] : looks) {
        UiFixture ui;
        FakeTransferQueue queue;
        TransfersController controller(&queue);
        fill(queue);
        ui.theme.setAppearance(appearance);
        // Minutes of speed that nobody has to wait for.
        auto &speeds = const_cast<TransferSamples &>(controller.speeds());
        for (int i = 0; i < 260; ++i)
            speeds.add(static_cast<qint64>(84e6 + 30e6 * std::sin(i / 9.0) + 9e6 * std::sin(i))
                       * (i > 90 && i < 110 ? 0 : 1));
        TransfersPane pane(ui.context(), &controller);
        pane.setContentsMargins(16, 16, 16, 16);
        pane.setAutoFillBackground(true);
        pane.resize(1100, 720);
        if (!showActive(&pane))
            return 1;
        pane.select(1);
        spin(kPart);
        const auto save = [&](const QString &what) {
            spin(kTick);
            const QString path = u"%1/%2-%3.png"_s.arg(folder, what, name);
            std::printf("%s\n", qPrintable(path));
            return pane.grab().save(path);
        };
        auto *tabs = pane.findChild<QTabBar *>(u"detailsTabs"_s);
        auto *graph = pane.findChild<QWidget *>(u"totalsGraph"_s);
        bool saved = save(u"files"_s);
        tabs->setCurrentIndex(1);
        QTest::mouseMove(graph, QPoint(graph->width() / 2, 30));
        saved = save(u"connections"_s) && saved;
        tabs->setCurrentIndex(2);
        graph->setFocus();
        saved = save(u"transfer-history"_s) && saved;
        pane.showPage(TransfersPane::Page::History);
        saved = save(u"history"_s) && saved;
        pane.showPage(TransfersPane::Page::Queue);
        pane.resize(800, 560);
        saved = save(u"narrow"_s) && saved;
        if (!saved)
            return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--pictures"_L1)
        return takePictures(arguments[2]);
    return measure(arguments.size() > 1 ? std::max(1, arguments[1].toInt()) : 5);
}
