// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachescan.h"

#include <sys/stat.h>

#include <atomic>
#include <expected>
#include <map>
#include <string>
#include <unordered_map>

namespace hubdesk {

//! Whether \a name is one of the files that desktops leave everywhere and \a rules overlook.
[[nodiscard]] bool isIgnoredName(const std::string &name, ScanRules rules);

//! Reads one repo folder of a cache (reference: files 5.1, repo scan). Used once, by one thread.
//! Works on bytes and open folders, so that a hundred thousand links cost one readlink each.
class RepoScanner
{
public:
    //! \a root: resolved path of the cache; \a name: the repo's folder in it.
    RepoScanner(std::string root, const std::string &name, ScanRules rules,
                const std::atomic_bool *abort);

    //! The repo, or the warning that it is reported by instead. Meaningless when wasAborted().
    [[nodiscard]] std::expected<CachedRepo, QString> scan();
    [[nodiscard]] bool wasAborted() const { return m_abort && m_abort->load(); }

private:
    template <class T> using Outcome = std::expected<T, QString>;

    struct Blob
    {
        QString path;
        qint64 size = 0;
        double accessed = 0;
        double modified = 0;
        int lastRevision = -1; //!< Where it was counted last.
    };
    struct Pointer
    {
        std::string path; //!< Below the snapshot.
        Blob *blob = nullptr;
    };
    //! The snapshot being read.
    struct Snapshot
    {
        std::string path;
        bool isPlain = false; //!< No link on the way: `..` of its links means what it says.
        std::vector<Pointer> pointers;
    };

    [[nodiscard]] Outcome<RepoId> readName() const;
    [[nodiscard]] Outcome<void> readRefs(const std::string &folder, const std::string &below);
    [[nodiscard]] Outcome<void> readRef(const std::string &path, const std::string &name);
    [[nodiscard]] Outcome<void> readSnapshots();
    [[nodiscard]] Outcome<void> readRevision(const std::string &name);
    [[nodiscard]] Outcome<void> readFolder(Snapshot &snapshot, int folder, const std::string &below,
                                           int depth);
    [[nodiscard]] Outcome<Blob *> blobOf(const Snapshot &snapshot, int folder,
                                         const std::string &below, const char *name, int depth);
    [[nodiscard]] Blob *plainBlob(int folder, const char *name, int depth);
    [[nodiscard]] Blob *remember(const std::string &resolved, const struct stat &info);
    void addRevision(Snapshot &snapshot, const std::string &name, double folderModified);
    void finish(double folderAccessed, double folderModified);

    std::string m_name;
    std::string m_path;
    std::string m_snapshots;
    std::string m_blobs; //!< Resolved.
    ScanRules m_rules;
    const std::atomic_bool *m_abort;
    bool m_snapshotsArePlain = false;
    int m_blobsFolder = -1;
    std::unordered_map<std::string, Blob> m_known; //!< By resolved path.
    std::map<QString, QStringList> m_refs; //!< By commit.
    CachedRepo m_repo;
};

} // namespace hubdesk
