// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/tree.h"

#include <QSet>
#include <QString>

#include <vector>

namespace hubdesk {

//! A recursive listing as a tree with sums. A value; building it is pure, so a worker can do it.
class FileTree
{
public:
    struct Node
    {
        QString name;
        QString path; //!< From the root of the repo; empty for the root itself.
        QString etag; //!< Files only.
        qint64 size = 0; //!< bytes; of a folder everything below it
        qint64 cachedBytes = 0;
        int files = 0; //!< A file counts itself.
        int cachedFiles = 0;
        bool isFolder = false;
        bool lfs = false;
        int parent = -1;
        int row = 0; //!< Among the children of the parent.
        std::vector<int> children; //!< Folders first, then by name, numbers by value.
    };

    FileTree();
    //! Folders that the listing leaves out are made from the paths of their files.
    [[nodiscard]] static FileTree build(const std::vector<TreeEntry> &entries);

    [[nodiscard]] const Node &node(int index) const { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] const Node &root() const { return m_nodes.front(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_nodes.size()); }
    //! Marks exactly the files in \a paths as cached and sums up again.
    void setCached(const QSet<QString> &paths);
    //! All files at or below \a index, in order.
    [[nodiscard]] QStringList filesBelow(int index) const;
    //! Index of \a path, -1 when there is none.
    [[nodiscard]] int find(const QString &path) const;

private:
    int folder(const QString &path, QHash<QString, int> &folders);
    void sort();
    void sum();

    std::vector<Node> m_nodes; //!< Parents before children.
};

} // namespace hubdesk
