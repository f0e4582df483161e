// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/clientconfig.h"

#include "core/net/originpolicy.h"
#include "hubdesk_version.h"

#include <QSysInfo>

namespace hubdesk {

QByteArray defaultUserAgent()
{
    return QByteArray("hubdesk/" HUBDESK_VERSION "; hf_hub/0.27.1; os/")
        + QSysInfo::kernelType().toUtf8();
}

QString ClientConfig::tokenFor(const QUrl &target) const
{
    if (!sameOriginForToken(endpoint, target))
        return {};
    if (!tokenRules.empty()) {
        QString path = target.path();
        if (const QString base = endpoint.path(); base.size() > 1 && path.startsWith(base))
            path.remove(0, base.size());
        const QString repo = repoOfPath(path);
        for (const TokenRule &rule : tokenRules) {
            if (!repo.isEmpty() && ruleCovers(rule.pattern, repo))
                return rule.token;
        }
    }
    return token;
}

void ClientConfig::forgetTokens()
{
    token.clear();
    tokenRules.clear();
}

} // namespace hubdesk
