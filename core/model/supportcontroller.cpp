// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/supportcontroller.h"

#include "core/support/supportbundle.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

#include <utility>

namespace hubdesk {

SupportController::SupportController(InputProvider input, QObject *parent)
    : QObject(parent),
      m_input(std::move(input))
{ }

SupportController::~SupportController()
{
    if (m_abort)
        m_abort->store(true);
}

template <class T>
void SupportController::run(std::function<Result<T>(const std::atomic_bool *)> work,
                            std::function<void(Result<T>)> done)
{
    if (m_abort)
        m_abort->store(true);
    m_abort = std::make_shared<std::atomic_bool>(false);
    const quint64 generation = ++m_generation;
    // The worker owns all it needs: this object may be gone before it ends.
    QThreadPool::globalInstance()->start([self = QPointer(this), abort = m_abort, generation,
                                          work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<Result<T>>(work(abort.get()));
        QMetaObject::invokeMethod(
            qApp,
            [self, result, generation, done] {
                if (self && self->m_generation == generation)
                    done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

QString SupportController::suggestedPath() const
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QDir::homePath();
    return folder + u'/' + supportBundleName(QDateTime::currentDateTime());
}

void SupportController::collect(bool includeNames)
{
    using Parts = std::vector<SupportPart>;
    setState(State::Collecting);
    run<Parts>(
        [input = m_input(), includeNames](const std::atomic_bool *abort) {
            return supportReport(input, includeNames, abort);
        },
        [this](Result<Parts> parts) {
            if (!parts)
                return fail(parts.error());
            m_parts = std::move(*parts);
            setState(State::Ready);
        });
}

void SupportController::save(const QString &path)
{
    if (m_parts.empty() || m_state == State::Collecting || m_state == State::Writing)
        return;
    setState(State::Writing);
    run<void>(
        [path, parts = m_parts](const std::atomic_bool *abort) {
            return writeSupportBundle(path, parts, true, abort);
        },
        [this, path](const Result<void> &written) {
            if (!written)
                return fail(written.error());
            m_path = path;
            setState(State::Written);
        });
}

void SupportController::cancel()
{
    if (m_abort)
        m_abort->store(true);
    ++m_generation;
    m_parts.clear();
    setState(State::Idle);
}

void SupportController::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void SupportController::setState(State state)
{
    if (state != State::Failed)
        m_error.reset();
    m_state = state;
    Q_EMIT
    stateChanged();
}

} // namespace hubdesk
