// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! Downloads a repo and waits: a program for tests to kill.
//! transferhelper ENDPOINT CACHE JOURNAL REPO [MIRROR...]

#include "core/transfer/transferengine.h"

#include <QCoreApplication>

using namespace hubdesk;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    EngineConfig config;
    config.client.endpoint = QUrl(arguments.at(1));
    config.cache = arguments.at(2);
    config.journalFolder = arguments.at(3);
    for (const QString &mirror : arguments.sliced(5))
        config.tuning.mirrors.emplace_back(mirror);
    TransferEngine engine(config);
    DownloadRequest request;
    request.repo = {RepoType::Model, arguments.at(4)};
    engine.addDownload(request);
    QObject::connect(&engine, &TransferEngine::transferStateChanged, &app,
                     [](TransferId, TransferState state) {
                         if (isEnded(state))
                             QCoreApplication::exit(state == TransferState::Finished ? 0 : 1);
                     });
    return QCoreApplication::exec();
}
