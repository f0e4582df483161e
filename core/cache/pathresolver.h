// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace hubdesk {

//! \a path, absolute, with every link followed and every `..` taken; what does not exist is kept by
//! name, as Python's Path.resolve() does, so that a broken link can be reported by its target. None
//! when links lead in a circle. Bytes, as the system has them.
[[nodiscard]] std::optional<std::string> resolvedPath(const std::string &path);

} // namespace hubdesk
