// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>

namespace hubdesk {

class FlightRecorder;

//! The recorder of this program, in the folder that it shares with the window.
[[nodiscard]] std::shared_ptr<FlightRecorder> flightRecorder();

//! \a path with a leading `~` replaced, absolute and without `..`.
[[nodiscard]] QString absolutePath(const QString &path);
//! \a path, absolute, with every link followed; what does not exist yet is kept by name.
[[nodiscard]] QString realPath(const QString &path);

} // namespace hubdesk
