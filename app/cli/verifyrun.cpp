// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verifyrun.h"

#include "core/cache/cacheformat.h"

#include <QtConcurrentRun>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kInterval = 100; // ms

QString size(qint64 bytes)
{
    return officialSize(static_cast<double>(bytes));
}

} // namespace

VerifyRun::VerifyRun(const Console &console, ProgressDisplay::Mode mode)
    : m_display(console, mode)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &VerifyRun::showProgress);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_timer.stop();
        m_display.clear();
        Q_EMIT finished(m_watcher.result());
    });
}

VerifyRun::~VerifyRun()
{
    cancel();
    m_watcher.waitForFinished();
}

void VerifyRun::start(const VerifyRequest &request)
{
    m_verifier = std::make_unique<CacheVerifier>(request, &m_marks);
    m_elapsed.start();
    m_timer.start();
    m_watcher.setFuture(QtConcurrent::run([this] { return m_verifier->run(); }));
}

void VerifyRun::cancel()
{
    if (m_verifier)
        m_verifier->cancel();
}

void VerifyRun::showProgress()
{
    const CacheVerifier::Progress now = m_verifier->progress();
    if (now.totalFiles == 0)
        return;
    const double fraction = progressFraction(now.doneBytes, now.totalBytes);
    const qint64 speed = now.doneBytes * 1000 / std::max<qint64>(m_elapsed.elapsed(), 1);
    const QString files = tr("Reading: %1 of %2 files").arg(now.doneFiles).arg(now.totalFiles);
    const QString bytes = tr("%1 of %2").arg(size(now.doneBytes), size(now.totalBytes)) + u"  "_s
        + tr("%1/s").arg(size(speed));
    m_display.update(
        fraction,
        [&](const TerminalShape &shape) {
            return QStringList{progressRow(files, fraction, bytes, shape)};
        },
        [&] { return files + u", "_s + bytes; });
}

} // namespace hubdesk
