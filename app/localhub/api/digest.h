// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/localhub/store/gitstore.h"
#include "app/localhub/store/lfsstore.h"
#include "app/localhub/store/repository.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <mutex>

namespace hubdesk::localhub {

//! What the Hub derives from the content of one commit: card, tags, configuration, weights.
struct Digest
{
    QByteArray commit;
    QDateTime date;
    GitStore::ListingPtr files;
    QJsonObject card;
    QStringList tags;
    QString pipelineTag;
    QString library;
    QString description;
    QJsonObject config;
    QJsonObject transformersInfo;
    QString maskToken;
    QJsonObject safetensors;
    QJsonObject gguf;
    qint64 usedStorage = 0;
};

//! Makes digests and remembers them by commit. Thread-safe.
class Digests
{
public:
    using Ptr = std::shared_ptr<const Digest>;

    Digests(GitStore &git, LfsStore &lfs)
        : m_git(git),
          m_lfs(lfs)
    { }

    [[nodiscard]] Ptr of(const Repository &repo, const QByteArray &commit);
    //! Of the default branch; null for a repository without commits.
    [[nodiscard]] Ptr ofHead(const Repository &repo);

private:
    [[nodiscard]] QByteArray content(const Repository &repo, const Listing &files,
                                     const QString &path);
    void addCard(const Repository &repo, Digest &digest);
    void addConfig(const Repository &repo, Digest &digest);
    void addWeights(Digest &digest);
    void addTags(const Repository &repo, Digest &digest);

    GitStore &m_git;
    LfsStore &m_lfs;
    std::mutex m_mutex;
    QHash<QByteArray, Ptr> m_known;
};

} // namespace hubdesk::localhub
