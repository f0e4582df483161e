// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkRequest>
#include <QString>

namespace hubdesk {

//! \a request as a command for a shell, for HF_DEBUG. Made to be shown to others: the token is
//! `<TOKEN>`, headers that could carry a secret and the queries of signed links are hidden, and
//! of a body only its size is told, -1: none (bodies hold tokens and the secrets of Spaces).
[[nodiscard]] QString curlCommand(const QByteArray &method, const QNetworkRequest &request,
                                  qint64 bodySize = -1);

} // namespace hubdesk
