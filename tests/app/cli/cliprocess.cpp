// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliprocess.h"

#include "tests/support/localhubprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kRunTimeout = 120'000; // ms

} // namespace

QString CliResult::lastLine() const
{
    return QString::fromUtf8(output.trimmed().split('\n').last());
}

QJsonValue CliResult::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QJsonObject CliResult::error() const
{
    return QJsonDocument::fromJson(errors.trimmed()).object()[u"error"_s].toObject();
}

CliProcess::CliProcess(const QString &home)
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : m_environment.keys()) {
        if (name.startsWith("HF_"_L1) || name.startsWith("HUGGING"_L1)
            || name.startsWith("TRANSFORMERS_"_L1) || name == "REQUESTS_CA_BUNDLE"_L1
            || name == "SSL_CERT_FILE"_L1 || name.endsWith("_PROXY"_L1, Qt::CaseInsensitive))
            m_environment.remove(name);
    }
    m_environment.insert(u"HOME"_s, home);
    for (const QString &name :
         {u"XDG_CACHE_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s})
        m_environment.remove(name);
}

void CliProcess::prepare(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.setProgram(LocalHubProcess::program(u"hubdesk-cli"_s));
    process.setArguments(arguments);
}

void CliProcess::start(QProcess &process, const QStringList &arguments) const
{
    prepare(process, arguments);
    process.start();
}

CliResult CliProcess::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    CliResult result;
    if (process.waitForFinished(kRunTimeout) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

} // namespace hubdesk
