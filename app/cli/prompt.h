// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/error.h"
#include "core/net/filedescriptor.h"

#include <QObject>
#include <QSocketNotifier>

#include <termios.h>

#include <functional>
#include <memory>
#include <optional>

namespace hubdesk {

//! Asks the person at the terminal. A secret is read from the terminal itself, without echo, even
//! when standard input is something else, as Python's getpass does; without a terminal it comes
//! from standard input. Other answers come from standard input. Questions go to standard error. An
//! answer is a line, without its end; ErrorKind::Canceled at the end of the input. The terminal
//! gets its echo back whatever happens, a signal that ends the program cleanly included.
class Prompt : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Prompt)

public:
    using Answer = std::function<void(const Result<QString> &)>;

    explicit Prompt(QObject *parent = nullptr);
    ~Prompt() override;

    //! One question at a time.
    void ask(const QString &question, Answer answer);
    void askSecret(const QString &question, Answer answer);
    //! Until it is answered with yes or no; an empty answer is yes.
    void askYes(const QString &question, std::function<void(const Result<bool> &)> answer);

private:
    void begin(int fd, const QString &question, Answer answer);
    void read();
    void restoreEcho();

    int m_fd = -1;
    FileDescriptor m_terminal;
    std::optional<termios> m_before;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_ahead; //!< Read, and not asked for yet.
    Answer m_answer;
};

} // namespace hubdesk
