// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

//! Measures the transfer engine against curl, in turns, on the same Local Hub and disk:
//!   bench_download [ROUNDS] [FOLDER]
//! Two jobs: the large file of the demo seed, and its repo of 2,000 small files. The engine's time
//! includes listing, hash, flush and publishing; curl only fetches. Not a test: figures depend on
//! the machine, the ratio less so.

#include "core/transfer/transferengine.h"
#include "tests/support/localhubprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace hubdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr double kMega = 1e6;

//! Seconds, or -1.
double download(const QUrl &endpoint, const QString &repo, const QString &folder, qint64 *bytes)
{
    EngineConfig config;
    config.client.endpoint = endpoint;
    config.client.userAgent = defaultUserAgent();
    config.cache = folder + u"/hub"_s;
    TransferEngine engine(config);
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&engine, &TransferEngine::transferStateChanged, &loop,
                     [&loop](TransferId, TransferState state) {
                         if (isEnded(state))
                             loop.quit();
                     });
    DownloadRequest request;
    request.repo = {RepoType::Model, repo};
    const TransferId id = engine.addDownload(request);
    loop.exec();
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const Transfer transfer = *engine.transfer(id);
    *bytes = transfer.fetchedBytes;
    if (transfer.state == TransferState::Finished)
        return seconds;
    std::fprintf(stderr, "%s\n", qPrintable(transfer.error.value_or(Error{}).message));
    return -1;
}

double curl(const QString &url, const QString &file)
{
    const QString program = QStandardPaths::findExecutable(u"curl"_s);
    if (program.isEmpty())
        return -1;
    QElapsedTimer clock;
    clock.start();
    return QProcess::execute(program, {u"-sSfL"_s, u"-o"_s, file, url}) == 0
        ? static_cast<double>(clock.nsecsElapsed()) / 1e9
        : -1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"app.*=false"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const int rounds = arguments.value(1, u"3"_s).toInt();
    const QString place = arguments.value(2, QDir::tempPath());
    LocalHubProcess hub;
    if (!hub.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(hub.errorText()));
        return 1;
    }
    const QJsonObject seed = hub.seed();
    const QJsonObject big = seed.value("big_file"_L1).toObject();
    const QString repo = big.value("repo"_L1).toString();
    const QString url = hub.endpoint().toString() + u'/' + repo + u"/resolve/main/"_s
        + big.value("path"_L1).toString();
    for (int round = 0; round < rounds; ++round) {
        qint64 bytes = 0;
        QTemporaryDir ours(place + u"/bench-XXXXXX"_s);
        const double engine = download(hub.endpoint(), repo, ours.path(), &bytes);
        ours.remove();
        QTemporaryDir theirs(place + u"/bench-XXXXXX"_s);
        const double reference = curl(url, theirs.filePath(u"file"_s));
        theirs.remove();
        QTemporaryDir small(place + u"/bench-XXXXXX"_s);
        qint64 smallBytes = 0;
        const double many = download(
            hub.endpoint(), seed.value("many_files"_L1).toObject().value("repo"_L1).toString(),
            small.path(), &smallBytes);
        std::printf("large file: engine %.2f s, %.0f MB/s", engine,
                    static_cast<double>(bytes) / kMega / engine);
        if (reference > 0)
            std::printf("; curl %.2f s, %.0f MB/s; ratio %.2f", reference,
                        static_cast<double>(bytes) / kMega / reference, reference / engine);
        std::printf(". 2,000 small files: %.2f s\n", many);
        std::fflush(stdout);
    }
    return 0;
}
