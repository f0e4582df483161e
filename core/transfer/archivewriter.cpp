// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/archivewriter.h"

#include "core/cache/diskerror.h"
#include "core/cache/folders.h"
#include "core/hub/repoid.h"
#include "core/net/filedescriptor.h"
#include "core/transfer/archiveformat.h"
#include "core/transfer/tarformat.h"
#include "core/transfer/zipformat.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QTimeZone>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>
#include <vector>

namespace hubdesk {

using namespace Qt::StringLiterals;

namespace {

struct ArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(hubdesk::ArchiveWriter)
};

constexpr size_t kBlock = 1 << 20; // bytes

} // namespace

//! The temporary file as a device that keeps the system's reason when it cannot take everything.
class ArchiveWriter::Output final : public QIODevice
{
public:
    explicit Output(FileDescriptor file)
        : m_file(std::move(file))
    {
        QIODevice::open(WriteOnly | Unbuffered);
    }

    //! An errno value; the compressor's own failure counts as one of the disk.
    [[nodiscard]] int error() const { return m_error == 0 ? EIO : m_error; }

    [[nodiscard]] int flushToDisk()
    {
        const int failed = ::fsync(m_file.get());
        return failed != 0 && errno != EINVAL && errno != ENOSYS ? errno : 0;
    }

    void closeFile() { m_file.reset(); }

protected:
    qint64 readData(char *, qint64) override { return -1; }

    qint64 writeData(const char *data, qint64 size) override
    {
        qint64 done = 0;
        while (done < size) {
            const ssize_t written =
                ::pwrite(m_file.get(), data + done, static_cast<size_t>(size - done), pos() + done);
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0) {
                m_error = errno;
                return -1;
            }
            done += written;
        }
        return done;
    }

private:
    FileDescriptor m_file;
    int m_error = 0;
};

std::unique_ptr<ArchiveWriter::Format>
ArchiveWriter::Format::make(ArchiveFormat format, QIODevice *output, const QDateTime &modified)
{
    if (format == ArchiveFormat::Zip)
        return std::make_unique<ZipFormat>(output, modified);
    return std::make_unique<TarFormat>(output, modified);
}

std::optional<ArchiveFormat> ArchiveWriter::formatOf(const QString &path)
{
    if (path.endsWith(".zip"_L1, Qt::CaseInsensitive))
        return ArchiveFormat::Zip;
    if (path.endsWith(".tar.zst"_L1, Qt::CaseInsensitive))
        return ArchiveFormat::TarZst;
    return std::nullopt;
}

ArchiveWriter::ArchiveWriter(QString path, const QDateTime &modified)
    : m_path(std::move(path)),
      m_modified(modified.isValid() ? modified.toUTC()
                                    : QDateTime(QDate(1980, 1, 1), QTime(0, 0), QTimeZone::UTC))
{ }

ArchiveWriter::~ArchiveWriter()
{
    discard();
}

Result<void> ArchiveWriter::open()
{
    const auto format = formatOf(m_path);
    if (!format) {
        return failure(ErrorKind::Invalid,
                       ArchiveText::tr("“%1” must end with .zip or .tar.zst.").arg(m_path));
    }
    const QString folder = QFileInfo(m_path).path();
    if (const auto made = makeFolders(folder); !made)
        return made;
    m_scratch = folder + "/.hubdesk-"_L1 + randomSuffix() + ".incomplete"_L1;
    FileDescriptor file(::open(QFile::encodeName(m_scratch).constData(),
                               O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.isValid()) {
        const int code = errno;
        return diskFailure(code, std::exchange(m_scratch, {}));
    }
    m_output = std::make_unique<Output>(std::move(file));
    m_format = Format::make(*format, m_output.get(), m_modified);
    return {};
}

Result<void> ArchiveWriter::addFile(const QString &path, const QString &source,
                                    const std::function<bool(qint64)> &written)
{
    Q_ASSERT(m_format && !m_failed);
    m_failed = true; // until it went well
    if (const auto valid = checkFilePath(path); !valid)
        return valid;
    const FileDescriptor file(::open(QFile::encodeName(source).constData(), O_RDONLY | O_CLOEXEC));
    struct stat info = {};
    if (!file.isValid() || ::fstat(file.get(), &info) != 0)
        return diskFailure(errno, source);
    if (!S_ISREG(info.st_mode))
        return diskFailure(EISDIR, source);
    // Always UTF-8, whatever the locale: the archive is read elsewhere.
    if (!m_format->begin(path.toUtf8(), info.st_size))
        return diskFailure(m_output->error(), m_path, info.st_size);
    if (const auto copied = copyContent(file.get(), info.st_size, source, written); !copied)
        return copied;
    if (!m_format->end())
        return diskFailure(m_output->error(), m_path);
    m_failed = false;
    return {};
}

Result<void> ArchiveWriter::copyContent(int source, qint64 size, const QString &from,
                                        const std::function<bool(qint64)> &written)
{
    std::vector<char> buffer(kBlock);
    qint64 left = size;
    while (left > 0) {
        const ssize_t got =
            ::read(source, buffer.data(), std::min(buffer.size(), static_cast<size_t>(left)));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return diskFailure(errno, from);
        if (got == 0) {
            return failure(ErrorKind::File,
                           ArchiveText::tr("“%1” became shorter while it was read.").arg(from));
        }
        if (!m_format->write(QByteArrayView(buffer.data(), got)))
            return diskFailure(m_output->error(), m_path, left);
        left -= got;
        if (written && !written(got))
            return failure(ErrorKind::Canceled, {});
    }
    return {};
}

Result<void> ArchiveWriter::finish()
{
    Q_ASSERT(m_format && !m_failed);
    m_failed = true;
    if (!m_format->close())
        return diskFailure(m_output->error(), m_path);
    if (const int code = m_output->flushToDisk(); code != 0)
        return diskFailure(code, m_path);
    m_output->closeFile();
    if (::rename(QFile::encodeName(m_scratch).constData(), QFile::encodeName(m_path).constData())
        != 0) {
        const int code = errno;
        return diskFailure(QFileInfo(m_path).isDir() ? EISDIR : code, m_path);
    }
    m_scratch.clear();
    return flushFolder(QFileInfo(m_path).path());
}

void ArchiveWriter::discard()
{
    // The format first: it may still want to write its end.
    m_format.reset();
    m_output.reset();
    if (!m_scratch.isEmpty())
        ::unlink(QFile::encodeName(std::exchange(m_scratch, {})).constData());
}

} // namespace hubdesk
