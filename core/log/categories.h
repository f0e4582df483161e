// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>
#include <QStringList>

namespace hubdesk {

//! Every category of the program, default level info. `app.hub.http` prints one redacted line per
//! request and is off until `QT_LOGGING_RULES="app.hub.http.debug=true"` or HF_HUB_VERBOSITY asks
//! for it; `app.hub.curl` prints each request as a command without its token, see HF_DEBUG.
Q_DECLARE_LOGGING_CATEGORY(lcHub)
Q_DECLARE_LOGGING_CATEGORY(lcHttp)
Q_DECLARE_LOGGING_CATEGORY(lcCurl)
Q_DECLARE_LOGGING_CATEGORY(lcTransfer)
Q_DECLARE_LOGGING_CATEGORY(lcCache)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcLocalHub)

//! The names of those that the window and what is below it use.
[[nodiscard]] QStringList logCategoryNames();

} // namespace hubdesk
