// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"

#include <QJsonValue>
#include <QString>

namespace hubdesk {

//! Standard output and standard error of the program. Data goes to the one, talk, progress and
//! errors to the other. Never prints a token: what comes from outside is redacted where it is made.
class Console
{
public:
    Console();

    void setJson(bool json) { m_json = json; }
    [[nodiscard]] bool isJson() const { return m_json; }
    //! Quiet: no talk, only results and errors.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    void setColorsDisabled(bool disabled) { m_colorsDisabled = disabled; }
    [[nodiscard]] bool errorIsTerminal() const { return m_errorIsTerminal; }

    //! One line of data.
    void print(const QString &line) const;
    //! The one JSON value of a command, compact.
    void printJson(const QJsonValue &value) const;
    //! One line for the reader; nothing when quiet.
    void talk(const QString &line) const;
    void warn(const QString &text) const;
    //! As text, or as `{"error": {"kind", "message", "request_id"}}`.
    void printError(const Error &error) const;
    //! Text with control characters for the terminal at standard error, in one piece.
    void control(const QString &text) const;

    //! \a text in a colour where standard output is a terminal that wants colours.
    [[nodiscard]] QString bold(const QString &text) const;
    [[nodiscard]] QString red(const QString &text) const;
    [[nodiscard]] QString gray(const QString &text) const;

private:
    [[nodiscard]] QString colored(const QString &text, const QString &code) const;

    bool m_json = false;
    bool m_quiet = false;
    bool m_colorsDisabled = false;
    bool m_outputIsTerminal;
    bool m_errorIsTerminal;
};

} // namespace hubdesk
