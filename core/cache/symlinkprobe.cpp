// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/symlinkprobe.h"

#include "core/cache/folders.h"
#include "core/log/categories.h"

#include <QFile>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace hubdesk {

bool probeSymlinks(const QString &folder, bool warn, LinkMaker makeLink)
{
    const QByteArray probe = QFile::encodeName(folder + "/.hubdesk-probe-"_L1 + randomSuffix());
    if (makeLink("target", probe.constData()) == 0) {
        ::unlink(probe.constData());
        return true;
    }
    // Full, read-only or forbidden says nothing about links: the real attempt will tell.
    const bool refused = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
    if (refused && warn)
        qCWarning(lcCache).noquote() << folder
                                     << "does not support symbolic links: files are copied "
                                        "(HF_HUB_DISABLE_SYMLINKS_WARNING=1 silences this)";
    return !refused;
}

} // namespace hubdesk
