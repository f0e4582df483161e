// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/blobelsewhere.h"

#include "core/transfer/hasher.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr qint64 kWorthLooking = 1024 * 1024; // bytes: below, fetching is as fast
constexpr qint64 kReadBlock = 1024 * 1024; // bytes

} // namespace

QString findBlobElsewhere(const CacheLayout &layout, const BlobSpec &spec)
{
    if (spec.size < kWorthLooking || spec.force)
        return {};
    const QString own = QDir::cleanPath(layout.blobsFolder(spec.repo));
    const QDir root(layout.root());
    const auto folders = root.entryList({u"models--*"_s, u"datasets--*"_s, u"spaces--*"_s},
                                        QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const QString blobs = root.filePath(folder + "/blobs"_L1);
        if (QDir::cleanPath(blobs) == own)
            continue;
        const QFileInfo blob(blobs + u'/' + spec.etag);
        if (blob.isFile() && blob.size() == spec.size)
            return blob.absoluteFilePath();
    }
    return {};
}

QString hashOfBlob(const QString &path, const BlobSpec &spec, const std::atomic_bool &stop)
{
    QFile file(path);
    const auto kind = Hasher::kindOf(spec.etag);
    if (!kind || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    Hasher hasher(*kind, spec.size);
    QByteArray buffer(kReadBlock, Qt::Uninitialized);
    while (!stop) {
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0)
            return {};
        if (got == 0)
            return hasher.result();
        hasher.add(QByteArrayView(buffer).first(got));
    }
    return {};
}

} // namespace hubdesk
