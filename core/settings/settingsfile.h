// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QByteArray>
#include <QStringList>

#include <expected>

namespace hubdesk {

//! One setting that an import would change.
struct SettingChange
{
    SettingKey key = SettingKey::Endpoint;
    QVariant before;
    QVariant after;

    bool operator==(const SettingChange &) const = default;
};

//! What a file with settings would do.
struct SettingsImport
{
    std::vector<SettingChange> changes; //!< In the order of the settings table.
    QStringList unknown; //!< Names that no setting of this version has.
    QStringList refused; //!< Names whose values cannot be.
};

//! Every setting as a file (JSON) that another installation can read. Secrets are no settings: a
//! user or password that somebody wrote into an address is left out, and a setting with a token in
//! it altogether, so that the other installation keeps its own.
[[nodiscard]] QByteArray exportedSettings(const Settings &settings);

//! What \a data, the content of such a file, would change in \a settings; changes nothing. What the
//! file does not name stays. The error is a translated sentence.
[[nodiscard]] std::expected<SettingsImport, QString> importedSettings(const QByteArray &data,
                                                                      const Settings &settings);

} // namespace hubdesk
