// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/prompt.h"

#include <QTimer>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

void say(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

Prompt::Prompt(QObject *parent)
    : QObject(parent)
{ }

Prompt::~Prompt()
{
    restoreEcho();
}

void Prompt::ask(const QString &question, Answer answer)
{
    begin(STDIN_FILENO, question, std::move(answer));
}

void Prompt::askSecret(const QString &question, Answer answer)
{
    m_terminal = FileDescriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    const int fd = m_terminal.isValid() ? m_terminal.get() : STDIN_FILENO;
    termios now = {};
    if (::tcgetattr(fd, &now) == 0) {
        m_before = now;
        now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(fd, TCSAFLUSH, &now);
    }
    begin(fd, question, std::move(answer));
}

void Prompt::askYes(const QString &question, std::function<void(const Result<bool> &)> answer)
{
    ask(question + " (Y/n) "_L1, [this, question, answer](const Result<QString> &line) {
        if (!line)
            return answer(std::unexpected(line.error()));
        const QString word = line->toLower();
        if (word.isEmpty() || word == "y"_L1 || word == "yes"_L1 || word == "1"_L1)
            return answer(true);
        if (word == "n"_L1 || word == "no"_L1 || word == "0"_L1)
            return answer(false);
        say(tr("Please answer y or n.") + u'\n');
        askYes(question, answer);
    });
}

void Prompt::begin(int fd, const QString &question, Answer answer)
{
    say(question);
    m_fd = fd;
    m_answer = std::move(answer);
    // A file is always readable, and nothing tells an event loop so.
    m_notifier = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Prompt::read);
    QTimer::singleShot(0, this, &Prompt::read);
}

void Prompt::read()
{
    if (!m_answer)
        return;
    bool ended = false;
    if (!m_ahead.contains('\n')) {
        pollfd ready{m_fd, POLLIN, 0};
        if (::poll(&ready, 1, 0) <= 0)
            return;
        std::array<char, 4096> buffer{};
        const ssize_t count = ::read(m_fd, buffer.data(), buffer.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        ended = count <= 0;
        m_ahead.append(buffer.data(), std::max<ssize_t>(count, 0));
    }
    const qsizetype end = m_ahead.indexOf('\n');
    if (end < 0 && !ended) {
        QTimer::singleShot(0, this, &Prompt::read);
        return;
    }
    const QByteArray line = end < 0 ? std::exchange(m_ahead, {}) : m_ahead.first(end);
    if (end >= 0)
        m_ahead.remove(0, end + 1);
    m_notifier.reset();
    if (m_before)
        say(u"\n"_s); // the Enter key was not shown
    restoreEcho();
    const Answer answer = std::exchange(m_answer, nullptr);
    if (ended && line.isEmpty())
        answer(failure(ErrorKind::Canceled, tr("No answer came.")));
    else
        answer(QString::fromUtf8(line).remove(u'\r'));
}

void Prompt::restoreEcho()
{
    if (const auto before = std::exchange(m_before, std::nullopt))
        ::tcsetattr(m_fd, TCSAFLUSH, &*before);
    m_terminal.reset();
}

} // namespace hubdesk
