// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/gitrepo.h"

#include <QFile>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

namespace {

CommitInfo describe(const git_commit *commit)
{
    const git_signature *author = git_commit_author(commit);
    const QString all = QString::fromUtf8(git_commit_message(commit)).trimmed();
    const qsizetype lineEnd = all.indexOf(u'\n');
    CommitInfo info;
    info.id = toHex(*git_commit_id(commit));
    info.title = lineEnd < 0 ? all : all.first(lineEnd);
    info.message = lineEnd < 0 ? QString() : all.sliced(lineEnd + 1).trimmed();
    info.author = QString::fromUtf8(author->name);
    info.date = QDateTime::fromSecsSinceEpoch(author->when.time, QTimeZone::UTC);
    return info;
}

} // namespace

std::unique_ptr<GitRepo> GitRepo::open(const QString &path)
{
    git_repository *raw = nullptr;
    if (git_repository_open_bare(&raw, QFile::encodeName(path).constData()) != 0)
        return nullptr;
    return std::unique_ptr<GitRepo>(new GitRepo(RepositoryPtr(raw)));
}

CommitPtr GitRepo::lookupCommit(const QByteArray &id) const
{
    git_commit *raw = nullptr;
    const auto oid = oidFrom(id);
    if (!oid || git_commit_lookup(&raw, m_repository.get(), &*oid) != 0)
        return nullptr;
    return CommitPtr(raw);
}

std::optional<QByteArray> GitRepo::peeledRef(const QString &name) const
{
    git_reference *rawRef = nullptr;
    if (git_reference_lookup(&rawRef, m_repository.get(), name.toUtf8().constData()) != 0)
        return {};
    const ReferencePtr reference(rawRef);
    git_object *rawObject = nullptr;
    if (git_reference_peel(&rawObject, reference.get(), GIT_OBJECT_COMMIT) != 0)
        return {};
    const ObjectPtr object(rawObject);
    return toHex(*git_object_id(object.get()));
}

std::optional<QByteArray> GitRepo::resolve(const QString &revision) const
{
    static const QRegularExpression hash(u"^[0-9a-f]{7,40}$"_s);
    const QByteArray text = revision.toLatin1();
    const bool looksLikeHash = hash.match(revision).hasMatch();
    if (looksLikeHash && text.size() == GIT_OID_SHA1_HEXSIZE) {
        const CommitPtr commit = lookupCommit(text);
        return commit ? std::optional(text) : std::nullopt;
    }
    const QStringList names = revision.startsWith("refs/"_L1)
        ? QStringList{revision}
        : QStringList{u"refs/heads/"_s + revision, u"refs/tags/"_s + revision};
    for (const QString &name : names) {
        if (auto found = peeledRef(name))
            return found;
    }
    if (!looksLikeHash)
        return {};
    git_oid prefix{};
    git_commit *raw = nullptr;
    if (git_oid_fromstrp(&prefix, text.constData()) != 0
        || git_commit_lookup_prefix(&raw, m_repository.get(), &prefix,
                                    static_cast<size_t>(text.size()))
            != 0)
        return {};
    const CommitPtr commit(raw);
    return toHex(*git_commit_id(commit.get()));
}

std::vector<RefInfo> GitRepo::refs() const
{
    std::vector<RefInfo> found;
    git_reference_iterator *rawIterator = nullptr;
    if (git_reference_iterator_new(&rawIterator, m_repository.get()) != 0)
        return found;
    const ReferenceIteratorPtr iterator(rawIterator);
    const char *rawName = nullptr;
    while (git_reference_next_name(&rawName, iterator.get()) == 0) {
        const QString ref = QString::fromUtf8(rawName);
        const auto target = peeledRef(ref);
        if (!target)
            continue;
        QString name = ref;
        for (const QLatin1StringView prefix :
             {"refs/heads/"_L1, "refs/tags/"_L1, "refs/convert/"_L1}) {
            if (ref.startsWith(prefix))
                name = ref.sliced(prefix.size());
        }
        found.push_back({.name = name, .ref = ref, .target = *target});
    }
    std::ranges::sort(found, {}, &RefInfo::ref);
    return found;
}

std::optional<CommitInfo> GitRepo::commit(const QByteArray &id) const
{
    const CommitPtr commit = lookupCommit(id);
    return commit ? std::optional(describe(commit.get())) : std::nullopt;
}

std::vector<CommitInfo> GitRepo::history(const QByteArray &id) const
{
    std::vector<CommitInfo> found;
    git_revwalk *rawWalk = nullptr;
    const auto start = oidFrom(id);
    if (!start || git_revwalk_new(&rawWalk, m_repository.get()) != 0)
        return found;
    const RevwalkPtr walk(rawWalk);
    git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    git_revwalk_push(walk.get(), &*start);
    git_oid oid{};
    while (git_revwalk_next(&oid, walk.get()) == 0) {
        if (const auto info = commit(toHex(oid)))
            found.push_back(*info);
    }
    return found;
}

std::vector<TreeItem> GitRepo::listing(const QByteArray &commitId) const
{
    std::vector<TreeItem> items;
    const CommitPtr commit = lookupCommit(commitId);
    git_tree *rawTree = nullptr;
    git_odb *rawOdb = nullptr;
    if (!commit || git_commit_tree(&rawTree, commit.get()) != 0)
        return items;
    const TreePtr tree(rawTree);
    if (git_repository_odb(&rawOdb, m_repository.get()) != 0)
        return items;
    const OdbPtr odb(rawOdb);
    addTree(items, odb.get(), tree.get(), {});
    return items;
}

void GitRepo::addTree(std::vector<TreeItem> &items, git_odb *odb, const git_tree *tree,
                      const QString &prefix) const
{
    const size_t count = git_tree_entrycount(tree);
    for (size_t i = 0; i < count; ++i) {
        const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
        const git_oid *oid = git_tree_entry_id(entry);
        TreeItem item;
        item.path = prefix + QString::fromUtf8(git_tree_entry_name(entry));
        item.oid = toHex(*oid);
        if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
            item.folder = true;
            items.push_back(item);
            git_tree *rawChild = nullptr;
            if (git_tree_lookup(&rawChild, m_repository.get(), oid) == 0) {
                const TreePtr child(rawChild);
                addTree(items, odb, child.get(), item.path + u'/');
            }
            continue;
        }
        size_t size = 0;
        git_object_t type = GIT_OBJECT_INVALID;
        if (git_odb_read_header(&size, &type, odb, oid) != 0)
            continue;
        item.size = static_cast<qint64>(size);
        if (item.size > 100 && item.size <= LfsPointer::kMaxSize) {
            if (const auto bytes = blob(item.oid))
                item.lfs = LfsPointer::parse(*bytes);
            if (item.lfs) {
                item.pointerSize = item.size;
                item.size = item.lfs->size;
            }
        }
        items.push_back(item);
    }
}

std::optional<QByteArray> GitRepo::blob(const QByteArray &oid) const
{
    git_blob *raw = nullptr;
    const auto id = oidFrom(oid);
    if (!id || git_blob_lookup(&raw, m_repository.get(), &*id) != 0)
        return {};
    const BlobPtr blob(raw);
    return QByteArray(static_cast<const char *>(git_blob_rawcontent(blob.get())),
                      static_cast<qsizetype>(git_blob_rawsize(blob.get())));
}

QHash<QString, QByteArray> GitRepo::lastChanges(const QByteArray &commitId) const
{
    QHash<QString, QByteArray> changes;
    CommitPtr commit = lookupCommit(commitId);
    while (commit) {
        noteChanges(changes, commit.get());
        git_commit *rawParent = nullptr;
        if (git_commit_parentcount(commit.get()) == 0
            || git_commit_parent(&rawParent, commit.get(), 0) != 0)
            break;
        commit.reset(rawParent);
    }
    return changes;
}

void GitRepo::noteChanges(QHash<QString, QByteArray> &changes, git_commit *commit) const
{
    git_tree *rawTree = nullptr;
    if (git_commit_tree(&rawTree, commit) != 0)
        return;
    const TreePtr tree(rawTree);
    TreePtr parentTree;
    git_commit *rawParent = nullptr;
    if (git_commit_parentcount(commit) > 0 && git_commit_parent(&rawParent, commit, 0) == 0) {
        const CommitPtr parent(rawParent);
        git_tree *rawParentTree = nullptr;
        if (git_commit_tree(&rawParentTree, parent.get()) == 0)
            parentTree.reset(rawParentTree);
    }
    git_diff *rawDiff = nullptr;
    if (git_diff_tree_to_tree(&rawDiff, m_repository.get(), parentTree.get(), tree.get(), nullptr)
        != 0)
        return;
    const DiffPtr diff(rawDiff);
    const QByteArray id = toHex(*git_commit_id(commit));
    for (size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
        QString path = QString::fromUtf8(git_diff_get_delta(diff.get(), i)->new_file.path);
        while (!path.isEmpty()) {
            if (!changes.contains(path))
                changes.insert(path, id);
            path.truncate(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
        }
    }
}

} // namespace hubdesk::localhub
