// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/supportreport.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace hubdesk {

//! A support bundle from the first look to the file: collects the parts in a worker, shows them,
//! writes them in a worker. What was shown is what is written. GUI thread; destroying it or
//! cancel() aborts the work without waiting for the disk.
class SupportController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SupportController)

public:
    enum class State { Idle, Collecting, Ready, Writing, Written, Failed };
    Q_ENUM(State)
    //! What there is now; asked for at each collect(), on the GUI thread.
    using InputProvider = std::function<SupportInput()>;

    explicit SupportController(InputProvider input, QObject *parent = nullptr);
    ~SupportController() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::vector<SupportPart> &parts() const { return m_parts; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; } //!< when Failed
    [[nodiscard]] const QString &writtenPath() const { return m_path; } //!< when Written
    //! Absolute path in the user's folder for documents, or in the home folder.
    [[nodiscard]] QString suggestedPath() const;

    //! Gathers the parts anew; the newest call wins.
    void collect(bool includeNames);
    //! Writes the parts that were collected; after a failure it can be called again.
    void save(const QString &path);
    //! Back to Idle; a half-written file is removed.
    void cancel();

Q_SIGNALS:
    void stateChanged();

private:
    template <class T>
    void run(std::function<Result<T>(const std::atomic_bool *)> work,
             std::function<void(Result<T>)> done);
    void setState(State state);
    void fail(const Error &error);

    InputProvider m_input;
    std::vector<SupportPart> m_parts;
    std::optional<Error> m_error;
    QString m_path;
    State m_state = State::Idle;
    quint64 m_generation = 0;
    std::shared_ptr<std::atomic_bool> m_abort;
};

} // namespace hubdesk
