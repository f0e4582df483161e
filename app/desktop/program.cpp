// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/program.h"

#include "app/desktop/demohub.h"
#include "app/desktop/tour.h"
#include "app/desktop/workbench.h"
#include "core/log/categories.h"
#include "core/model/stallwatchdog.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr QSize kTourSize{1280, 800};

//! The demo's variables: nothing of the user's tokens, folders and proxies.
Environment demoEnvironment(const DemoHub &hub)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    const QStringList names = variables.keys();
    for (const QString &name : names) {
        if (name.startsWith("HF_"_L1) || name.startsWith("HUGGING"_L1)
            || name.startsWith("TRANSFORMERS_"_L1) || name == "REQUESTS_CA_BUNDLE"_L1
            || name == "SSL_CERT_FILE"_L1 || name.endsWith("_PROXY"_L1, Qt::CaseInsensitive))
            variables.remove(name);
    }
    variables.insert(u"NO_PROXY"_s, u"*"_s); // the system's proxies cannot reach it either
    variables.insert(u"HF_ENDPOINT"_s, hub.endpoint().toString());
    variables.insert(u"HF_HOME"_s, hub.homeFolder() + "/huggingface"_L1);
    variables.insert(u"HF_TOKEN"_s, DemoHub::token());
    return Environment(variables);
}

} // namespace

Program::Program(Options options, QObject *parent)
    : QObject(parent),
      m_options(std::move(options))
{ }

Program::~Program() = default;

void Program::start()
{
    if (!m_options.demo) {
        m_environment = std::make_unique<Environment>();
        openWorkbench();
        return;
    }
    // Tours and self-tests see the same content every time.
    const bool fresh = !m_options.tour.isEmpty() || m_options.selfTest;
    m_demoHub = std::make_unique<DemoHub>(fresh);
    connect(m_demoHub.get(), &DemoHub::ready, this, [this] {
        m_environment = std::make_unique<Environment>(demoEnvironment(*m_demoHub));
        openWorkbench();
    });
    connect(m_demoHub.get(), &DemoHub::failed, this, &Program::fail);
    m_demoHub->start();
}

void Program::activate(const QString &address)
{
    if (!m_workbench)
        return;
    MainWindow *window = m_workbench->window();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
    if (!address.isEmpty())
        window->openAddress(address);
}

void Program::openWorkbench()
{
    Workbench::Places places;
    places.endpoint = m_options.endpoint;
    if (m_demoHub) {
        places.settingsFile = m_demoHub->homeFolder() + "/hubdesk.ini"_L1;
        places.journalFolder = m_demoHub->homeFolder() + "/transfers"_L1;
        places.stateFolder = m_demoHub->homeFolder() + "/state"_L1;
        places.historyFile = m_demoHub->homeFolder() + "/transfer-history.jsonl"_L1;
        places.accountsFile = m_demoHub->homeFolder() + "/accounts.json"_L1;
        places.hasKeychain = false;
    }
    m_workbench = std::make_unique<Workbench>(m_environment.get(), places);
    MainWindow *window = m_workbench->window();
    const auto quitWithWindow = [this] {
        connect(m_workbench->window(), &MainWindow::quitAccepted, this, [this] { quit(0); });
    };
    quitWithWindow();
    connect(m_workbench.get(), &Workbench::windowReplaced, this, quitWithWindow);
    if (!m_options.tour.isEmpty())
        window->resize(kTourSize);
    if (m_options.pane.isEmpty() || !window->showPane(m_options.pane)) {
        if (!m_options.pane.isEmpty())
            qCWarning(lcUi).noquote() << "there is no pane called" << m_options.pane;
        window->showLastPane();
    }
    window->show();
    // For those who measure: how smooth was it?
    if (qEnvironmentVariableIntValue("HUBDESK_STALL_REPORT") == 1)
        m_watchdog = std::make_unique<StallWatchdog>();
    m_workbench->begin();
    QTimer::singleShot(0, this, &Program::afterOpening);
}

void Program::afterOpening()
{
    MainWindow *window = m_workbench->window();
    if (!m_options.address.isEmpty())
        window->openAddress(m_options.address);
    if (m_options.selfTest) {
        // Painted once is shown: a window that cannot paint never gets here.
        const bool painted = !window->grab().isNull() && window->currentPane() != nullptr;
        quit(painted ? 0 : 1);
    } else if (!m_options.tour.isEmpty()) {
        startTour();
    }
}

void Program::startTour()
{
    auto *tour = new Tour(m_workbench.get(), m_options.tour, this);
    connect(tour, &Tour::pictureTaken, this,
            [](const QString &path) { QTextStream(stdout) << path << Qt::endl; });
    connect(tour, &Tour::finished, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            QTextStream(stderr) << problem << Qt::endl;
        quit(problem.isEmpty() ? 0 : 1);
    });
    tour->start();
}

void Program::quit(int exitCode)
{
    if (std::exchange(m_quitting, true))
        return;
    m_exitCode = exitCode;
    if (m_watchdog)
        QTextStream(stderr) << StallWatchdog::text(m_watchdog->report()) << Qt::endl;
    m_watchdog.reset();
    if (!m_workbench) {
        QCoreApplication::exit(exitCode);
        return;
    }
    connect(m_workbench.get(), &Workbench::stopped, this,
            [this] { QCoreApplication::exit(m_exitCode); });
    m_workbench->stop();
}

void Program::fail(const QString &reason)
{
    QTextStream(stderr) << reason << Qt::endl;
    if (!m_options.tour.isEmpty() || m_options.selfTest) {
        quit(1);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Critical, u"Hubdesk"_s, reason, QMessageBox::Close,
                                m_workbench ? m_workbench->window() : nullptr);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this] { quit(1); });
    box->open();
}

} // namespace hubdesk
