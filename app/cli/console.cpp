// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

#include <cstdio>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ConsoleText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::Console)
};

void write(std::FILE *stream, const QString &text)
{
    // Paths keep the bytes that the system knows them by.
    const QByteArray bytes = QFile::encodeName(text);
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QByteArray compact(const QJsonValue &value)
{
    if (value.isString()) { // a document needs something around it
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    }
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

Console::Console()
    : m_outputIsTerminal(::isatty(STDOUT_FILENO) == 1),
      m_errorIsTerminal(::isatty(STDERR_FILENO) == 1)
{ }

void Console::print(const QString &line) const
{
    write(stdout, line + u'\n');
}

void Console::printJson(const QJsonValue &value) const
{
    print(QString::fromUtf8(compact(value)));
}

void Console::talk(const QString &line) const
{
    if (!m_quiet)
        write(stderr, line + u'\n');
}

void Console::warn(const QString &text) const
{
    talk(ConsoleText::tr("Warning: %1").arg(text));
}

void Console::printError(const Error &error) const
{
    if (m_json) {
        const QJsonObject body{
            {u"kind"_s, errorKindName(error.kind)},
            {u"message"_s, error.message},
            {u"request_id"_s,
             error.requestId.isEmpty() ? QJsonValue() : QJsonValue(error.requestId)},
        };
        write(stderr, QString::fromUtf8(compact(QJsonObject{{u"error"_s, body}})) + u'\n');
        return;
    }
    QString text = error.message;
    if (!error.requestId.isEmpty())
        text += ConsoleText::tr(" (Request ID: %1)").arg(error.requestId);
    if (!error.detail.isEmpty() && !error.message.contains(error.detail))
        text += u'\n' + error.detail;
    write(stderr, text + u'\n');
}

void Console::control(const QString &text) const
{
    // One write: half of it on the screen is what flickers.
    const QByteArray bytes = text.toUtf8();
    // A terminal that went away is no reason to stop.
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, bytes.constData(), static_cast<size_t>(bytes.size()));
}

QString Console::bold(const QString &text) const
{
    return colored(text, u"\x1b[1m"_s);
}

QString Console::red(const QString &text) const
{
    return colored(text, u"\x1b[1m\x1b[31m"_s);
}

QString Console::gray(const QString &text) const
{
    return colored(text, u"\x1b[90m"_s);
}

QString Console::colored(const QString &text, const QString &code) const
{
    return m_outputIsTerminal && !m_colorsDisabled ? code + text + u"\x1b[0m"_s : text;
}

} // namespace hubdesk
