// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/server/bodysource.h"

#include <algorithm>
#include <cstring>

namespace hubdesk::localhub {

qint64 BytesSource::read(qint64 offset, char *to, qint64 max)
{
    const qint64 count = std::clamp<qint64>(m_bytes.size() - offset, 0, max);
    if (count > 0)
        std::memcpy(to, m_bytes.constData() + offset, static_cast<size_t>(count));
    return count;
}

std::shared_ptr<FileSource> FileSource::open(const QString &path)
{
    auto source = std::make_shared<FileSource>();
    source->m_file.setFileName(path);
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return nullptr;
    source->m_size = source->m_file.size();
    return source;
}

qint64 FileSource::read(qint64 offset, char *to, qint64 max)
{
    if (!m_file.seek(offset))
        return -1;
    return m_file.read(to, max);
}

} // namespace hubdesk::localhub
