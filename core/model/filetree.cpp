// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filetree.h"

#include "core/model/filenames.h"

#include <QCollator>
#include <QHash>

#include <algorithm>

namespace hubdesk {

FileTree::FileTree()
{
    Node root;
    root.isFolder = true;
    m_nodes.push_back(std::move(root));
}

FileTree FileTree::build(const std::vector<TreeEntry> &entries)
{
    FileTree tree;
    tree.m_nodes.reserve(entries.size() + 1);
    QHash<QString, int> folders{{QString(), 0}};
    for (const TreeEntry &entry : entries) {
        if (entry.path.isEmpty())
            continue;
        if (entry.kind == TreeEntry::Kind::Directory) {
            tree.folder(entry.path, folders);
            continue;
        }
        const int parent = tree.folder(folderOf(entry.path), folders);
        Node node;
        node.name = baseName(entry.path);
        node.path = entry.path;
        node.etag = entry.etag();
        node.size = entry.size;
        node.files = 1;
        node.lfs = entry.lfs.has_value();
        node.parent = parent;
        tree.m_nodes[static_cast<size_t>(parent)].children.push_back(tree.count());
        tree.m_nodes.push_back(std::move(node));
    }
    tree.sort();
    tree.sum();
    return tree;
}

// Iterative: a path may have thousands of segments.
int FileTree::folder(const QString &path, QHash<QString, int> &folders)
{
    QStringList missing;
    QString known = path;
    while (!folders.contains(known)) {
        missing.append(known);
        known = folderOf(known);
    }
    int index = folders.value(known);
    while (!missing.isEmpty()) {
        const QString next = missing.takeLast();
        Node node;
        node.name = baseName(next);
        node.path = next;
        node.isFolder = true;
        node.parent = index;
        m_nodes[static_cast<size_t>(index)].children.push_back(count());
        index = count();
        m_nodes.push_back(std::move(node));
        folders.insert(next, index);
    }
    return index;
}

void FileTree::sort()
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(m_nodes.size());
    for (const Node &node : m_nodes)
        keys.push_back(collator.sortKey(node.name));
    for (Node &parent : m_nodes) {
        std::ranges::sort(parent.children, [this, &keys](int a, int b) {
            const Node &left = node(a);
            const Node &right = node(b);
            if (left.isFolder != right.isFolder)
                return left.isFolder;
            const int order = keys[static_cast<size_t>(a)].compare(keys[static_cast<size_t>(b)]);
            return order != 0 ? order < 0 : left.name < right.name;
        });
        for (size_t row = 0; row < parent.children.size(); ++row)
            m_nodes[static_cast<size_t>(parent.children[row])].row = static_cast<int>(row);
    }
}

void FileTree::sum()
{
    for (Node &node : m_nodes) {
        if (node.isFolder) {
            node.size = 0;
            node.cachedBytes = 0;
            node.files = 0;
            node.cachedFiles = 0;
        }
    }
    // Children come after their parents, so one pass from the end adds everything up.
    for (size_t index = m_nodes.size() - 1; index > 0; --index) {
        const Node &child = m_nodes[index];
        Node &parent = m_nodes[static_cast<size_t>(child.parent)];
        parent.size += child.size;
        parent.cachedBytes += child.cachedBytes;
        parent.files += child.files;
        parent.cachedFiles += child.cachedFiles;
    }
}

void FileTree::setCached(const QSet<QString> &paths)
{
    for (Node &node : m_nodes) {
        if (node.isFolder)
            continue;
        const bool cached = paths.contains(node.path);
        node.cachedFiles = cached ? 1 : 0;
        node.cachedBytes = cached ? node.size : 0;
    }
    sum();
}

QStringList FileTree::filesBelow(int index) const
{
    QStringList files;
    std::vector<int> open{index};
    while (!open.empty()) {
        const Node &next = node(open.back());
        open.pop_back();
        if (!next.isFolder)
            files.append(next.path);
        open.insert(open.end(), next.children.rbegin(), next.children.rend());
    }
    return files;
}

int FileTree::find(const QString &path) const
{
    int index = 0;
    while (node(index).path != path) {
        const Node &parent = node(index);
        const auto next = std::ranges::find_if(parent.children, [this, &path](int child) {
            const QString &candidate = node(child).path;
            return path == candidate
                || (path.startsWith(candidate) && path.at(candidate.size()) == u'/');
        });
        if (next == parent.children.end())
            return -1;
        index = *next;
    }
    return index;
}

} // namespace hubdesk
