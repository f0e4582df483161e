// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/categories.h"

namespace hubdesk {

Q_LOGGING_CATEGORY(lcHub, "app.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "app.hub.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcCurl, "app.hub.curl", QtWarningMsg)
Q_LOGGING_CATEGORY(lcTransfer, "app.transfer", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCache, "app.cache", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "app.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLocalHub, "app.localhub", QtInfoMsg)

QStringList logCategoryNames()
{
    QStringList names;
    for (const QLoggingCategory *category :
         {&lcHub(), &lcHttp(), &lcCurl(), &lcTransfer(), &lcCache(), &lcUi()})
        names << QLatin1StringView(category->categoryName());
    return names;
}

} // namespace hubdesk
