// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/pathresolver.h"

#include <unistd.h>

#include <array>
#include <vector>

namespace hubdesk {

namespace {

constexpr int kMaxLinks = 40; // the limit of the kernel itself

//! Puts the components of \a path on the stack \a todo, the first one on top.
void push(std::vector<std::string> &todo, const std::string &path)
{
    size_t end = path.size();
    while (end > 0) {
        const size_t slash = path.rfind('/', end - 1);
        const size_t begin = slash == std::string::npos ? 0 : slash + 1;
        if (end > begin)
            todo.push_back(path.substr(begin, end - begin));
        if (slash == std::string::npos)
            break;
        end = slash;
    }
}

} // namespace

std::optional<std::string> resolvedPath(const std::string &path)
{
    std::vector<std::string> todo;
    push(todo, path);
    std::string resolved;
    int links = 0;
    while (!todo.empty()) {
        const std::string component = std::move(todo.back());
        todo.pop_back();
        if (component == ".")
            continue;
        if (component == "..") {
            resolved.resize(resolved.empty() ? 0 : resolved.rfind('/'));
            continue;
        }
        std::string next = resolved;
        next.append(1, '/').append(component);
        std::array<char, 4096> buffer = {};
        const ssize_t size = ::readlink(next.c_str(), buffer.data(), buffer.size());
        if (size < 0) {
            resolved = next;
            continue;
        }
        if (++links > kMaxLinks)
            return std::nullopt;
        const std::string target(buffer.data(), static_cast<size_t>(size));
        if (target.starts_with('/'))
            resolved.clear();
        push(todo, target);
    }
    return resolved.empty() ? "/" : resolved;
}

} // namespace hubdesk
