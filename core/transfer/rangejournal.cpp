// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/rangejournal.h"

#include "core/cache/diskerror.h"

#include <QFile>
#include <QtEndian>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

// Version in the last letter: another layout is another file.
constexpr std::array<char, 8> kMagic = {'h', 'u', 'b', 'd', 'r', 'n', 'g', '2'};
constexpr qint64 kMostRecords = 4'000'000; // far above any real file: protects from nonsense

struct Header
{
    std::array<char, 8> magic;
    quint64 size;
    std::array<char, 64> etag;
    quint64 check;
};
static_assert(sizeof(Header) == 88);

struct Record
{
    quint64 begin;
    quint64 length;
    quint64 checksum;
    quint32 checked;
    quint32 check;
};
static_assert(sizeof(Record) == 32);

template <class T> quint64 checkOf(const T &value)
{
    return blockChecksum(
        QByteArrayView(reinterpret_cast<const char *>(&value), offsetof(T, check)));
}

struct MacFree
{
    void operator()(EVP_MAC *mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX *context) const { EVP_MAC_CTX_free(context); }
};

Result<void> writeAt(const FileDescriptor &file, const void *data, qint64 size, qint64 offset,
                     const QString &path)
{
    const char *at = static_cast<const char *>(data);
    while (size > 0) {
        const ssize_t written = ::pwrite(file.get(), at, static_cast<size_t>(size), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return diskFailure(errno, path);
        at += written;
        offset += written;
        size -= written;
    }
    return {};
}

} // namespace

quint64 blockChecksum(QByteArrayView data)
{
    static const std::unique_ptr<EVP_MAC, MacFree> mac(EVP_MAC_fetch(nullptr, "GMAC", nullptr));
    static constexpr std::array<unsigned char, 16> kKey = {0x48, 0x75, 0x62, 0x64, 0x65, 0x73,
                                                           0x6b, 0x31, 0x72, 0x61, 0x6e, 0x67,
                                                           0x65, 0x73, 0x2d, 0x2d};
    std::array<unsigned char, 12> iv = {};
    char cipher[] = "AES-128-GCM";
    const std::array<OSSL_PARAM, 3> parameters = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher, 0),
        OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_IV, iv.data(), iv.size()),
        OSSL_PARAM_construct_end()};
    const std::unique_ptr<EVP_MAC_CTX, MacFree> context(EVP_MAC_CTX_new(mac.get()));
    std::array<unsigned char, 16> tag = {};
    size_t length = 0;
    EVP_MAC_init(context.get(), kKey.data(), kKey.size(), parameters.data());
    EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char *>(data.data()),
                   static_cast<size_t>(data.size()));
    EVP_MAC_final(context.get(), tag.data(), &length, tag.size());
    return qFromLittleEndian<quint64>(tag.data());
}

QString RangeJournal::path(const QString &partialPath)
{
    QString name = partialPath;
    if (name.endsWith(".incomplete"_L1))
        name.chop(11);
    return name + ".ranges"_L1;
}

Result<void> RangeJournal::writeHeader()
{
    Header header = {};
    header.magic = kMagic;
    header.size = static_cast<quint64>(m_size);
    const QByteArray etag = m_etag.toLatin1().left(64);
    std::memcpy(header.etag.data(), etag.constData(), static_cast<size_t>(etag.size()));
    header.check = checkOf(header);
    m_end = sizeof(Header);
    return writeAt(m_file, &header, sizeof(Header), 0, m_path);
}

Result<std::vector<RangeJournal::Block>>
RangeJournal::open(const QString &path, const QString &etag, qint64 size, qint64 partialSize)
{
    close();
    m_path = path;
    m_etag = etag;
    m_size = size;
    const QByteArray name = QFile::encodeName(path);
    constexpr int kFlags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    m_file = FileDescriptor(::open(name.constData(), kFlags, 0666));
    // What another user left in a shared cache may be in the way: ours to delete, not to write.
    if (!m_file.isValid() && (errno == EACCES || errno == ELOOP) && ::unlink(name.constData()) == 0)
        m_file = FileDescriptor(::open(name.constData(), kFlags, 0666));
    if (!m_file.isValid())
        return diskFailure(errno, path);
    struct stat info = {};
    if (::fstat(m_file.get(), &info) != 0)
        return diskFailure(errno, path);

    Header header = {};
    const bool known = ::pread(m_file.get(), &header, sizeof(Header), 0) == sizeof(Header)
        && header.magic == kMagic && header.check == checkOf(header)
        && header.size == static_cast<quint64>(size)
        && QLatin1StringView(header.etag.data(),
                             static_cast<qsizetype>(strnlen(header.etag.data(), 64)))
            == etag;
    std::vector<Block> blocks;
    if (!known) {
        if (const auto cleared = clear(); !cleared)
            return std::unexpected(cleared.error());
        return blocks;
    }
    const qint64 count = std::min<qint64>(
        (info.st_size - qint64(sizeof(Header))) / qint64(sizeof(Record)), kMostRecords);
    std::vector<Record> records(static_cast<size_t>(std::max<qint64>(count, 0)));
    const ssize_t got =
        ::pread(m_file.get(), records.data(), records.size() * sizeof(Record), sizeof(Header));
    records.resize(static_cast<size_t>(std::max<ssize_t>(got, 0)) / sizeof(Record));

    // The newest word on a byte counts: from the back, and only what nothing later has covered.
    size_t valid = 0;
    while (valid < records.size()
           && records[valid].check == static_cast<quint32>(checkOf(records[valid])))
        ++valid;
    ByteRanges covered;
    for (size_t i = valid; i-- > 0;) {
        const Record &record = records[i];
        const ByteRange range{static_cast<qint64>(record.begin),
                              static_cast<qint64>(record.begin + record.length)};
        if (range.begin < 0 || range.isEmpty() || range.end > std::min(size, partialSize))
            continue;
        const qint64 before = covered.total();
        covered.add(range);
        // Half a block has no checksum.
        if (covered.total() - before == range.size())
            blocks.push_back({range, record.checksum, record.checked != 0});
    }
    std::ranges::sort(blocks, {}, [](const Block &block) { return block.range.begin; });
    m_end = static_cast<qint64>(sizeof(Header))
        + (static_cast<qint64>(valid) * static_cast<qint64>(sizeof(Record)));
    // Nothing behind a torn record may come back when the tear is written over.
    if (::ftruncate(m_file.get(), m_end) != 0)
        return diskFailure(errno, m_path);
    return blocks;
}

Result<void> RangeJournal::append(const Block &block)
{
    Record record = {};
    record.begin = static_cast<quint64>(block.range.begin);
    record.length = static_cast<quint64>(block.range.size());
    record.checksum = block.checksum;
    record.checked = block.checked ? 1 : 0;
    record.check = static_cast<quint32>(checkOf(record));
    if (const auto written = writeAt(m_file, &record, sizeof(Record), m_end, m_path); !written)
        return written;
    m_end += sizeof(Record);
    return {};
}

Result<void> RangeJournal::clear()
{
    if (::ftruncate(m_file.get(), 0) != 0)
        return diskFailure(errno, m_path);
    return writeHeader();
}

} // namespace hubdesk
