// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verifylisting.h"

#include "core/cache/cachelookup.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <iterator>

namespace hubdesk {

using namespace Qt::StringLiterals;

ListingDifference listingDifference(const QStringList &onTheHub, const QStringList &here)
{
    QStringList hub = onTheHub;
    QStringList local = here;
    hub.sort();
    local.sort();
    ListingDifference difference;
    std::ranges::set_difference(hub, local, std::back_inserter(difference.missing));
    std::ranges::set_difference(local, hub, std::back_inserter(difference.extra));
    return difference;
}

QStringList filesBelow(const QString &folder)
{
    const QDir root(folder);
    QStringList paths;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = root.relativeFilePath(it.next());
        if (!path.startsWith(".cache/huggingface/"_L1))
            paths.append(path);
    }
    return paths;
}

QString commitToVerify(const CacheLayout &layout, const RepoId &repo)
{
    QString main = cachedCommit(layout, repo, u"main"_s);
    if (!main.isEmpty())
        return main;
    const auto commits = QDir(layout.repoFolder(repo) + "/snapshots"_L1)
                             .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return commits.size() == 1 ? commits.first() : QString();
}

VerifyListing::VerifyListing(const ClientConfig &client, const RepoId &repo,
                             const QString &revision)
    : m_client(client)
{
    TreeRequest request;
    request.repo = repo;
    request.revision = revision;
    request.recursive = true;
    m_pager = Pager(&m_client, request);
}

void VerifyListing::start()
{
    askForPage();
}

void VerifyListing::askForPage()
{
    m_pager.fetchNext(this, [this](const Result<Page<TreeEntry>> &page) {
        if (!page) {
            Q_EMIT finished(std::unexpected(page.error()));
            return;
        }
        for (const TreeEntry &entry : page->items) {
            if (entry.kind == TreeEntry::Kind::File)
                m_paths.append(entry.path);
        }
        if (m_pager.hasMore())
            askForPage();
        else
            Q_EMIT finished(m_paths);
    });
}

} // namespace hubdesk
