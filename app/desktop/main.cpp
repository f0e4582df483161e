// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/language.h"
#include "app/desktop/options.h"
#include "app/desktop/program.h"
#include "core/log/privatememory.h"
#include "core/log/redaction.h"
#include "core/log/verbosity.h"
#include "core/settings/environment.h"

#include "hubdesk_version.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>
#include <QTimer>

#include <kdsingleapplication.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWrongUsage = 2;

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

} // namespace

int main(int argc, char **argv)
{
    hubdesk::keepMemoryPrivate();
    hubdesk::installRedactingMessageHandler();
    const hubdesk::Environment variables;
    hubdesk::applyVerbosity(variables.verbosity(), variables.debug(), hubdesk::Verbosity::Info);
    const auto options = hubdesk::parseOptions(argumentsOf(argc, argv));
    if (!options) {
        QTextStream(stderr) << options.error() << "\nhubdesk --help shows what is possible.\n";
        return kWrongUsage;
    }
    if (!options->message.isEmpty()) {
        QTextStream(stdout) << options->message;
        return 0;
    }
    // A tour needs no screen, only something to paint on.
    if ((!options->tour.isEmpty() || options->selfTest) && !hasDisplay()
        && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hubdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUBDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Hubdesk"_s);
    QGuiApplication::setDesktopFileName(u"org.hubdesk.Hubdesk"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QApplication::setWindowIcon(
        QIcon::fromTheme(u"org.hubdesk.Hubdesk"_s, QIcon(u":/hubdesk.svg"_s)));
    hubdesk::installLanguage(u"system"_s); // the settings may say another

    std::unique_ptr<KDSingleApplication> single;
    if (options->joinsRunningInstance()) {
        single = std::make_unique<KDSingleApplication>(
            u"hubdesk"_s,
            KDSingleApplication::Option::IncludeUsernameInSocketName
                | KDSingleApplication::Option::IncludeSessionInSocketName);
        if (!single->isPrimaryInstance())
            return single->sendMessage(options->address.toUtf8()) ? 0 : 1;
    }

    hubdesk::Program program(*options);
    if (single) {
        QObject::connect(single.get(), &KDSingleApplication::messageReceived, &program,
                         [&program](const QByteArray &address) {
                             program.activate(QString::fromUtf8(address));
                         });
    }
    QTimer::singleShot(0, &program, &hubdesk::Program::start);
    return QApplication::exec();
}
