// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/progressdisplay.h"
#include "core/cache/verifiedmarks.h"
#include "core/cache/verify.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace hubdesk {

//! One reading of files in the background, with progress on standard error.
class VerifyRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyRun)

public:
    VerifyRun(const Console &console, ProgressDisplay::Mode mode);
    //! Cancels and waits for the threads, which is soon.
    ~VerifyRun() override;

    //! Once. finished() follows.
    void start(const VerifyRequest &request);
    //! finished() with ErrorKind::Canceled follows.
    void cancel();

Q_SIGNALS:
    void finished(const hubdesk::Result<hubdesk::VerifyReport> &report);

private:
    void showProgress();

    ProgressDisplay m_display;
    VerifiedMarks m_marks{VerifiedMarks::standardFolder()};
    std::unique_ptr<CacheVerifier> m_verifier;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
    QFutureWatcher<Result<VerifyReport>> m_watcher;
};

} // namespace hubdesk
