// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachelayout.h"
#include "core/hub/tree.h"
#include "core/net/pager.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace hubdesk {

//! How the files of a folder and those of a revision on the Hub differ; both sorted.
struct ListingDifference
{
    QStringList missing; //!< On the Hub only.
    QStringList extra; //!< On this machine only.

    bool operator==(const ListingDifference &) const = default;
};

//! Pure.
[[nodiscard]] ListingDifference listingDifference(const QStringList &onTheHub,
                                                  const QStringList &here);

//! Paths of all files below \a folder, without the bookkeeping of a local folder. Reads the disk.
[[nodiscard]] QStringList filesBelow(const QString &folder);

//! The commit that is compared when nobody says one: that of `main`, or of the only snapshot; empty
//! when neither decides. Reads the disk.
[[nodiscard]] QString commitToVerify(const CacheLayout &layout, const RepoId &repo);

//! Asks the Hub which files a revision has.
class VerifyListing : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyListing)

public:
    VerifyListing(const ClientConfig &client, const RepoId &repo, const QString &revision);

    void start(); //!< finished() follows once.

Q_SIGNALS:
    void finished(const hubdesk::Result<QStringList> &paths);

private:
    void askForPage();

    HubClient m_client;
    Pager<TreeRequest> m_pager;
    QStringList m_paths;
};

} // namespace hubdesk
