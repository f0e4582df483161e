// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/demohub.h"

#include "core/log/redaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr std::chrono::seconds kPatience{60};
constexpr int kStopPatience = 2000; // ms, at the very end of the program

} // namespace

DemoHub::DemoHub(bool fresh, QObject *parent)
    : QObject(parent)
{
    if (!fresh) {
        m_folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
            + "/hubdesk/demo"_L1;
        if (!QDir().mkpath(homeFolder() + "/huggingface"_L1))
            m_folder.clear();
    }
    if (m_folder.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/hubdesk-demo-XXXXXX"_L1);
        m_folder = m_temporary->path();
        QDir().mkpath(homeFolder() + "/huggingface"_L1);
    }
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    // A demo that is killed takes its server along.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_patience.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoHub::readOutput);
    connect(&m_process, &QProcess::finished, this, &DemoHub::processEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT
        failed(tr("The Local Hub cannot be started: %1.").arg(m_process.errorString()));
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        Q_EMIT
        failed(tr("The Local Hub does not get ready."));
    });
}

DemoHub::~DemoHub()
{
    m_stopping = true;
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(kStopPatience)) // the event loop is over by now
            m_process.kill();
    }
}

QString DemoHub::token()
{
    return u"hf_demo_write"_s;
}

void DemoHub::start()
{
    const QString program = QCoreApplication::applicationDirPath() + "/hubdesk-localhub"_L1;
    m_patience.start(kPatience);
    m_process.start(program,
                    {u"--data"_s, m_folder + "/hub"_L1, u"--listen"_s, u"127.0.0.1:0"_s,
                     u"--seed"_s, u"demo"_s});
}

void DemoHub::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (!m_endpoint.isEmpty() || end < 0)
        return;
    const QByteArray line = m_output.left(end);
    if (!line.startsWith("READY "))
        return;
    const QJsonObject facts = QJsonDocument::fromJson(line.mid(6)).object();
    m_endpoint = QUrl(facts.value("endpoint"_L1).toString());
    m_patience.stop();
    Q_EMIT
    ready();
}

void DemoHub::processEnded()
{
    m_patience.stop();
    const QString words = redact(QString::fromUtf8(m_process.readAllStandardError()).trimmed());
    // Another demo owns the shared folder: this one gets its own.
    if (m_endpoint.isEmpty() && !m_temporary) {
        m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/hubdesk-demo-XXXXXX"_L1);
        m_folder = m_temporary->path();
        m_output.clear();
        if (QDir().mkpath(homeFolder() + "/huggingface"_L1)) {
            start();
            return;
        }
    }
    Q_EMIT
    failed(words.isEmpty() ? tr("The Local Hub has ended.")
                           : tr("The Local Hub has ended: %1").arg(words.section(u'\n', -1)));
}

} // namespace hubdesk
