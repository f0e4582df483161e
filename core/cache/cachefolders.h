// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheplaces.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"

#include <array>

namespace hubdesk {

//! The settings that name folders of the cache, the common one first.
inline constexpr std::array kCacheFolderKeys{SettingKey::CacheFolder, SettingKey::ModelsFolder,
                                             SettingKey::DatasetsFolder, SettingKey::SpacesFolder};

//! The setting that gives the repos of \a type a folder of their own.
[[nodiscard]] SettingKey cacheFolderKey(RepoType type);

//! The variable that decides where the cache is, whatever the settings say; empty: none does.
[[nodiscard]] QString cacheVariable(const Environment &environment);

//! The folders of the cache in force. A variable means all of them: who starts other tools with it
//! wants everything there.
[[nodiscard]] CachePlaces cachePlacesInForce(const Settings &settings,
                                             const Environment &environment);

} // namespace hubdesk
