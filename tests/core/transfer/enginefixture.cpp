// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/transfer/enginefixture.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hubdesk {

EngineFixture::EngineFixture()
{
    config.client.endpoint = hub.endpoint();
    config.client.token = QLatin1StringView(FakeHubServer::kToken);
    config.client.userAgent = "hubdesk-test";
    config.client.retryDelay = 20ms;
    config.cache = folder.filePath(u"hub"_s);
    config.journalFolder = folder.filePath(u"journal"_s);
}

RepoId EngineFixture::repo()
{
    return {RepoType::Model, QLatin1StringView(FakeHubServer::kRepo)};
}

DownloadRequest EngineFixture::request(const QStringList &files)
{
    DownloadRequest request;
    request.repo = repo();
    request.files = files;
    return request;
}

QByteArray EngineFixture::cached(const QString &path) const
{
    QFile file(layout().pointer(repo(), hub.commit(), path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList EngineFixture::blobs() const
{
    return QDir(layout().blobsFolder(repo())).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

bool EngineFixture::isInSnapshot(const QString &path) const
{
    const QFileInfo info(layout().pointer(repo(), hub.commit(), path));
    return info.exists() || info.isSymLink();
}

TransferState stateOf(const TransferEngine &engine, TransferId id)
{
    const auto transfer = engine.transfer(id);
    return transfer ? transfer->state : TransferState::Canceled;
}

Error errorOf(const TransferEngine &engine, TransferId id)
{
    const auto transfer = engine.transfer(id);
    return transfer ? transfer->error.value_or(Error{}) : Error{};
}

bool restore(TransferEngine &engine)
{
    QSignalSpy restored(&engine, &TransferEngine::restored);
    engine.restore();
    return restored.wait();
}

} // namespace hubdesk

namespace QTest {
template <> char *toString(const hubdesk::TransferState &state)
{
    return qstrdup(qPrintable(hubdesk::transferStateName(state)));
}
} // namespace QTest
