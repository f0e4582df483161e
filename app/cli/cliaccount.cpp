// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cliaccount.h"

#include "core/cache/pathresolver.h"
#include "core/log/flightrecorder.h"

#include <QDir>
#include <QFile>

namespace hubdesk {

using namespace Qt::StringLiterals;

std::shared_ptr<FlightRecorder> flightRecorder()
{
    // Lives until the program ends, and then writes what is left. Made at the first request: most
    // commands make none.
    static const auto recorder = std::make_shared<FlightRecorder>(FlightRecorder::standardFolder());
    return recorder;
}

QString absolutePath(const QString &path)
{
    QString expanded = path;
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        expanded = QDir::homePath() + path.sliced(1);
    return QDir::cleanPath(QDir(expanded).absolutePath());
}

QString realPath(const QString &path)
{
    const auto resolved = resolvedPath(QFile::encodeName(path).toStdString());
    return resolved ? QFile::decodeName(QByteArray::fromStdString(*resolved)) : path;
}

} // namespace hubdesk
