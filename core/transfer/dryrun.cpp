// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/dryrun.h"

#include "core/cache/diskerror.h"
#include "core/cache/localfolder.h"
#include "core/transfer/cachesurvey.h"
#include "core/transfer/downloadplanner.h"
#include "core/transfer/fetchcontext.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace hubdesk {

namespace {

constexpr int kRetries = 5; // a question that nobody answers is not asked for ever

void addNeed(std::vector<DryRunVolume> &volumes, const QString &path, qint64 bytes)
{
    if (bytes <= 0)
        return;
    const QString root = volumeRoot(path);
    const auto it = std::ranges::find(volumes, root, &DryRunVolume::root);
    if (it != volumes.end())
        it->needed += bytes;
    else
        volumes.push_back({root, bytes, availableBytes(path)});
}

QString locationOf(const CacheLayout &layout, const DownloadRequest &request, const FetchPlan &plan,
                   const QString &path)
{
    return request.localFolder.isEmpty() ? layout.pointer(request.repo, plan.commit, path)
                                         : LocalFolder(request.localFolder).filePath(path);
}

} // namespace

qint64 DryRunPlan::bytesToFetch() const
{
    qint64 sum = 0;
    QSet<QString> seen;
    for (const DryRunFile &file : files) {
        if (!file.willDownload || seen.contains(file.etag))
            continue;
        seen.insert(file.etag);
        sum += file.size - file.resumable;
    }
    return sum;
}

DryRunPlan dryRunPlan(const CacheLayout &layout, const DownloadRequest &request,
                      const FetchPlan &plan, const QUrl &endpoint, const std::vector<QUrl> &mirrors)
{
    DryRunPlan answer;
    answer.commit = plan.commit;
    answer.fromCache = plan.fromCache;
    qint64 packed = 0;
    qint64 copies = 0; // a folder has a file for each path, even of equal content
    QSet<QString> seen;
    for (const PlannedFile &planned : plan.files) {
        DryRunFile file;
        file.path = planned.path;
        file.etag = planned.etag;
        file.size = planned.size;
        file.location = locationOf(layout, request, plan, planned.path);
        file.isCached = planned.cached;
        packed += planned.size;
        const BlobOnDisk blob =
            plan.fromCache ? BlobOnDisk{.isComplete = true} : blobOnDisk(layout, request, planned);
        // A copy from the cache, or a link to a blob, is no download.
        file.willDownload = !plan.fromCache && !planned.cached && !blob.isComplete;
        if (file.willDownload) {
            file.resumable = blob.resumable;
            file.endpoint = endpoint;
        }
        if (!planned.cached && !plan.fromCache) {
            const bool isFirst = !seen.contains(planned.etag);
            seen.insert(planned.etag);
            if (!request.localFolder.isEmpty() && (!isFirst || blob.isComplete))
                copies += planned.size;
        }
        answer.files.push_back(file);
    }
    const QString &folder = request.localFolder;
    if (plan.isPublic && answer.bytesToFetch() > 0)
        answer.mirrors = mirrors;
    addNeed(answer.volumes, folder.isEmpty() ? layout.root() : folder,
            answer.bytesToFetch() + copies);
    if (!request.archive.isEmpty())
        addNeed(answer.volumes, QFileInfo(request.archive).path(), packed);
    return answer;
}

class DryRun::Private
{
public:
    Private(DownloadRequest wanted, const ClientConfig &client, const QString &cacheRoot)
        : request(std::move(wanted)),
          session(client),
          pool(1),
          mailbox(std::make_shared<Mailbox>()),
          context{&session, &pool,   mailbox, CacheWriter(CacheLayout(cacheRoot)),
                  nullptr,  nullptr, {},      nullptr,
                  {},       nullptr, nullptr}
    {
        context.tuning.retries = kRetries;
    }

    DownloadRequest request;
    NetworkSession session;
    TaskPool pool; // waits for its tasks at the end
    std::shared_ptr<Mailbox> mailbox;
    FetchContext context;
    std::unique_ptr<DownloadPlanner> planner;
};

DryRun::DryRun(DownloadRequest request, const ClientConfig &client, const QString &cacheRoot,
               QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(std::move(request), client, cacheRoot))
{ }

DryRun::~DryRun()
{
    // What a task of the pool answers now reaches nobody; the planner's end tells it to hurry.
    d->mailbox->close();
    d->planner.reset();
}

void DryRun::setMirrors(const std::vector<QUrl> &mirrors)
{
    d->context.tuning.mirrors = mirrors;
}

void DryRun::start()
{
    DownloadPlanner::Handler handler;
    handler.waiting = [this](const QString &reason) { Q_EMIT waiting(reason); };
    handler.ended = [this](const Result<FetchPlan> &plan) {
        if (!plan) {
            Q_EMIT finished(std::unexpected(plan.error()));
            return;
        }
        d->pool.run([this, mailbox = d->mailbox, layout = d->context.writer.layout(),
                     request = d->request, plan = *plan, endpoint = d->session.config().endpoint,
                     mirrors = d->context.tuning.mirrors] {
            mailbox->post([this, answer = dryRunPlan(layout, request, plan, endpoint, mirrors)] {
                Q_EMIT finished(answer);
            });
        });
    };
    d->planner = std::make_unique<DownloadPlanner>(d->request, d->context,
                                                   DownloadPlanner::Promises{}, std::move(handler));
    d->planner->setReadOnly();
    d->planner->start();
}

void DryRun::cancel()
{
    if (d->planner)
        d->planner->stop();
}

} // namespace hubdesk
