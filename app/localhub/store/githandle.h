// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <git2.h>

#include <memory>
#include <optional>

namespace hubdesk::localhub {

//! Keeps libgit2 ready, and independent of the user's git configuration.
class GitLibrary
{
public:
    GitLibrary();
    ~GitLibrary();
    Q_DISABLE_COPY_MOVE(GitLibrary)
};

template <auto Free> struct GitDeleter
{
    template <typename T> void operator()(T *object) const { Free(object); }
};

template <typename T, auto Free> using GitPtr = std::unique_ptr<T, GitDeleter<Free>>;

using RepositoryPtr = GitPtr<git_repository, git_repository_free>;
using ObjectPtr = GitPtr<git_object, git_object_free>;
using CommitPtr = GitPtr<git_commit, git_commit_free>;
using TreePtr = GitPtr<git_tree, git_tree_free>;
using BlobPtr = GitPtr<git_blob, git_blob_free>;
using IndexPtr = GitPtr<git_index, git_index_free>;
using OdbPtr = GitPtr<git_odb, git_odb_free>;
using RevwalkPtr = GitPtr<git_revwalk, git_revwalk_free>;
using DiffPtr = GitPtr<git_diff, git_diff_free>;
using ReferencePtr = GitPtr<git_reference, git_reference_free>;
using ReferenceIteratorPtr = GitPtr<git_reference_iterator, git_reference_iterator_free>;
using SignaturePtr = GitPtr<git_signature, git_signature_free>;
using IndexerPtr = GitPtr<git_indexer, git_indexer_free>;

QByteArray toHex(const git_oid &oid);
std::optional<git_oid> oidFrom(const QByteArray &hex);

} // namespace hubdesk::localhub
