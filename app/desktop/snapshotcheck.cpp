// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/snapshotcheck.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFutureWatcher>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

struct Outcome
{
    QStringList problems;
    int files = 0;
    qint64 bytes = 0;
};

//! Hex digest of a file as the Hub counts it: SHA-256 of LFS files, git blob SHA-1 of the others.
QString digest(QFile &file, const TreeEntry &entry)
{
    QCryptographicHash hash(entry.lfs ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1);
    if (!entry.lfs) {
        hash.addData("blob " + QByteArray::number(file.size()));
        hash.addData(QByteArrayView("\0", 1));
    }
    hash.addData(&file);
    return QString::fromLatin1(hash.result().toHex());
}

Outcome compareAll(const CacheLayout &layout, const RepoId &repo, const QString &commit,
                   const std::vector<TreeEntry> &entries)
{
    Outcome outcome;
    for (const TreeEntry &entry : entries) {
        QFile file(layout.pointer(repo, commit, entry.path));
        ++outcome.files;
        if (!file.open(QIODevice::ReadOnly)) {
            outcome.problems << entry.path + ": missing"_L1;
            continue;
        }
        outcome.bytes += file.size();
        if (file.size() != entry.size)
            outcome.problems << entry.path + ": wrong size"_L1;
        else if (digest(file, entry) != entry.etag())
            outcome.problems << entry.path + ": wrong content"_L1;
    }
    if (entries.empty())
        outcome.problems << u"no file was to be compared"_s;
    return outcome;
}

} // namespace

SnapshotCheck::SnapshotCheck(HubClient *client, CacheLayout layout, RepoId repo, QString commit,
                             QObject *parent)
    : QObject(parent),
      m_layout(std::move(layout)),
      m_repo(std::move(repo)),
      m_commit(std::move(commit))
{
    TreeRequest request;
    request.repo = m_repo;
    request.revision = m_commit;
    request.recursive = true;
    m_pager = Pager<TreeRequest>(client, request);
}

void SnapshotCheck::start(std::function<bool(const QString &path)> wanted)
{
    m_wanted = std::move(wanted);
    nextPage();
}

void SnapshotCheck::nextPage()
{
    m_pager.fetchNext(this, [this](Result<Page<TreeEntry>> page) {
        if (!page) {
            Q_EMIT
            finished({page.error().message}, 0, 0);
            return;
        }
        for (TreeEntry &entry : page->items) {
            if (entry.kind == TreeEntry::Kind::File && m_wanted(entry.path))
                m_entries.push_back(std::move(entry));
        }
        if (m_pager.hasMore())
            nextPage();
        else
            compare();
    });
}

void SnapshotCheck::compare()
{
    auto *watcher = new QFutureWatcher<Outcome>(this);
    connect(watcher, &QFutureWatcher<Outcome>::finished, this, [this, watcher] {
        const Outcome outcome = watcher->result();
        watcher->deleteLater();
        Q_EMIT
        finished(outcome.problems, outcome.files, outcome.bytes);
    });
    watcher->setFuture(QtConcurrent::run(compareAll, m_layout, m_repo, m_commit, m_entries));
}

} // namespace hubdesk
