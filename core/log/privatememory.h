// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hubdesk {

//! Tokens are in the memory of a program that uses them: from now on no crash writes that memory to
//! a file, and no other program of the same user reads it (but under a sanitizer, which has to look
//! at its own process). Call once, first thing in main().
void keepMemoryPrivate();

} // namespace hubdesk
