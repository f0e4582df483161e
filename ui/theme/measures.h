// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hubdesk::measure {

// Everything sits on a grid of 4 device-independent pixels.
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8; //!< between a label and its field
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16; //!< margins of a pane
inline constexpr int kHuge = 24; //!< between groups

inline constexpr int kRowTwoLines = 44;
inline constexpr int kRowOneLine = 28;
inline constexpr int kButtonHeight = 28;
inline constexpr int kRadius = 6;
inline constexpr int kBorder = 1;
inline constexpr int kIconSmall = 16;
inline constexpr int kIconLarge = 20;
inline constexpr int kCollapseBelow =
    1000; //!< window width below which the navigation shows icons only

} // namespace hubdesk::measure
