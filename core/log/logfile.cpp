// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QScopedValueRollback>
#include <QStandardPaths>

#include <mutex>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kMostBytes = 5'000'000;
constexpr int kKept = 2; // older files

//! Of the process, like the message handler itself.
struct Log
{
    std::mutex mutex;
    QFile file;
};

Log &theLog()
{
    static Log log;
    return log;
}

QByteArray levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return {};
}

//! With permissions that hold from the first byte on.
bool open(QFile &file)
{
    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, kOwnerOnly))
        return false;
    return file.setPermissions(kOwnerOnly); // it may have been there
}

void rotate(QFile &file)
{
    const QString name = file.fileName();
    file.close();
    for (int age = kKept; age > 0; --age) {
        const QString older = u"%1.%2"_s.arg(name).arg(age);
        QFile::remove(older);
        QFile::rename(age == 1 ? name : u"%1.%2"_s.arg(name).arg(age - 1), older);
    }
    open(file);
}

} // namespace

QString standardLogFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::StateLocation) + "/log"_L1;
}

QString logFileIn(const QString &folder)
{
    return folder + "/hubdesk.log"_L1;
}

bool logToFolder(const QString &folder)
{
    Log &log = theLog();
    const std::scoped_lock lock(log.mutex);
    if (!folder.isEmpty() && log.file.isOpen() && log.file.fileName() == logFileIn(folder))
        return true;
    log.file.close();
    if (folder.isEmpty())
        return true;
    log.file.setFileName(logFileIn(folder));
    return QDir().mkpath(folder) && open(log.file);
}

void writeToLogFile(QtMsgType type, const char *category, const QString &text)
{
    // What the file itself has to complain about does not go into the file.
    static thread_local bool isWriting = false;
    if (isWriting)
        return;
    const QScopedValueRollback guard(isWriting, true);
    Log &log = theLog();
    const std::scoped_lock lock(log.mutex);
    if (!log.file.isOpen())
        return;
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8();
    log.file.write(time + ' ' + levelName(type) + ' ' + (category ? category : "default") + ": "
                   + text.toUtf8() + '\n');
    if (log.file.size() > kMostBytes)
        rotate(log.file);
}

} // namespace hubdesk
