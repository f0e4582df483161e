// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachelookup.h"

#include <QFile>
#include <QFileInfo>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

// A ref holds 40 digits; whatever is much longer is not one of ours to follow.
constexpr qint64 kMaxRefSize = 1024; // bytes

//! Raw, untrimmed: a ref with a newline names a folder that does not exist, as for the official
//! client.
QString refContent(const CacheLayout &layout, const RepoId &repo, const QString &revision)
{
    if (!checkRevision(revision))
        return {};
    const QFileInfo info(layout.ref(repo, revision));
    if (!info.isFile() || info.size() > kMaxRefSize)
        return {};
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString content = QString::fromUtf8(file.readAll());
    // The content becomes the name of a folder and must not lead anywhere else.
    if (content.contains(u'/') || content.contains(QChar(u'\0')) || content.startsWith(u'.'))
        return {};
    return content;
}

} // namespace

QString cachedCommit(const CacheLayout &layout, const RepoId &repo, const QString &revision)
{
    return isCommitHash(revision) ? revision : refContent(layout, repo, revision);
}

CachedPath lookupInCache(const CacheLayout &layout, const RepoId &repo, const QString &revision,
                         const QString &path)
{
    CachedPath answer;
    if (!checkFilePath(path))
        return answer;
    const QString commit = cachedCommit(layout, repo, revision);
    if (commit.isEmpty())
        return answer;
    if (QFileInfo(layout.noExist(repo, commit, path)).isFile()) {
        answer.state = CachedPath::State::KnownMissing;
        return answer;
    }
    const QString pointer = layout.pointer(repo, commit, path);
    // Follows the link: a pointer without its blob is not a cached file.
    if (QFileInfo(pointer).isFile()) {
        answer.state = CachedPath::State::Present;
        answer.path = pointer;
    }
    return answer;
}

} // namespace hubdesk
