// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace hubdesk {

//! What a run of hubdesk-cli gave back.
struct CliResult
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    //! The last line of the output.
    [[nodiscard]] QString lastLine() const;
    [[nodiscard]] QJsonValue json() const;
    //! The `error` object on standard error.
    [[nodiscard]] QJsonObject error() const;
};

//! Starts hubdesk-cli with an environment of its own: no variable of the Hugging Face tools gets
//! in, and home is a folder of the test.
class CliProcess
{
public:
    explicit CliProcess(const QString &home);

    void setVariable(const QString &name, const QString &value)
    {
        m_environment.insert(name, value);
    }
    void removeVariable(const QString &name) { m_environment.remove(name); }
    //! Runs to the end, at most two minutes.
    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    //! Program, arguments and environment; nothing is started.
    void prepare(QProcess &process, const QStringList &arguments) const;
    //! Starts only; for tests that send signals.
    void start(QProcess &process, const QStringList &arguments) const;

private:
    QProcessEnvironment m_environment;
};

} // namespace hubdesk
