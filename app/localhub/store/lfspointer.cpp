// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/lfspointer.h"

#include <QByteArrayList>

namespace hubdesk::localhub {

QByteArray LfsPointer::text() const
{
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256 + "\nsize "
        + QByteArray::number(size) + '\n';
}

std::optional<LfsPointer> LfsPointer::parse(const QByteArray &bytes)
{
    const QByteArrayList lines = bytes.split('\n');
    if (bytes.size() > kMaxSize || lines.size() != 4 || !lines[1].startsWith("oid sha256:")
        || !lines[2].startsWith("size "))
        return {};
    LfsPointer pointer{.sha256 = lines[1].sliced(11), .size = lines[2].sliced(5).toLongLong()};
    // Writing it again is the strictest check of hash, number and line ends.
    if (pointer.sha256.size() != 64 || QByteArray::fromHex(pointer.sha256).size() != 32
        || pointer.text() != bytes)
        return {};
    return pointer;
}

} // namespace hubdesk::localhub
