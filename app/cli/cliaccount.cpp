// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cliaccount.h"

#include "core/account/activetoken.h"
#include "core/cache/pathresolver.h"
#include "core/log/flightrecorder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::CliAccount)
};

constexpr qint64 kMaxTokenSize = 65'536; // bytes; JSON web tokens are long

Result<QString> tokenFromInput()
{
    QFile input;
    if (input.open(stdin, QIODevice::ReadOnly)) {
        QString token = Environment::cleanToken(QString::fromUtf8(input.readLine(kMaxTokenSize)));
        if (!token.isEmpty())
            return token;
    }
    return failure(ErrorKind::Invalid, AccountText::tr("No token came from standard input."));
}

} // namespace

Result<QString> resolvedToken(const Environment &variables, const ParsedArguments &arguments)
{
    if (arguments.isSet(u"--token"_s)) {
        const QString token = arguments.value(u"--token"_s);
        return token == "-"_L1 ? tokenFromInput() : Result<QString>(token);
    }
    return activeToken(variables).token;
}

ClientConfig clientConfig(const Environment &variables, const QString &token)
{
    ClientConfig config = clientConfigFrom(variables);
    config.token = token;
    config.recorder = flightRecorder();
    return config;
}

std::shared_ptr<FlightRecorder> flightRecorder()
{
    // Lives until the program ends, and then writes what is left. Made at the first request: most
    // commands make none.
    static const auto recorder = std::make_shared<FlightRecorder>(FlightRecorder::standardFolder());
    return recorder;
}

QString absolutePath(const QString &path)
{
    QString expanded = path;
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        expanded = QDir::homePath() + path.sliced(1);
    return QDir::cleanPath(QDir(expanded).absolutePath());
}

QString realPath(const QString &path)
{
    const auto resolved = resolvedPath(QFile::encodeName(path).toStdString());
    return resolved ? QFile::decodeName(QByteArray::fromStdString(*resolved)) : path;
}

} // namespace hubdesk
