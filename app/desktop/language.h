// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hubdesk {

//! Where the translations are, in the build folder as where the program is installed.
[[nodiscard]] QString translationsFolder();

//! Makes the program speak \a language: "system" or a code such as "de"; texts that there are no
//! translations of stay English. Replaces the language before. What is on the screen already has to
//! be made anew. GUI thread, with an application.
void installLanguage(const QString &language, const QString &folder = translationsFolder());

} // namespace hubdesk
