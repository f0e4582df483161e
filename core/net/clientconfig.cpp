// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/clientconfig.h"

#include "hubdesk_version.h"

#include <QSysInfo>

namespace hubdesk {

QByteArray defaultUserAgent()
{
    return QByteArray("hubdesk/" HUBDESK_VERSION "; hf_hub/0.27.1; os/")
        + QSysInfo::kernelType().toUtf8();
}

} // namespace hubdesk
