// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/seed/repobuilder.h"

#include "app/localhub/faults/glob.h"

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr auto kMain = "refs/heads/main"_L1;

// What the Hub writes into a new repository.
const QStringList &defaultLfsPatterns()
{
    static const QStringList patterns =
        u"*.7z *.arrow *.bin *.bz2 *.ckpt *.ftz *.gz *.h5 *.joblib"
        " *.lfs.* *.mlmodel *.model *.msgpack *.npy *.npz *.onnx *.ot *.parquet *.pb *.pickle *.pkl"
        " *.pt *.pth *.rar *.safetensors saved_model/**/* *.tar.* *.tar *.tflite *.tgz *.wasm *.xz"
        " *.zip *.zst *tfevents*"_s.split(u' ');
    return patterns;
}

QByteArray gitAttributes(const QStringList &patterns)
{
    QByteArray text;
    for (const QString &pattern : patterns)
        text += pattern.toUtf8() + " filter=lfs diff=lfs merge=lfs -text\n";
    return text;
}

} // namespace

RepoBuilder::RepoBuilder(Hub &hub, Repository repo, const QStringList &lfsPatterns)
    : m_hub(hub),
      m_repo(std::move(repo)),
      m_lfsPatterns(defaultLfsPatterns() + lfsPatterns)
{
    auto writer = GitWriter::create(hub.git.path(m_repo));
    if (!writer) {
        m_error = writer.error();
        return;
    }
    m_writer = *std::move(writer);
    m_changes.push_back({u".gitattributes"_s, gitAttributes(m_lfsPatterns)});
}

bool RepoBuilder::isLarge(const QString &path) const
{
    const QByteArray whole = path.toUtf8();
    const QByteArray name = path.section(u'/', -1).toUtf8();
    return std::ranges::any_of(m_lfsPatterns, [&](const QString &pattern) {
        const QByteArray glob = pattern.toUtf8();
        return globMatches(glob, glob.contains('/') ? whole : name);
    });
}

RepoBuilder &RepoBuilder::add(const QString &path, const QByteArray &bytes)
{
    if (!m_error.isEmpty())
        return *this;
    if (!isLarge(path) || bytes.isEmpty()) {
        m_changes.push_back({path, bytes});
        return *this;
    }
    const auto pointer = m_hub.lfs.add(bytes);
    if (pointer)
        m_changes.push_back({path, pointer->text()});
    else
        m_error = u"cannot store %1"_s.arg(path);
    return *this;
}

LfsPointer RepoBuilder::addPattern(const QString &path, quint64 seed, qint64 size)
{
    const LfsPointer pointer = m_hub.lfs.addPattern(seed, size);
    m_changes.push_back({path, pointer.text()});
    return pointer;
}

RepoBuilder &RepoBuilder::remove(const QString &path)
{
    m_removals.append(path);
    return *this;
}

QByteArray RepoBuilder::commit(const QString &message, const QString &author, const QDateTime &date,
                               const QString &branch)
{
    QByteArrayList parents;
    if (m_heads.contains(branch))
        parents = {m_heads[branch]};
    else if (m_heads.contains(kMain))
        parents = {m_heads[kMain]};
    return write(branch, parents, message, author, date);
}

QByteArray RepoBuilder::merge(const QString &other, const QString &message, const QString &author,
                              const QDateTime &date, const QString &branch)
{
    return write(branch, {m_heads.value(branch), m_heads.value(other)}, message, author, date);
}

QByteArray RepoBuilder::write(const QString &branch, const QByteArrayList &parents,
                              const QString &message, const QString &author, const QDateTime &date)
{
    if (!m_error.isEmpty())
        return {};
    const auto id = m_writer->commit({.branch = branch,
                                      .parents = parents,
                                      .changes = std::exchange(m_changes, {}),
                                      .removals = std::exchange(m_removals, {}),
                                      .author = author,
                                      .email = author + u"@users.noreply.hub.example"_s,
                                      .date = date,
                                      .message = message});
    if (!id) {
        m_error = id.error();
        return {};
    }
    m_heads[branch] = *id;
    return *id;
}

void RepoBuilder::setRef(const QString &ref, const QByteArray &commit)
{
    if (m_error.isEmpty())
        check(m_writer->setRef(ref, commit));
}

void RepoBuilder::annotatedTag(const QString &name, const QByteArray &commit,
                               const QString &message, const QString &author, const QDateTime &date)
{
    m_tags.push_back({name, commit, message, author, date});
}

std::expected<Repository, QString> RepoBuilder::finish()
{
    if (m_error.isEmpty())
        check(m_writer->finish());
    for (const TagRequest &tag : m_tags) {
        if (m_error.isEmpty()) {
            check(m_writer->annotatedTag(tag.name, tag.commit, tag.message, tag.author,
                                         tag.author + u"@users.noreply.hub.example"_s, tag.date));
        }
    }
    if (m_error.isEmpty() && !m_hub.catalog.add(m_repo))
        m_error = u"cannot record %1"_s.arg(m_repo.id());
    if (!m_error.isEmpty())
        return std::unexpected(u"Cannot make the demo content: %1."_s.arg(m_error));
    return m_repo;
}

void RepoBuilder::check(const std::expected<void, QString> &step)
{
    if (!step)
        m_error = step.error();
}

} // namespace hubdesk::localhub
