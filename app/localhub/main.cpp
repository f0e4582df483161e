// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/localhub.h"
#include "app/localhub/options.h"
#include "core/log/redaction.h"
#include "core/log/verbosity.h"
#include "core/settings/environment.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hubdesk::localhub;

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

void say(FILE *stream, const QString &text)
{
    std::fputs(qUtf8Printable(text + u'\n'), stream);
    std::fflush(stream);
}

bool readFile(const QString &path, QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        say(stderr,
            QCoreApplication::translate("LocalHub", "Cannot read %1: %2.")
                .arg(path, file.errorString()));
        return false;
    }
    content = file.readAll();
    return true;
}

// The signals that end the program are taken by the main thread alone, whenever it is ready.
sigset_t holdEndSignals()
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return ends;
}

} // namespace

int main(int argc, char *argv[])
{
    const sigset_t ends = holdEndSignals();
    hubdesk::installRedactingMessageHandler();
    const hubdesk::Environment variables;
    hubdesk::applyVerbosity(variables.verbosity(), variables.debug(), hubdesk::Verbosity::Info);
    const QCoreApplication application(argc, argv);
    auto line = CommandLine::parse(QCoreApplication::arguments().mid(1));
    if (!line) {
        say(stderr, line.error() + u'\n' + usageLine());
        return kWrongUsage;
    }
    if (line->help) {
        say(stdout, helpText());
        return 0;
    }
    if (!line->certificateFile.isEmpty()
        && (!readFile(line->certificateFile, line->options.tlsCertificate)
            || !readFile(line->keyFile, line->options.tlsKey)))
        return kFailed;
    const auto hub = LocalHub::start(line->options);
    if (!hub) {
        say(stderr, hub.error());
        return kFailed;
    }
    QString ready =
        u"READY {\"endpoint\":\"%1\",\"cdn\":\"%2\""_s.arg((*hub)->endpoint(), (*hub)->cdn());
    if (!(*hub)->proxy().isEmpty())
        ready += u",\"proxy\":\"%1\""_s.arg((*hub)->proxy());
    say(stdout, ready + u'}');
    int received = 0;
    sigwait(&ends, &received);
    (*hub)->stop();
    return 0;
}
