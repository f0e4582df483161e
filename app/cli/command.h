// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/argumentparser.h"
#include "app/cli/clienvironment.h"

#include <QObject>

namespace hubdesk {

//! Exit codes of the program; scripts rely on them.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
};

//! One run of one command. Works in the event loop and ends with finished(), once.
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    explicit Command(const CliEnvironment &environment);
    ~Command() override;

    virtual void start(const ParsedArguments &arguments) = 0;
    //! SIGINT or SIGTERM came: stop cleanly and finish with \a exitCode, soon. The default finishes
    //! at once.
    virtual void interrupt(int exitCode);

    //! Instead of start(): it could not be found out as whom to ask.
    void refuse(const Error &error) { fail(error); }

Q_SIGNALS:
    void finished(int exitCode);

protected:
    [[nodiscard]] const Environment &variables() const { return m_environment.variables; }
    [[nodiscard]] Console &console() const { return m_environment.console; }
    [[nodiscard]] CliCredentials &credentials() const { return m_environment.credentials; }
    void finish(ExitCode code);
    void fail(const Error &error, ExitCode code = ExitCode::Failed);

private:
    CliEnvironment m_environment;
};

} // namespace hubdesk
