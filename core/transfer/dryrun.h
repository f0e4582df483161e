// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/net/clientconfig.h"
#include "core/transfer/fetchplan.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <vector>

namespace hubdesk {

//! One file of a download that has not been made.
struct DryRunFile
{
    QString path; //!< In the repo.
    QString etag; //!< Empty when the Hub could not be asked.
    qint64 size = 0; //!< bytes
    bool isCached = false; //!< There already, in the cache or the local folder.
    bool willDownload = false; //!< Not there, or forced.
    qint64 resumable = 0; //!< bytes of it that an earlier run left behind
    QUrl endpoint; //!< Of the Hub it would come from; empty unless willDownload.
    QString location; //!< Absolute: where it is or would be.

    bool operator==(const DryRunFile &) const = default;
};

//! What a download needs of one disk.
struct DryRunVolume
{
    QString root; //!< Absolute: where the disk is mounted.
    qint64 needed = 0; //!< bytes that would be written there
    qint64 available = -1; //!< bytes that may be written there; -1: not known

    [[nodiscard]] bool isEnough() const { return available < 0 || needed <= available; }
    bool operator==(const DryRunVolume &) const = default;
};

struct DryRunPlan
{
    QString commit; //!< 40 hex
    std::vector<DryRunFile> files; //!< By path.
    std::vector<DryRunVolume> volumes; //!< Those that something is written to.
    bool fromCache = false; //!< The Hub could not be asked: this is what the cache has.
    std::vector<QUrl> mirrors; //!< Would be asked besides the endpoint, in this order.

    //! Bytes over the network, equal contents once.
    [[nodiscard]] qint64 bytesToFetch() const;
    bool operator==(const DryRunPlan &) const = default;
};

//! The disk side: what \a plan, made for \a request, means. Reads only; blocks on the disk.
//! \a mirrors: those in force; the answer has them only if they may be asked for this repo.
[[nodiscard]] DryRunPlan dryRunPlan(const CacheLayout &layout, const DownloadRequest &request,
                                    const FetchPlan &plan, const QUrl &endpoint,
                                    const std::vector<QUrl> &mirrors = {});

//! Finds out what a download would do, with the questions that the download itself asks, and writes
//! nothing anywhere. Lives on any thread with an event loop; the disk is read in a pool.
class DryRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DryRun)

public:
    //! \a cacheRoot: absolute path of the `hub` folder.
    DryRun(DownloadRequest request, const ClientConfig &client, const QString &cacheRoot,
           QObject *parent = nullptr);
    //! Nothing is reported any more; waits for the piece of disk work under way, if any.
    ~DryRun() override;

    //! Those that the download would be given. Before start().
    void setMirrors(const std::vector<QUrl> &mirrors);
    //! Exactly one finished() follows.
    void start();
    void cancel(); //!< finished() follows soon, mostly with ErrorKind::Canceled.

Q_SIGNALS:
    //! Plain words, empty when it goes on.
    void waiting(const QString &reason);
    void finished(const hubdesk::Result<hubdesk::DryRunPlan> &plan);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hubdesk
