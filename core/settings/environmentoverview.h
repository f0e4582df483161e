// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/environment.h"
#include "core/settings/settings.h"

#include <QString>

#include <optional>
#include <vector>

namespace hubdesk {

//! A variable that is set and what comes of it.
struct EnvironmentRow
{
    enum class Effect {
        InForce, //!< It is followed.
        OverridesSetting, //!< It decides instead of `setting`.
        Shadowed, //!< `shadowedBy` decides.
        NoEffect, //!< Hubdesk knows it, but nothing follows from it here.
        Unknown, //!< Looks like one of Hugging Face's, but is none that Hubdesk knows.
    };

    QString name;
    QString value; //!< As it may be shown: secrets are named, not quoted.
    QString meaning; //!< One translated sentence; empty when unknown.
    Effect effect = Effect::InForce;
    QString shadowedBy;
    std::optional<SettingKey> setting;

    bool operator==(const EnvironmentRow &) const = default;
};

//! Every variable of Hugging Face's, of proxies and of certificates that is set in \a environment
//! to something, by topic; unknown ones at the end. Pure.
[[nodiscard]] std::vector<EnvironmentRow> environmentOverview(const Environment &environment);

//! What a row's effect means, one translated sentence.
[[nodiscard]] QString effectText(const EnvironmentRow &row);

} // namespace hubdesk
