// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/gitwriter.h"

#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

#include <QFile>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

constexpr int kMemoryPriority = 999;

std::unexpected<QString> gitError(const QString &what)
{
    const git_error *error = git_error_last();
    return std::unexpected(u"%1: %2"_s.arg(what, QString::fromUtf8(error ? error->message : "")));
}

SignaturePtr signature(const QString &name, const QString &email, const QDateTime &date)
{
    git_signature *raw = nullptr;
    git_signature_new(&raw, name.toUtf8().constData(), email.toUtf8().constData(),
                      date.toSecsSinceEpoch(), 0);
    return SignaturePtr(raw);
}

} // namespace

GitWriter::GitWriter(QString path, RepositoryPtr repository, git_odb_backend *memory)
    : m_path(std::move(path)),
      m_repository(std::move(repository)),
      m_memory(memory)
{ }

std::expected<std::unique_ptr<GitWriter>, QString> GitWriter::create(const QString &path)
{
    git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
    options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_MKPATH;
    options.initial_head = "main";
    git_repository *rawRepository = nullptr;
    if (git_repository_init_ext(&rawRepository, QFile::encodeName(path).constData(), &options) != 0)
        return gitError(u"cannot create the repository %1"_s.arg(path));
    RepositoryPtr repository(rawRepository);
    git_odb *rawOdb = nullptr;
    git_odb_backend *memory = nullptr;
    if (git_repository_odb(&rawOdb, repository.get()) != 0)
        return gitError(u"cannot open the objects of %1"_s.arg(path));
    const OdbPtr odb(rawOdb);
    if (git_mempack_new(&memory) != 0
        || git_odb_add_backend(odb.get(), memory, kMemoryPriority) != 0)
        return gitError(u"cannot prepare the objects of %1"_s.arg(path));
    return std::unique_ptr<GitWriter>(new GitWriter(path, std::move(repository), memory));
}

std::expected<git_oid, QString> GitWriter::writeTree(const CommitRequest &request)
{
    git_index *rawIndex = nullptr;
    if (git_index_new(&rawIndex) != 0)
        return gitError(u"no index"_s);
    const IndexPtr index(rawIndex);
    if (!request.parents.isEmpty()) {
        git_commit *rawParent = nullptr;
        git_tree *rawTree = nullptr;
        const auto parentId = oidFrom(request.parents.first());
        if (!parentId || git_commit_lookup(&rawParent, m_repository.get(), &*parentId) != 0)
            return gitError(u"unknown parent"_s);
        const CommitPtr parent(rawParent);
        if (git_commit_tree(&rawTree, parent.get()) != 0)
            return gitError(u"no tree"_s);
        const TreePtr tree(rawTree);
        git_index_read_tree(index.get(), tree.get());
    }
    for (const QString &path : request.removals)
        git_index_remove(index.get(), path.toUtf8().constData(), 0);
    for (const BlobChange &change : request.changes) {
        const QByteArray path = change.path.toUtf8();
        git_index_entry entry{};
        entry.mode = GIT_FILEMODE_BLOB;
        entry.path = path.constData();
        if (git_blob_create_from_buffer(&entry.id, m_repository.get(), change.bytes.constData(),
                                        static_cast<size_t>(change.bytes.size()))
                != 0
            || git_index_add(index.get(), &entry) != 0)
            return gitError(u"cannot add %1"_s.arg(change.path));
    }
    git_oid tree{};
    if (git_index_write_tree_to(&tree, index.get(), m_repository.get()) != 0)
        return gitError(u"cannot write a tree"_s);
    return tree;
}

std::expected<QByteArray, QString> GitWriter::commit(const CommitRequest &request)
{
    const auto treeId = writeTree(request);
    if (!treeId)
        return std::unexpected(treeId.error());
    git_tree *rawTree = nullptr;
    if (git_tree_lookup(&rawTree, m_repository.get(), &*treeId) != 0)
        return gitError(u"no tree"_s);
    const TreePtr tree(rawTree);
    std::vector<CommitPtr> parents;
    std::vector<const git_commit *> rawParents;
    for (const QByteArray &id : request.parents) {
        git_commit *rawParent = nullptr;
        const auto oid = oidFrom(id);
        if (!oid || git_commit_lookup(&rawParent, m_repository.get(), &*oid) != 0)
            return gitError(u"unknown parent"_s);
        parents.emplace_back(rawParent);
        rawParents.push_back(rawParent);
    }
    const SignaturePtr author = signature(request.author, request.email, request.date);
    git_oid id{};
    if (git_commit_create(&id, m_repository.get(), nullptr, author.get(), author.get(), nullptr,
                          request.message.toUtf8().constData(), tree.get(), rawParents.size(),
                          rawParents.data())
        != 0)
        return gitError(u"cannot commit"_s);
    QByteArray hex = toHex(id);
    if (const auto moved = setRef(request.branch, hex); !moved)
        return std::unexpected(moved.error());
    return hex;
}

std::expected<void, QString> GitWriter::setRef(const QString &ref, const QByteArray &commit)
{
    git_reference *raw = nullptr;
    const auto oid = oidFrom(commit);
    if (!oid
        || git_reference_create(&raw, m_repository.get(), ref.toUtf8().constData(), &*oid, 1,
                                nullptr)
            != 0)
        return gitError(u"cannot set %1"_s.arg(ref));
    git_reference_free(raw);
    return {};
}

std::expected<void, QString> GitWriter::finish()
{
    git_buf pack = GIT_BUF_INIT;
    if (git_mempack_dump(&pack, m_repository.get(), m_memory) != 0)
        return gitError(u"cannot pack %1"_s.arg(m_path));
    git_indexer *rawIndexer = nullptr;
    git_indexer_progress progress{};
    const QByteArray folder = QFile::encodeName(m_path + u"/objects/pack"_s);
    const int made = git_indexer_new(&rawIndexer, folder.constData(), 0, nullptr, nullptr);
    const IndexerPtr indexer(rawIndexer);
    const bool written = made == 0
        && git_indexer_append(indexer.get(), pack.ptr, pack.size, &progress) == 0
        && git_indexer_commit(indexer.get(), &progress) == 0;
    git_buf_dispose(&pack);
    if (!written)
        return gitError(u"cannot write the pack of %1"_s.arg(m_path));
    git_mempack_reset(m_memory);
    git_repository *rawRepository = nullptr;
    if (git_repository_open_bare(&rawRepository, QFile::encodeName(m_path).constData()) != 0)
        return gitError(u"cannot open %1 again"_s.arg(m_path));
    m_repository.reset(rawRepository);
    m_memory = nullptr;
    return {};
}

std::expected<void, QString> GitWriter::annotatedTag(const QString &name, const QByteArray &commit,
                                                     const QString &message, const QString &author,
                                                     const QString &email, const QDateTime &date)
{
    git_object *rawObject = nullptr;
    const auto oid = oidFrom(commit);
    if (!oid || git_object_lookup(&rawObject, m_repository.get(), &*oid, GIT_OBJECT_COMMIT) != 0)
        return gitError(u"no commit to tag"_s);
    const ObjectPtr object(rawObject);
    const SignaturePtr tagger = signature(author, email, date);
    git_oid id{};
    if (git_tag_create(&id, m_repository.get(), name.toUtf8().constData(), object.get(),
                       tagger.get(), message.toUtf8().constData(), 0)
        != 0)
        return gitError(u"cannot tag"_s);
    return {};
}

} // namespace hubdesk::localhub
