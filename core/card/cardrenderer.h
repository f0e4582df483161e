// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card/htmlsanitizer.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace hubdesk {

//! A card ready to be shown.
struct RenderedCard
{
    QJsonObject metadata; //!< The YAML header; empty when there is none or it is broken.
    QString metadataProblem; //!< For the user, why the header could not be read; usually empty.
    SafeHtml html;

    bool operator==(const RenderedCard &) const = default;
};

//! Turns the bytes of a README.md into safe HTML: header off, Markdown to HTML, allow-list. Any
//! bytes are fine; text above 1 MB is cut and marked as shortened. Takes tens of milliseconds for a
//! large card: run it in a worker. Never throws. Reentrant.
[[nodiscard]] RenderedCard renderCard(const QByteArray &readme, const CardContext &context);

} // namespace hubdesk
