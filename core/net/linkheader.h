// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

namespace hubdesk {

//! The target of `rel="next"` in a `Link` header (RFC 8288), empty when there is none or when it is
//! not an absolute http(s) URL.
[[nodiscard]] QUrl nextLink(const QByteArray &header);

} // namespace hubdesk
